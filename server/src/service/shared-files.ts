import { RegisterReader } from '../actors/register-reader.ts';
import type { BibtexDecoders } from '../bibliography/bibtex-library.ts';
import { readBibliography } from '../bibliography/read-bibliography.ts';
import { readFrontMatter } from '../facts/front-matter.ts';
import { ruleByCode } from '../rules/registry.ts';
import { DocumentText } from '../text/document-text.ts';
import { decodeText } from '../text/encoding.ts';
import { LineIndex } from '../text/line-index.ts';
import {
  declaredBibliography,
  isInheritedSettings,
  type DeclaredBibliography,
} from '../workspace/bibliography-scope.ts';
import type { FileContent, FileSystem } from '../workspace/file-system.ts';
import type { Library, Unreadable } from '../workspace/library.ts';
import { isDataPath } from '../workspace/scope.ts';
import { unreadableMessage } from './unreadable-message.ts';
import { matcherOf } from '../workspace/glob.ts';
import { isGlob, resolvePath } from '../workspace/paths.ts';
import { defaultProject, PROJECT_FILE, readProject } from '../workspace/project-file.ts';
import { plainReason } from './plain-reason.ts';

/** A text, or why there is none. */
export type TextContent =
  | { readonly status: 'read'; readonly text: DocumentText }
  | { readonly status: Unreadable; readonly reason: string | null };

/**
 * The files that documents lean on: the project file, bibliographies, actor registers, and the settings of
 * Quarto and bookdown. What an editor shows of them counts before what lies on disk.
 */
export class SharedFiles {
  /** Texts as editors show them, of whatever kind. */
  private readonly buffers = new Map<string, DocumentText>();
  private readonly asked = new Set<string>();
  /** What the library said of its scopes when the documents were last asked. */
  private scopesSeen = -1;
  /** Each knows what its register said before, so that an edit costs no more than the entry that it touched. */
  private readonly registerReaders = new Map<string, RegisterReader>();

  constructor(
    private readonly fileSystem: FileSystem,
    private readonly library: Library,
    private readonly decoders: BibtexDecoders,
  ) {}

  show(path: string, text: DocumentText): void {
    this.buffers.set(path, text);
  }

  hide(path: string): void {
    this.buffers.delete(path);
  }

  buffer(path: string): DocumentText | undefined {
    return this.buffers.get(path);
  }

  /** Everything that editors show. */
  allBuffers(): Iterable<[string, DocumentText]> {
    return this.buffers;
  }

  /** The shared files that there are or should be. */
  paths(): Iterable<string> {
    return [PROJECT_FILE, ...this.library.sharedPaths(), ...this.asked];
  }

  /** The text of any file of the workspace, from its editor or from disk. */
  async text(path: string): Promise<TextContent> {
    return this.shown(path) ?? decoded(await this.fileSystem.read(path), this.library.largest);
  }

  /** What an editor shows of a file; null where none does. A text over the limit is refused there as well. */
  private shown(path: string): TextContent | null {
    const text = this.buffers.get(path);
    if (!text) return null;
    return this.isTooLarge(text) ? { status: 'large', reason: null } : { status: 'read', text };
  }

  /** Whether an editor shows more than may be read; a letter counts as one byte. */
  isTooLarge(text: DocumentText): boolean {
    return text.length > this.library.largest;
  }

  /** What counts of a file that was read: an editor may have opened it meanwhile. */
  private shownOr(path: string, content: TextContent): TextContent {
    return this.shown(path) ?? content;
  }

  /** Reads the project file, or notes that there is none. */
  async loadProject(): Promise<void> {
    const content = this.shownOr(PROJECT_FILE, await this.text(PROJECT_FILE));
    this.takeProjectFile(content);
  }

  /** What stands there and cannot be read is a project that says nothing, and is told of. */
  private takeProjectFile(content: TextContent): void {
    if (content.status === 'read') return this.takeProject(content.text);
    const { library } = this;
    const isThere = content.status !== 'missing' && content.status !== 'folder';
    if (!isThere) return void library.setProject(defaultProject, null);
    const message = unreadableMessage(content.status, content.reason, library.largest) ?? '';
    const problems = [{ range: { from: 0, to: 0 }, message }];
    library.setProject({ ...defaultProject, problems }, LineIndex.of(''));
  }

  private takeProject(text: DocumentText): void {
    this.library.setProject(readProject(text.text, { ruleCodes: [...ruleByCode.keys()] }), text.lines);
  }

  /** Whether `path` is a file that documents lean on, so that a change to it concerns others. */
  isShared(path: string): boolean {
    return (
      path === PROJECT_FILE || isInheritedSettings(path) || this.isRegister(path) || this.isBibliography(path)
    );
  }

  /** Whether `path` is a register, or would be one if it could be read. */
  isRegister(path: string): boolean {
    return (
      this.library.register(path) !== undefined ||
      this.library.project.actors.some(
        (token) =>
          resolvePath('', token.text) === path || (isDataPath(path) && matcherOf([token.text])(path)),
      )
    );
  }

  private isBibliography(path: string): boolean {
    return this.library.bibliography(path) !== undefined || this.asked.has(path);
  }

  /** Reads `path` again, whatever it is; returns the documents concerned. */
  async load(path: string): Promise<Set<string>> {
    const content = await this.text(path);
    return this.take(path, this.shownOr(path, content));
  }

