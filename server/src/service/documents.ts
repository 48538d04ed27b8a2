import { referencesFromFrontMatter } from '../bibliography/front-matter-references.ts';
import type { BibliographyEntry } from '../bibliography/model.ts';
import type { FrontMatter } from '../facts/model.ts';
import { readFacts } from '../facts/read.ts';
import type { ClaimKeeper } from '../reasoning/claim-keeper.ts';
import type { ReasoningIndex } from '../reasoning/reasoning-index.ts';
import type { ClaimRecord } from '../reasoning/model.ts';
import { statementsOf } from '../reasoning/says.ts';
import type { DocumentView, Finding, World } from '../checking/rule.ts';
import { parseTree, type Syntax } from '../syntax/tree.ts';
import type { DocumentText, Splice } from '../text/document-text.ts';
import type { Logger } from '../workspace/file-system.ts';
import type { Library } from '../workspace/library.ts';
import type { LibraryKeeper } from '../workspace/library-keeper.ts';
import type { SummaryKeeper } from '../store/model.ts';
import { hashedNames } from '../text/hashed-names.ts';
import { namesSoughtBesides, summarise, type DocumentSummary } from '../workspace/summary.ts';
import { checkDigest } from './digest-check.ts';
import { Digester, findingsOf, openDigest, type Digest, type OpenedDigest } from './digest.ts';
import { ReadDocument } from './document-view.ts';
import { OpenDocument } from './open-document.ts';
import type { QuotationChecks } from './quotation-checks.ts';
import { shapeOf } from './source-texts.ts';
import { actorsStatedOf } from './stated-actors.ts';

interface Opened {
  readonly view: ReadDocument;
  readonly pieces: OpenDocument;
}

/**
 * The documents: reads them, tells the library and the reasoner what they hold, and keeps the trees of the
 * open ones. Of a closed one only what the library and the reasoner keep remains, and what the rules found
 * in its own words. Every method returns the paths whose findings may have changed.
 */
export class Documents {
  private readonly opened = new Map<string, Opened>();
  /** Of closed documents packed, as their digests have them. */
  private readonly localFindings = new Map<string, readonly Finding[] | Uint8Array>();
  /** The work that each document was taken to be the text of when it was read. */
  private readonly sources = new Map<string, string | null>();
  private readonly entries = new WeakMap<FrontMatter, readonly BibliographyEntry[]>();
  private readonly digester: Digester;
  private readonly library: Library;
  private readonly reasoning: ReasoningIndex;

  constructor(
    private readonly keeper: LibraryKeeper,
    private readonly claims: ClaimKeeper,
    private readonly quotations: QuotationChecks,
    private readonly summaries: SummaryKeeper,
    private readonly logger: Logger,
  ) {
    this.digester = new Digester(logger);
    this.library = keeper.library;
    this.reasoning = claims.reasoning;
  }

  open(path: string): ReadDocument | undefined {
    return this.opened.get(path)?.view;
  }

  isOpen(path: string): boolean {
    return this.opened.has(path);
  }

  openPaths(): Iterable<string> {
    return this.opened.keys();
  }

  /** What the rules found in the document's own words. */
  findings(path: string): readonly Finding[] {
    const found = this.localFindings.get(path) ?? [];
    return found instanceof Uint8Array ? findingsOf(found) : found;
  }

  /** What the rules say of the works and actors that an open document names; null where it is not open. */
  nameFindings(path: string, world: World): readonly Finding[] | null {
    return this.opened.get(path)?.pieces.nameFindings(world) ?? null;
  }

  /** Reads a document that an editor shows, and keeps its tree. */
  readOpen(path: string, text: DocumentText): Set<string> {
    return this.keep(path, text, parseTree(text.text));
  }

  /** Takes over an edit of an open document; only the blocks that it touched are read again. */
  edit(path: string, text: DocumentText, splices: readonly Splice[]): Set<string> {
    const before = this.opened.get(path)?.view;
    return this.keep(path, text, before ? before.syntax.apply(text.words, splices) : parseTree(text.text));
  }

  /**
   * Reads a document that no editor shows; its tree is dropped. While the whole workspace is being read (`inBulk`)
   * it is not asked whom it concerns: all will be checked in the end.
   */
  readClosed(path: string, text: DocumentText, inBulk = false): Set<string> {
    this.opened.delete(path);
    const view = this.read(path, text, parseTree(text.text));
    const digest = openDigest(
      this.digester.digest(view, this.library.project.sources.get(path)?.text ?? null),
    );
    const affected = this.takeOverDigest(path, digest, inBulk);
    const spoken = () => spokenOf(this.library.summary(path)!, this.reasoning.claimsIn(path));
    if (this.keeper.mentions.take(view, false, spoken))
      for (const register of this.library.registerPaths()) affected.add(register);
    return affected;
  }

