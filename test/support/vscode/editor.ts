/** What a person would see and do in the small editor of the tests, and how sources of the extension are loaded in it. */
import Module, { register } from 'node:module';
import { URI } from 'vscode-uri';
import type { QuickPick, WorkspaceEdit } from './api.ts';

/** A sentence that was shown. */
export interface Shown {
  readonly kind: 'information' | 'error';
  readonly sentence: string;
  readonly buttons: readonly string[];
}

/** A list that was shown; see `choose` and `type` of `api.ts`. */
export interface ShownList {
  readonly title: string;
  readonly rows: readonly string[];
}

/** What the window is like, what was shown in it, and what its person answers. One for all tests: `reset` first. */
class Editor {
  readonly shown: Shown[] = [];
  readonly lists: ShownList[] = [];
  /** Commands that were run, each with what it was given. */
  readonly ran: (readonly unknown[])[] = [];
  readonly commands = new Map<string, (...given: never[]) => unknown>();
  /** Settings by their full names. */
  readonly settings = new Map<string, unknown>();
  /** Settings that were changed: name, value, target. */
  readonly changed: (readonly [string, unknown, unknown])[] = [];
  /** Folders and files that are on the disk, by path: `true` for a folder. */
  readonly disk = new Map<string, boolean>();
  /** The button that is pressed under the next sentences; undefined: they are taken away. */
  pressed: string | undefined;
  /** The row that is chosen of the next list, by its label. */
  chosen: string | undefined;
  /** What is typed where words are asked for. */
  typed: string | undefined;
  /** The file that is chosen in the next dialog. */
  file: string | undefined;
  isTrusted = true;
  appliesEdits = true;
  folders: { readonly uri: unknown; readonly name: string }[] = [];
  activeText: unknown = undefined;
  /** The edits that the extension had the editor make. */
  readonly applied: WorkspaceEdit[] = [];
  /** The list that changes while the person types, which was shown last. */
  pick: QuickPick | null = null;
  /** The sources of the findings that are shown, by the address of their file. */
  readonly findings = new Map<string, readonly string[]>();
  /** Who hears that other findings are shown, or another text. */
  readonly heard = {
    findings: new Set<(uris: readonly URI[]) => void>(),
    text: new Set<(text: unknown) => void>(),
  };

  reset(): void {
    const { shown, lists, ran, changed, applied } = this;
    for (const list of [shown, lists, ran, changed, applied]) list.length = 0;
    for (const map of [this.commands, this.settings, this.disk, this.findings]) map.clear();
    for (const listeners of Object.values(this.heard)) listeners.clear();
    this.pick = null;
    this.pressed = this.chosen = this.typed = this.file = this.activeText = undefined;
    this.isTrusted = this.appliesEdits = true;
    this.folders = [];
  }

  /** Shows findings of these sources in a file. */
  find(file: string, ...sources: string[]): void {
    const uri = URI.file(file);
    this.findings.set(uri.toString(), sources);
    for (const hear of this.heard.findings) hear([uri]);
  }

  /** Runs a command that the extension has registered. */
  async run(name: string, ...given: unknown[]): Promise<unknown> {
    const command = this.commands.get(name);
    if (!command) throw new Error(`There is no command ${name}`);
    const answer: unknown = await command(...(given as never[]));
    // What nobody waits for, such as the button under a sentence.
    await new Promise((resolve) => setImmediate(resolve));
    return answer;
  }
}

const here = globalThis as { smallEditor?: Editor };
/** Tests and the sources of the extension may have this module loaded in two manners, and still mean one editor. */
export const editor: Editor = (here.smallEditor ??= new Editor());

let isRegistered = false;

/** Loads a source of the extension, `client/src/…`, in the small editor. */
export async function inEditor<Source>(source: string): Promise<Source> {
  const api: unknown = await import('./api.ts');
  if (!isRegistered) {
    isRegistered = true;
    register('./resolve.mjs', import.meta.url);
    // The protocol's library asks for it in the manner of CommonJS, and extends many more of its classes.
    const loader = Module as unknown as { _load(request: string, ...rest: unknown[]): unknown };
    const load = loader._load.bind(loader);
    const all = new Proxy(api as object, {
      get: (known, name): unknown => (name in known ? Reflect.get(known, name) : class {}),
    });
    loader._load = (request, ...rest) => (request === 'vscode' ? all : load(request, ...rest));
  }
  return (await import(new URL(`../../../${source}`, import.meta.url).href)) as Source;
}