  /** Takes over what an editor shows of `path` now. */
  loadBuffer(path: string): Set<string> {
    const shown = this.shown(path);
    return shown ? this.take(path, shown) : new Set();
  }

  private take(path: string, content: TextContent): Set<string> {
    if (path === PROJECT_FILE) {
      this.takeProjectFile(content);
      return new Set(this.library.documentPaths());
    }
    if (isInheritedSettings(path)) return this.takeSettings(path, content);
    if (content.status !== 'read') return this.library.setUnreadable(path, content.status);
    const { text } = content;
    if (this.isRegister(path)) {
      let reader = this.registerReaders.get(path);
      if (!reader) this.registerReaders.set(path, (reader = new RegisterReader()));
      return this.library.setRegister(path, text, reader.read(text.text));
    }
    return this.library.setBibliography(path, text, readBibliography(path, text.text, this.decoders));
  }

  private takeSettings(path: string, content: TextContent): Set<string> {
    if (content.status !== 'read') return this.library.setInherited(path, null, LineIndex.of(''));
    // A settings file is the inside of a front matter; its lines stand one further down in there.
    const opening = '---\n';
    const read = readFrontMatter(`${opening}${content.text.text}\n---\n`);
    const bibliography = (read?.bibliography ?? []).map(({ text, range }) => ({
      text,
      range: { from: range.from - opening.length, to: range.to - opening.length },
    }));
    return this.library.setInherited(path, bibliography, content.text.lines);
  }

  /** Reads the registers that the project names, and forgets others; reads the settings files there are. */
  async loadProjectFiles(): Promise<void> {
    const { library } = this;
    const wanted = new Set<string>();
    // A glob means no document, however much it matches.
    const files = Array.from(library.files)
      .concat(...this.buffers.keys())
      .filter(isDataPath);
    for (const token of library.project.actors) {
      const path = resolvePath('', token.text);
      if (path && !isGlob(token.text)) wanted.add(path);
      else files.filter(matcherOf([token.text])).forEach((file) => wanted.add(file));
    }
    for (const path of Array.from(library.registerPaths())) {
      if (wanted.has(path)) continue;
      library.forget(path);
      this.registerReaders.delete(path);
    }
    for (const file of library.files) if (isInheritedSettings(file)) wanted.add(file);
    for (const path of wanted) await this.load(path);
    for (const token of library.project.bibliography)
      await this.loadDeclared(declaredBibliography(PROJECT_FILE, token, library.files));
  }

  /** Reads the files that a bibliography's name may mean, where nobody has tried before; returns them too. */
  private async loadDeclared(declared: DeclaredBibliography): Promise<Set<string>> {
    const concerned = new Set<string>();
    // A file that comes may be one more of a glob.
    if (!declared.glob && this.library.stateOf(declared) !== 'loading') return concerned;
    for (const path of declared.paths) {
      if (declared.glob && this.asked.has(path)) continue;
      this.asked.add(path);
      concerned.add(path);
      for (const document of await this.load(path)) concerned.add(document);
    }
    return concerned;
  }

  /**
   * Reads the bibliographies that `documents` name and nobody has read yet. Where it has changed who cites from
   * what, asks every document, and forgets those that nobody names any more.
   */
  async loadWanted(documents: Iterable<string>): Promise<Set<string>> {
    const { library } = this;
    const scopesChanged = this.scopesSeen !== library.scopeChanges;
    this.scopesSeen = library.scopeChanges;
    const concerned = scopesChanged ? this.forgetUnnamed() : new Set<string>();
    // Most documents of a folder share one scope.
    const seen = new Set<readonly DeclaredBibliography[]>();
    for (const document of scopesChanged ? Array.from(library.documentPaths()) : documents) {
      const scope = library.scopeOf(document);
      if (seen.has(scope)) continue;
      seen.add(scope);
      for (const declared of scope)
        for (const other of await this.loadDeclared(declared)) concerned.add(other);
    }
    // Settings are told where a file is missing that they name.
    if (concerned.size > 0)
      for (const settings of library.inheritedBibliographies()) concerned.add(settings.path);
    return concerned;
  }

  private forgetUnnamed(): Set<string> {
    const concerned = new Set<string>();
    const named = new Set<string>();
    const name = ({ paths }: DeclaredBibliography) => paths.forEach((path) => named.add(path));
    for (const document of this.library.documentPaths()) this.library.scopeOf(document).forEach(name);
    for (const token of this.library.project.bibliography)
      name(declaredBibliography(PROJECT_FILE, token, this.library.files));
    for (const path of this.asked) {
      if (named.has(path) || isInheritedSettings(path)) continue;
      this.asked.delete(path);
      concerned.add(path);
      if (this.library.register(path)) continue;
      for (const document of this.library.forget(path)) concerned.add(document);
    }
    return concerned;
  }
}

/** `largest` is for file systems that do not look at it themselves. */
function decoded(content: FileContent, largest: number): TextContent {
  if (content.status === 'failed') return { status: 'failed', reason: plainReason(content.reason) };
  if (content.status !== 'read') return { status: content.status, reason: null };
  if (content.bytes.length > largest) return { status: 'large', reason: null };
  const result = decodeText(content.bytes);
  return 'text' in result
    ? { status: 'read', text: DocumentText.of(result.text) }
    : { status: 'encoding', reason: result.problem };
}
