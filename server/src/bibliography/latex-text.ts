/**
 * A light reader of LaTeX in bibliographies. Accents, special characters, dashes and quotation marks become
 * Unicode, and commands are replaced by their arguments. Good enough to match a name or a title, in
 * microseconds.
 */
import { normalized } from '../text/normalized.ts';
import { wordTable } from '../text/word-table.ts';

const COMBINING = wordTable<string>({
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '"': '\u0308',
  '=': '\u0304',
  '.': '\u0307',
  u: '\u0306',
  v: '\u030c',
  H: '\u030b',
  c: '\u0327',
  d: '\u0323',
  b: '\u0331',
  k: '\u0328',
  r: '\u030a',
  h: '\u0309',
  G: '\u030f',
  U: '\u030e',
});

const LETTERS: ReadonlyMap<string, string> = new Map([
  ['ss', 'ß'],
  ['SS', 'ẞ'],
  ['o', 'ø'],
  ['O', 'Ø'],
  ['l', 'ł'],
  ['L', 'Ł'],
  ['ae', 'æ'],
  ['AE', 'Æ'],
  ['oe', 'œ'],
  ['OE', 'Œ'],
  ['aa', 'å'],
  ['AA', 'Å'],
  ['i', 'ı'],
  ['j', 'ȷ'],
  ['dh', 'ð'],
  ['DH', 'Ð'],
  ['dj', 'đ'],
  ['DJ', 'Đ'],
  ['th', 'þ'],
  ['TH', 'Þ'],
  ['ng', 'ŋ'],
  ['NG', 'Ŋ'],
  ['textendash', '–'],
  ['textemdash', '—'],
  ['textquoteleft', '‘'],
  ['textquoteright', '’'],
  ['textquotedblleft', '“'],
  ['textquotedblright', '”'],
  ['textquotesingle', "'"],
  ['guillemotleft', '«'],
  ['guillemotright', '»'],
  ['textasciitilde', '~'],
  ['textbackslash', '\\'],
  ['textunderscore', '_'],
  ['textampersand', '&'],
  ['textdegree', '°'],
  ['textregistered', '®'],
  ['texttrademark', '™'],
  ['textcopyright', '©'],
  ['copyright', '©'],
  ['pounds', '£'],
  ['S', '§'],
  ['P', '¶'],
  ['dots', '…'],
  ['ldots', '…'],
  ['textellipsis', '…'],
  ['textbar', '|'],
  ['textless', '<'],
  ['textgreater', '>'],
  ['times', '×'],
  ['alpha', 'α'],
  ['beta', 'β'],
  ['gamma', 'γ'],
  ['delta', 'δ'],
  ['lambda', 'λ'],
  ['mu', 'μ'],
  ['pi', 'π'],
  ['sigma', 'σ'],
  ['omega', 'ω'],
  ['hyphen', '-'],
  ['textquotestraightdblbase', '"'],
  ['slash', '/'],
  ['TeX', 'TeX'],
  ['LaTeX', 'LaTeX'],
  ['BibTeX', 'BibTeX'],
]);

