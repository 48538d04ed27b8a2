/**
 * A fake of the part of VS Code's API that the unit-tested sources of the extension use. User actions are in
 * `editor.ts`.
 */
import { URI, Utils } from 'vscode-uri';
import { editor } from './editor.ts';

export const Uri = {
  file: (path: string) => URI.file(path),
  parse: (text: string) => URI.parse(text),
  joinPath: (uri: URI, ...parts: string[]) => Utils.joinPath(uri, ...parts),
};

export class Disposable {
  constructor(readonly dispose: () => void) {}
  static from(...all: readonly { dispose(): void }[]): Disposable {
    return new Disposable(() => all.forEach((each) => each.dispose()));
  }
}

export class EventEmitter<T> {
  private readonly listeners = new Set<(value: T) => void>();
  readonly event = (listener: (value: T) => void): Disposable => {
    this.listeners.add(listener);
    return new Disposable(() => this.listeners.delete(listener));
  };
  fire(value: T): void {
    for (const listener of [...this.listeners]) listener(value);
  }
  dispose(): void {
    this.listeners.clear();
  }
}

export class FileSystemError extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

export class CancellationTokenSource {
  readonly token = { isCancellationRequested: false };
  cancel(): void {
    this.token.isCancellationRequested = true;
  }
  dispose(): void {
    // Nothing to release.
  }
}

export class Position {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {}
  isAfter(other: Position): boolean {
    return this.line > other.line || (this.line === other.line && this.character > other.character);
  }
}

export class Range {
  readonly start: Position;
  readonly end: Position;
  constructor(...given: [Position, Position] | [number, number, number, number]) {
    [this.start, this.end] =
      given.length === 2 ? given : [new Position(given[0], given[1]), new Position(given[2], given[3])];
  }
}

export class Selection extends Range {}

/** A text edit, with its annotation for the preview of a refactoring. */
export interface Change {
  readonly range: Range;
  readonly newText: string;
  readonly told?: { readonly label: string; readonly needsConfirmation: boolean } | undefined;
}

export class WorkspaceEdit {
  readonly created: string[] = [];
  /** What was said of the creations, in their order. */
  readonly creations: { readonly options: unknown; readonly told: Change['told'] }[] = [];
  private readonly files = new Map<string, [URI, Change[]]>();
  replace(uri: URI, range: Range, newText: string, told?: Change['told']): void {
    const key = uri.toString();
    if (!this.files.has(key)) this.files.set(key, [uri, []]);
    this.files.get(key)![1].push({ range, newText, told });
  }
  createFile(uri: URI, options?: unknown, told?: Change['told']): void {
    this.creations.push({ options, told });
    this.created.push(uri.toString());
  }
  entries(): [URI, Change[]][] {
    return [...this.files.values()];
  }
  get size(): number {
    return this.files.size;
  }
}

export const ConfigurationTarget = { Global: 1, Workspace: 2, WorkspaceFolder: 3 };
export const FileType = { Unknown: 0, File: 1, Directory: 2, SymbolicLink: 64 };
export const LanguageStatusSeverity = { Information: 0, Warning: 1, Error: 2 };
export const ProgressLocation = { SourceControl: 1, Window: 10, Notification: 15 };
export const QuickPickItemKind = { Separator: -1, Default: 0 };
export const TextEditorRevealType = { Default: 0, InCenter: 1, InCenterIfOutsideViewport: 2 };

export const commands = {
  registerCommand(name: string, command: (...given: never[]) => unknown): Disposable {
    editor.commands.set(name, command);
    return new Disposable(() => editor.commands.delete(name));
  },
  executeCommand(...ran: unknown[]): Promise<unknown> {
    editor.ran.push(ran);
    return Promise.resolve(editor.answers.get(String(ran[0])));
  },
};

function show(kind: 'information' | 'error') {
  return (sentence: string, ...buttons: string[]): Promise<string | undefined> => {
    editor.shown.push({ kind, sentence, buttons });
    const { pressed } = editor;
    editor.pressed = undefined;
    return Promise.resolve(buttons.find((button) => button === pressed));
  };
}

/** A row of a quick pick. */
interface Item {
  readonly label: string;
  readonly description?: string;
  readonly detail?: string;
  readonly kind?: number;
}

