import { CompletionItemKind, Range, commands, extensions } from 'vscode';
import type { CompletionItem, CompletionList, Hover, Position, TextDocument } from 'vscode';

type Items = CompletionItem[] | CompletionList | null | undefined;

/** Words in the descriptions of extensions for citations. */
const OF_CITATIONS =
  /\b(?:cit(?:e|es|ing|er|ation|ations)|bibtex|bibliograph(?:y|ies)|references? manager|zotero|quarto)\b/i;

/** Whether another extension may provide completion or hovers for citations. */
function thereAreOthers(): boolean {
  return extensions.all.some(({ id, packageJSON }) => {
    const about = packageJSON as Readonly<Record<string, unknown>>;
    if (about['isBuiltin'] === true || id === 'sicetnon.sicetnon') return false;
    const words = [about['displayName'], about['description'], about['keywords']];
    return OF_CITATIONS.test(words.filter(Boolean).map(String).join(' '));
  });
}

/**
 * Drops citekeys, words of the front matter and hovers that another extension provides at the same place, so that none
 * is shown twice. VS Code does not merge the results of providers. Other providers are called only if such an extension is installed, and only if ours
 * has results.
 */
export class BesideCiters {
  /** Places where other providers are being called: ours returns nothing there. */
  private readonly asking = new Set<string>();

  /** Our items without the citekeys, and in the front matter the words, that others offer. */
  async completion(document: TextDocument, position: Position, ours: () => Promise<Items>): Promise<Items> {
    const place = placeOf(document, position);
    if (this.asking.has(place)) return null;
    const own = await ours();
    const items = Array.isArray(own) ? own : own?.items;
    const isShared = isInFrontMatter(document, position) ? () => true : isKey;
    if (!own || !items?.some(isShared) || !thereAreOthers()) return own;
    const others = await this.others<CompletionList>(
      'vscode.executeCompletionItemProvider',
      document,
      position,
    );
    // Words of the text, which VS Code itself suggests, are no citekeys.
    const offered = new Set(
      others?.items.filter(({ kind }) => kind !== CompletionItemKind.Text).map(labelOf),
    );
    const left = items.filter((item) => !isShared(item) || !offered.has(labelOf(item)));
    if (Array.isArray(own)) return left;
    own.items = left;
    return own;
  }

  /** Our hover, or null if it is about a citekey, or in the front matter, and others have one. */
  async hover(
    document: TextDocument,
    position: Position,
    ours: () => Promise<Hover | null | undefined>,
  ): Promise<Hover | null | undefined> {
    const place = placeOf(document, position);
    if (this.asking.has(place)) return null;
    const own = await ours();
    if (!own?.range || !thereAreOthers()) return own;
    if (!isOfCitekey(document, own.range) && !isInFrontMatter(document, position)) return own;
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

/** Lines of front matter that are looked through for its end. */
const LONGEST = 500;

/** Whether a position is in the YAML at the head of a text. */
function isInFrontMatter(document: TextDocument, { line }: Position): boolean {
  if (line === 0 || line > LONGEST || document.lineAt(0).text.trimEnd() !== '---') return false;
  for (let at = 1; at < line; at++) if (/^(?:---|\.\.\.)\s*$/.test(document.lineAt(at).text)) return false;
  return true;
}

/** Whether a range is that of a citekey, with or without its sign. */
function isOfCitekey(document: TextDocument, { start, end }: Range): boolean {
  return /@/.test(
    document.getText(new Range(start.line, Math.max(0, start.character - 2), end.line, end.character)),
  );
}

/** Whether one of our items is a citekey: no others have this kind. */
function isKey({ kind }: CompletionItem): boolean {
  return kind === CompletionItemKind.Reference;
}

/** The key of an item, without sign and braces. */
function labelOf({ label }: CompletionItem): string {
  return (typeof label === 'string' ? label : label.label).replace(/^-?@/, '').replace(/^\{(.*)\}$/, '$1');
}