/** Commands whose first argument is not printed. */
const UNSEEN = new Set(['noopsort', 'vphantom', 'phantom', 'hspace', 'vspace', 'label', 'href']);
/** Commands that print quotation marks around their argument. */
const QUOTES = new Set(['enquote', 'mkbibquote']);
const PLAIN = /^[^\\{}$~`'"-]*$/;

/** Whether we know what the command prints, even if it is nothing. */
export function isKnownCommand(name: string): boolean {
  return COMBINING[name] !== undefined || LETTERS.has(name) || UNSEEN.has(name) || QUOTES.has(name);
}

/** LaTeX as plain text: no commands or braces, white space folded, Unicode composed. Never fails. */
export function latexToText(tex: string): string {
  if (PLAIN.test(tex)) return foldSpace(tex);
  return normalized(foldSpace(new Reader(tex).read()), 'NFC');
}

/** Folds white space to single spaces, and trims it. */
export function foldSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

class Reader {
  private out = '';
  private at = 0;
  /** The number of accents on the current letter; real text has no more than a few. */
  private stacked = 0;
  /** A stack of closing quotation marks. */
  private readonly closings: number[] = [];

  /** If the number of `$` is odd, none opens mathematics: they are money. */
  private readonly isMoney: boolean;

  constructor(private readonly tex: string) {
    this.isMoney = (tex.match(/(?<!\\)\$/g)?.length ?? 0) % 2 === 1;
  }

  read(): string {
    const tex = this.tex;
    while (this.at < tex.length) {
      const letter = tex[this.at]!;
      if (letter === '\\') this.command();
      else {
        this.at++;
        if (letter === '}' && this.closings[this.closings.length - 1] === this.at - 1) {
          this.closings.pop();
          this.out += '”';
        } else if (letter === '~') this.out += ' ';
        else if (letter === '-') this.out += this.run('-', ['-', '–', '—']);
        else if (letter === '`') this.out += this.run('`', ['‘', '“']);
        else if (letter === "'") this.out += this.run("'", ["'", '”']);
        else if (letter !== '{' && letter !== '}' && (letter !== '$' || this.isMoney)) this.out += letter;
      }
    }
    return this.out;
  }

  /** What one, two or three of a character mean; the first has been consumed. */
  private run(sign: string, meanings: readonly string[]): string {
    let length = 1;
    while (length < meanings.length && this.tex[this.at] === sign) {
      this.at++;
      length++;
    }
    return meanings[length - 1]!;
  }

  private command(): void {
    const name = this.commandName();
    const accent = COMBINING[name];
    if (accent !== undefined) this.accent(name, accent);
    else {
      const letter = LETTERS.get(name);
      if (letter !== undefined) this.out += letter;
      else if (name.length === 1 && !/[A-Za-z]/.test(name)) this.sign(name);
      else if (UNSEEN.has(name)) this.skipArgument();
      else if (QUOTES.has(name) && this.tex[this.at] === '{' && this.closings.length < 4) this.quotation();
    }
  }

  private commandName(): string {
    const tex = this.tex;
    let end = this.at + 1;
    while (end < tex.length && /[A-Za-z]/.test(tex[end]!)) end++;
    if (end === this.at + 1) {
      const sign = tex[end] ?? '';
      this.at = end + sign.length;
      return sign;
    }
    const name = tex.slice(this.at + 1, end);
    while (tex[end] === ' ' || tex[end] === '\n') end++;
    this.at = end;
    return name;
  }

  private sign(name: string): void {
    if (name === '\\' || name === '\n' || name === ' ' || name === ',') this.out += ' ';
    else if (name !== '-' && name !== '/' && name !== '(' && name !== ')') this.out += name;
  }

  /** Puts the accent on its letter, which may be in braces or be `\i`. */
  private accent(name: string, accent: string): void {
    const tex = this.tex;
    let at = this.at;
    const mayBeSpaced = /[A-Za-z]/.test(name);
    while (tex[at] === '{' || (mayBeSpaced && tex[at] === ' ')) at++;
    if (
      tex[at] === '\\' &&
      (tex[at + 1] === 'i' || tex[at + 1] === 'j') &&
      !/[A-Za-z]/.test(tex[at + 2] ?? '')
    ) {
      this.out += tex[at + 1]! + accent;
      at += 2;
      while (tex[at] === ' ') at++;
    } else if (tex[at] === '\\' && this.stacked < 4) {
      // For an accent on an accent or letter command: the inner one first, then this.
      this.at = at;
      this.stacked++;
      this.command();
      this.stacked--;
      this.out += accent;
      return;
    } else if (at < tex.length && tex[at] !== '}' && tex[at] !== '\\') {
      const letter = String.fromCodePoint(tex.codePointAt(at)!);
      this.out += letter + accent;
      at += letter.length;
    }
    this.at = at;
  }

  private skipArgument(): void {
    if (this.tex[this.at] === '{') this.at = this.groupEnd(this.at);
  }

  /** Opens a quotation and pushes its closing mark. */
  private quotation(): void {
    this.out += '“';
    this.closings.push(this.groupEnd(this.at) - 1);
    this.at++;
  }

  /** The offset after the `}` that closes the group at `from`, or the end of the text. */
  private groupEnd(from: number): number {
    let depth = 0;
    for (let at = from; at < this.tex.length; at++) {
      if (this.tex[at] === '{') depth++;
      else if (this.tex[at] === '}' && --depth === 0) return at + 1;
    }
    return this.tex.length + 1;
  }
}
