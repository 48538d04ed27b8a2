import { languages } from 'vscode';
import type { Disposable, DocumentSelector, LanguageStatusItem } from 'vscode';
import { unmarked } from '../../server/src/text/unmarked.ts';

/** A row: its words, and what the editor shows dimmed after them. */
export interface StatusRow {
  readonly text: string;
  readonly detail?: string;
}

/**
 * The rows below a language status item. VS Code neither wraps nor truncates a row, and puts its command after the
 * words: whatever is long would hide the command. So each thing to tell has a row of its own.
 */
export class StatusRows implements Disposable {
  private readonly items: LanguageStatusItem[] = [];
  private documents: DocumentSelector = [];

  /** `id` is that of the item above; VS Code sorts by it. */
  constructor(
    private readonly id: string,
    private readonly name: string,
  ) {}

  show(rows: readonly StatusRow[]): void {
    while (this.items.length > rows.length) this.items.pop()!.dispose();
    for (const [at, { text, detail }] of rows.entries()) {
      const item = (this.items[at] ??= this.made(at));
      // VS Code renders links and icons in status items.
      item.text = unmarked(text);
      item.detail = detail === undefined ? undefined : unmarked(detail);
    }
  }

  /** What the rows say, without commands. */
  words(): readonly string[] {
    return this.items.map(({ text, detail }) => (detail ? `${text} – ${detail}` : text));
  }

  /** Sets the documents for which the rows are shown. */
  besides(documents: DocumentSelector): void {
    this.documents = documents;
    for (const item of this.items) item.selector = documents;
  }

  dispose(): void {
    this.show([]);
  }

  private made(at: number): LanguageStatusItem {
    const item = languages.createLanguageStatusItem(`${this.id}.${at + 1}`, this.documents);
    item.name = this.name;
    return item;
  }
}
