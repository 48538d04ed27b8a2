/** The user's side of the fake editor, and a loader for sources of the extension that import `vscode`. */
import Module, { register } from 'node:module';
import { URI } from 'vscode-uri';
import type { QuickPick, WorkspaceEdit } from './api.ts';

/** A message that was shown. */
export interface Shown {
  readonly kind: 'information' | 'error';
  readonly sentence: string;
  readonly buttons: readonly string[];
}

/** A quick pick that was shown with fixed rows. */
export interface ShownList {
  readonly title: string;
  readonly rows: readonly string[];
}

/** An installed extension. */
export interface FakeExtension {
  readonly id: string;
  isActive?: boolean;
  exports?: unknown;
  readonly packageJSON?: unknown;
  activate?(): Promise<unknown>;
}

/**
 * The state of the fake window, what was shown in it, and the user's answers. Shared by all tests: call `reset`
 * first.
 */
class Editor {
  readonly shown: Shown[] = [];
  readonly lists: ShownList[] = [];
  /** Executed commands with their arguments. */
  readonly ran: (readonly unknown[])[] = [];
  readonly commands = new Map<string, (...given: never[]) => unknown>();
  /** Settings by full name. */
  readonly settings = new Map<string, unknown>();
  /** Changed settings: name, value, target. */
  readonly changed: (readonly [string, unknown, unknown])[] = [];
  /** Files and folders on the fake disk, by path: `true` for a folder. */
  readonly disk = new Map<string, boolean>();
  /** The button to press under the next message; undefined: it is dismissed. */
  pressed: string | undefined;
  /** The label of the row to choose in the next quick pick. */
  chosen: string | undefined;
  /** The text to enter in input boxes. */
  typed: string | undefined;
  /** The file to choose in open dialogs. */
  file: string | undefined;
  isTrusted = true;
  appliesEdits = true;
  folders: { readonly uri: unknown; readonly name: string }[] = [];
  activeText: unknown = undefined;
  /** Open documents. */
  texts: unknown[] = [];
  extensions: FakeExtension[] = [];
  /** What the editor's own commands return, by name. */
  readonly answers = new Map<string, unknown>();
  /** What happens while an edit is being applied. */
  whileApplying: () => void = () => undefined;
  /** Workspace edits that the extension applied. */
  readonly applied: WorkspaceEdit[] = [];
  /** The quick pick shown last by `createQuickPick`. */
  pick: QuickPick | null = null;
  /** The sources of the current diagnostics, by URI of the file. */
  readonly findings = new Map<string, readonly string[]>();
  /** Listeners to changes of diagnostics, of the active text editor, to opened texts, and to installed extensions. */
  readonly heard = {
    findings: new Set<(uris: readonly URI[]) => void>(),
    text: new Set<(text: unknown) => void>(),
    opened: new Set<(text: unknown) => void>(),
    extensions: new Set<() => void>(),
  };

  reset(): void {
    const { shown, lists, ran, changed, applied } = this;
    for (const list of [shown, lists, ran, changed, applied]) list.length = 0;
    for (const map of [this.commands, this.settings, this.disk, this.findings, this.answers]) map.clear();
    for (const listeners of Object.values(this.heard)) listeners.clear();
    this.pick = null;
    this.pressed = this.chosen = this.typed = this.file = this.activeText = undefined;
    this.isTrusted = this.appliesEdits = true;
    this.folders = [];
    this.texts = [];
    this.extensions = [];
    this.whileApplying = () => undefined;
  }

  /** Sets diagnostics with these sources for a file, and fires the event. */
  find(file: string, ...sources: string[]): void {
    const uri = URI.file(file);
    this.findings.set(uri.toString(), sources);
    for (const hear of this.heard.findings) hear([uri]);
  }

  /** Runs a command that the extension registered. */
  async run(name: string, ...given: unknown[]): Promise<unknown> {
    const command = this.commands.get(name);
    if (!command) throw new Error(`There is no command ${name}`);
    const answer: unknown = await command(...(given as never[]));
    // For promises that are not awaited, such as the button under a message.
    await new Promise((resolve) => setImmediate(resolve));
    return answer;
  }
}

const here = globalThis as { smallEditor?: Editor };
/** On `globalThis`, since tests and sources may load this module twice, as ESM and as CommonJS. */
export const editor: Editor = (here.smallEditor ??= new Editor());

let isRegistered = false;

/** Imports a source of the extension (`client/src/…`) with the fake editor as `vscode`. */
export async function inEditor<Source>(source: string): Promise<Source> {
  const api: unknown = await import('./api.ts');
  if (!isRegistered) {
    isRegistered = true;
    register('./resolve.mjs', import.meta.url);
    // vscode-languageclient requires `vscode` as CommonJS, and extends many more of its classes.
    const loader = Module as unknown as { _load(request: string, ...rest: unknown[]): unknown };
    const load = loader._load.bind(loader);
    const all = new Proxy(api as object, {
      get: (known, name): unknown => (name in known ? Reflect.get(known, name) : class {}),
    });
    loader._load = (request, ...rest) => (request === 'vscode' ? all : load(request, ...rest));
  }
  return (await import(new URL(`../../../${source}`, import.meta.url).href)) as Source;
}
