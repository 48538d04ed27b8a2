import { CompletionItemKind, commands, extensions } from 'vscode';
import type { CompletionItem, CompletionList, Hover, Position, TextDocument } from 'vscode';

type Items = CompletionItem[] | CompletionList | null | undefined;

/** What other extensions that complete and explain citations say of themselves. */
const OF_CITATIONS =
  /\b(?:cit(?:e|es|ing|er|ation|ations)|bibtex|bibliograph(?:y|ies)|references? manager|zotero|quarto)\b/i;

/** Whether an extension beside ours may complete or explain citations in texts. */
function thereAreOthers(): boolean {
  return extensions.all.some(({ id, packageJSON }) => {
    const about = packageJSON as Readonly<Record<string, unknown>>;
    if (about['isBuiltin'] === true || id === 'sicetnon.sicetnon') return false;
    const words = [about['displayName'], about['description'], about['keywords']];
    return OF_CITATIONS.test(words.filter(Boolean).map(String).join(' '));
  });
}

/**
 * Leaves to other extensions what they say of citations themselves, so that no key is listed and no entry explained twice.
 * They are asked only where one is installed that may know citations, and only where ours has something to say.
 */
export class BesideCiters {
  /** Places where others are being asked: ours answers nothing there. */
  private readonly asking = new Set<string>();

  /** Our items without those that others offer at the same place. */
  async completion(document: TextDocument, position: Position, ours: () => Promise<Items>): Promise<Items> {
    const place = placeOf(document, position);
    if (this.asking.has(place)) return null;
    const own = await ours();
    const items = Array.isArray(own) ? own : own?.items;
    if (!own || !items?.some(isKey) || !thereAreOthers()) return own;
    const others = await this.others<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document,
      position,
    );
    const offered = new Set(others?.items.map(labelOf));
    const left = items.filter((item) => !isKey(item) || !offered.has(labelOf(item)));
    if (Array.isArray(own)) return left;
    own.items = left;
    return own;
  }

  /** Our hover, unless it explains a citekey that others explain. */
  async hover(
    document: TextDocument,
    position: Position,
    ours: () => Promise<Hover | null | undefined>,
  ): Promise<Hover | null | undefined> {
    const place = placeOf(document, position);
    if (this.asking.has(place)) return null;
    const own = await ours();
    if (!own?.range || !/^-?@/.test(document.getText(own.range)) || !thereAreOthers()) return own;
    const others = await this.others<Hover[]>('vscode.executeHoverProvider', document, position);
    return others && others.length > 0 ? null : own;
  }

  private async others<Answer>(
    command: string,
    { uri }: TextDocument,
    position: Position,
  ): Promise<Answer | undefined> {
    const place = placeOf({ uri }, position);
    this.asking.add(place);
    try {
      return await commands.executeCommand<Answer>(command, uri, position);
    } finally {
      this.asking.delete(place);
    }
  }
}

function placeOf({ uri }: Pick<TextDocument, 'uri'>, { line, character }: Position): string {
  return `${uri.toString()} ${line}:${character}`;
}

/** Of our items those of works, and no others, are of this kind. */
function isKey({ kind }: CompletionItem): boolean {
  return kind === CompletionItemKind.Reference;
}

/** A key with or without its sign and braces is the same word in a list. */
function labelOf({ label }: CompletionItem): string {
  return (typeof label === 'string' ? label : label.label).replace(/^-?@/, '').replace(/^\{(.*)\}$/, '$1');
}