/** A quick pick whose rows change while the user types. */
export class QuickPick {
  title = '';
  placeholder = '';
  value = '';
  busy = false;
  matchOnDescription = false;
  matchOnDetail = false;
  activeItems: readonly Item[] = [];
  isDisposed = false;
  private rows: readonly Item[] = [];
  private isShown = false;
  private readonly events = {
    value: new EventEmitter<string>(),
    accept: new EventEmitter<void>(),
    hide: new EventEmitter<void>(),
  };
  readonly onDidChangeValue = this.events.value.event;
  readonly onDidAccept = this.events.accept.event;
  readonly onDidHide = this.events.hide.event;
  get items(): readonly Item[] {
    return this.rows;
  }
  set items(rows: readonly Item[]) {
    this.rows = rows;
    this.answer();
  }
  show(): void {
    editor.pick = this;
    this.isShown = true;
    this.answer();
  }
  /** A list whose rows do not change has no placeholder, and is answered at once: `editor.chosen` is chosen, or nothing. */
  private answer(): void {
    if (this.placeholder !== '' || !this.isShown || this.rows.length === 0) return;
    const { title, rows } = this;
    editor.lists.push({
      title,
      rows: rows.map(({ label, description, detail }) =>
        [label, description, detail].filter(Boolean).join(' | '),
      ),
    });
    queueMicrotask(() => {
      if (rows.some(({ label }) => label === editor.chosen)) this.accept(editor.chosen!);
      else this.hide();
    });
  }
  dispose(): void {
    this.isDisposed = true;
  }
  /** Simulates typing; resolves in the next turn of the event loop, when its handlers have run. */
  async type(words: string): Promise<void> {
    this.value = words;
    this.events.value.fire(words);
    await new Promise((resolve) => setImmediate(resolve));
  }
  accept(label: string): void {
    this.activeItems = this.items.filter((item) => item.label === label);
    this.events.accept.fire();
  }
  hide(): void {
    this.events.hide.fire();
  }
  /** The labels of the rows; separators in dashes. */
  get labels(): string[] {
    return this.items.map(({ label, kind }) => (kind === QuickPickItemKind.Separator ? `—${label}—` : label));
  }
}

export const window = {
  withProgress: <T>(_options: object, work: (progress: object, token: object) => Promise<T>) =>
    work({}, new CancellationTokenSource().token),
  showInformationMessage: show('information'),
  showErrorMessage: show('error'),
  createQuickPick: () => new QuickPick(),
  showInputBox: () => Promise.resolve(editor.typed),
  showOpenDialog: () => Promise.resolve(editor.file === undefined ? undefined : [URI.file(editor.file)]),
  showTextDocument: (document: unknown) =>
    Promise.resolve({ document, selection: undefined, revealRange: () => undefined }),
  get activeTextEditor(): unknown {
    return editor.activeText;
  },
  onDidChangeActiveTextEditor: (listener: (text: unknown) => void) => {
    editor.heard.text.add(listener);
    return new Disposable(() => editor.heard.text.delete(listener));
  },
};

export const workspace = {
  get textDocuments(): unknown {
    return editor.texts;
  },
  onDidOpenTextDocument: (listener: (text: unknown) => void) => {
    editor.heard.opened.add(listener);
    return new Disposable(() => editor.heard.opened.delete(listener));
  },
  findFiles: () => Promise.resolve([] as URI[]),
  get isTrusted(): boolean {
    return editor.isTrusted;
  },
  get workspaceFolders(): unknown {
    return editor.folders.length > 0 ? editor.folders : undefined;
  },
  getWorkspaceFolder: (uri: URI) =>
    editor.folders.find((folder) => uri.path.startsWith(`${(folder.uri as URI).path}/`)),
  asRelativePath(uri: URI): string {
    const folder = workspace.getWorkspaceFolder(uri);
    return folder ? uri.path.slice((folder.uri as URI).path.length + 1) : uri.fsPath;
  },
  getConfiguration: (section: string) => ({
    get: (name: string, otherwise?: unknown) => editor.settings.get(`${section}.${name}`) ?? otherwise,
    update(name: string, value: unknown, target: unknown): Promise<void> {
      editor.changed.push([`${section}.${name}`, value, target]);
      editor.settings.set(`${section}.${name}`, value);
      return Promise.resolve();
    },
  }),
  fs: {
    stat(uri: URI): Promise<{ type: number }> {
      const isFolder = editor.disk.get(uri.path);
      if (isFolder === undefined) return Promise.reject(new Error('There is nothing.'));
      return Promise.resolve({ type: isFolder ? FileType.Directory : FileType.File });
    },
    writeFile(uri: URI): Promise<void> {
      editor.disk.set(uri.path, false);
      return Promise.resolve();
    },
  },
  applyEdit(edit: WorkspaceEdit): Promise<boolean> {
    editor.applied.push(edit);
    editor.whileApplying();
    return Promise.resolve(editor.appliesEdits);
  },
};

export const languages = {
  createLanguageStatusItem: () => ({
    name: '',
    text: '',
    detail: '',
    busy: false,
    severity: 0,
    dispose: () => undefined,
  }),
  onDidChangeDiagnostics: (listener: (event: { uris: readonly URI[] }) => void) => {
    const hear = (uris: readonly URI[]): void => listener({ uris });
    editor.heard.findings.add(hear);
    return new Disposable(() => editor.heard.findings.delete(hear));
  },
  getDiagnostics: (uri: URI) => (editor.findings.get(uri.toString()) ?? []).map((source) => ({ source })),
};

export const CompletionItemKind = { Text: 0, Property: 9, Reference: 17 };

export const extensions = {
  get all(): unknown {
    return editor.extensions;
  },
  getExtension: (id: string) => editor.extensions.find((each) => each.id === id),
  onDidChange: (listener: () => void) => {
    editor.heard.extensions.add(listener);
    return new Disposable(() => editor.heard.extensions.delete(listener));
  },
};