  /** Takes over what was made of a document that no editor shows, its text being elsewhere. */
  takeDigest(path: string, digest: Digest, inBulk = false): Set<string> {
    this.opened.delete(path);
    const opened = openDigest(digest);
    checkDigest(opened);
    const affected = this.takeOverDigest(path, opened, inBulk);
    if (this.keeper.mentions.takeSearched(path, opened.names))
      for (const register of this.library.registerPaths()) affected.add(register);
    return affected;
  }

  private takeOverDigest(path: string, digest: OpenedDigest, inBulk: boolean): Set<string> {
    const { source, summary, sought, references, claims, findings, shape } = digest;
    // Nothing is what rules find in most documents.
    if (findings.length > 0) this.localFindings.set(path, findings);
    else this.localFindings.delete(path);
    const affected = this.keeper.setDocument(
      this.summaries.keep(path, summary),
      references.length > 0 ? referencesFromFrontMatter({ references }) : [],
      sought,
      inBulk,
    );
    this.sources.set(path, source);
    this.quotations.take(path, source, () => shape!);
    for (const other of this.claims.load(path, claims, source, inBulk).affected) affected.add(other);
    affected.add(path);
    return affected;
  }

  /** Takes an open document over anew, because the project says something else of it. */
  readAgain(path: string): Set<string> {
    const opened = this.opened.get(path);
    return opened ? this.takeOver(opened.view, opened.pieces) : new Set();
  }

  /** Whether `path` was never read, or the project file makes it the text of another work now. */
  isNews(path: string): boolean {
    return !this.sources.has(path) || this.sources.get(path) !== this.library.sourceOf(path);
  }

  /** Forgets a document that went away. */
  remove(path: string): Set<string> {
    this.opened.delete(path);
    this.localFindings.delete(path);
    this.sources.delete(path);
    const affected = this.keeper.removeDocument(path);
    this.quotations.remove(path);
    if (this.keeper.mentions.forget(path))
      for (const register of this.library.registerPaths()) affected.add(register);
    for (const other of this.claims.remove(path).affected) affected.add(other);
    affected.add(path);
    return affected;
  }

  /** A view of a text that is not part of the workspace's knowledge, such as one that is only inspected. */
  view(path: string, text: DocumentText): DocumentView {
    return this.open(path) ?? this.read(path, text, parseTree(text.text));
  }

  private keep(path: string, text: DocumentText, syntax: Syntax): Set<string> {
    const facts = readFacts(syntax);
    const pieces = this.opened.get(path)?.pieces ?? new OpenDocument(path, this.logger);
    pieces.take(text, syntax, facts);
    const view = new ReadDocument(path, text, syntax, facts, this.logger, pieces.mayHoldFound());
    this.opened.set(path, { view, pieces });
    return this.takeOver(view, pieces);
  }

  /** The entries in a front matter; the same ones for as long as it is the same. */
  private entriesOf(frontMatter: FrontMatter | null): readonly BibliographyEntry[] {
    if (!frontMatter) return [];
    let entries = this.entries.get(frontMatter);
    if (!entries) this.entries.set(frontMatter, (entries = referencesFromFrontMatter(frontMatter)));
    return entries;
  }

  private read(path: string, text: DocumentText, syntax: Syntax): ReadDocument {
    return new ReadDocument(path, text, syntax, readFacts(syntax), this.logger);
  }

  private takeOver(view: ReadDocument, pieces: OpenDocument): Set<string> {
    const { path, text, facts } = view;
    this.localFindings.set(path, [...pieces.wholeFindings(view), ...pieces.blockFindings()]);
    const found = view.mayHoldFound ? view.found : null;
    const summary = summarise(path, text, facts, found, () => actorsStatedOf(facts));
    const sought = pieces.namesSought(namesSoughtBesides(summary));
    const affected = this.keeper.setDocument(
      summary,
      this.entriesOf(facts.frontMatter),
      sought && hashedNames(sought),
    );
    const source = this.library.sourceOf(path);
    this.sources.set(path, source);
    this.quotations.take(path, source, () => shapeOf(view));
    const { records, starts } = pieces.claims(source, facts, text);
    for (const other of this.claims.replace(path, records, source, starts).affected) affected.add(other);
    if (this.keeper.mentions.take(view, true, () => spokenOf(summary, records)))
      for (const register of this.library.registerPaths()) affected.add(register);
    affected.add(path);
    return affected;
  }
}

/** Actors by their ids and works by `@` and their keys: whom a document speaks of in so many characters. */
function* spokenOf(summary: DocumentSummary, claims: readonly ClaimRecord[]): Generator<string> {
  for (const { text } of summary.actors) yield text;
  for (const { text } of summary.asserters) {
    yield text;
    yield `@${text}`;
  }
  for (const { key } of summary.cited) yield `@${key.text}`;
  for (const claim of claims) for (const { actor } of statementsOf(claim)) yield actor;
}
