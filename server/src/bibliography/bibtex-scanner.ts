/**
 * Finds the entries of a BibTeX or BibLaTeX file: keys, types and ranges. A broken entry affects only itself:
 * scanning resumes at the next line that opens an entry.
 */
import { say } from '../words/say.ts';
import type { ReadingProblem, Token } from '../facts/model.ts';
import { faultMessage } from './bibtex-messages.ts';
import { BibtexWalker, opensEntryLine, skipBlank } from './bibtex-walker.ts';
import type { Escapes, Fault } from './bibtex-walker.ts';
import type { TextRange } from '../text/range.ts';

/** An entry whose fields have not been read yet. */
export interface ScannedEntry {
  readonly type: string;
  readonly key: Token;
  readonly range: TextRange;
  /** The offset where its fields begin. */
  readonly body: number;
  readonly closer: '}' | ')';
  readonly escapes: Escapes;
  /** Whether it cannot be read to its end. */
  readonly broken: boolean;
}

/** An abbreviation from `@string`; its value, with delimiters, is at `[from, to)`. */
export interface ScannedString {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

export interface BibtexScan {
  readonly entries: readonly ScannedEntry[];
  readonly strings: readonly ScannedString[];
  readonly problems: readonly ReadingProblem[];
}

const ENTRY_LINE = /^[ \t]*@[A-Za-z][\w-]*[ \t]*[{(]/gm;
const DIRECTIVE = /@([A-Za-z][\w-]*)\s*/y;
/** Only without blanks around it may a “=” be part of a key, as in Pandoc. */
const FIELD_IN_PLACE_OF_KEY = /^[A-Za-z][\w-]*(?:\s*=\s*["{]|\s+=|=\s)/;
/** A key and the first field without a comma between them. */
const KEY_THEN_FIELD = /^([^\s={}"]+)\s+[A-Za-z][\w-]*\s*=/;
const FIELD_BEHIND_ENTRY = /\s*,\s*[A-Za-z][\w-]*\s*=\s*["{\d]/y;
const COMMON_TYPE =
  /^(?:article|book|booklet|collection|inbook|incollection|inproceedings|manual|mastersthesis|misc|online|phdthesis|proceedings|report|techreport|thesis|unpublished)$/i;

/**
 * Scans a whole file in one pass.
 * @param text With LF line ends.
 */
export function scanBibtex(text: string): BibtexScan {
  return new Scanner(text).scan();
}

class Scanner {
  private readonly entries: ScannedEntry[] = [];
  private readonly strings: ScannedString[] = [];
  private readonly problems: ReadingProblem[] = [];
  /** Whether an unclosed `@comment` was scanned to the end of the file: then not again. */
  private commentRanOpen = false;

  constructor(private readonly text: string) {}

  scan(): BibtexScan {
    const text = this.text;
    let done = 0;
    for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', done)) {
      done = this.isCommentedOut(done, at) ? this.lineEnd(at) : Math.max(at + 1, this.directive(at));
    }
    return { entries: this.entries, strings: this.strings, problems: this.problems };
  }

  /** Whether a `%` precedes `at` on its line, after the text scanned so far. */
  private isCommentedOut(done: number, at: number): boolean {
    for (let i = at - 1; i >= done && this.text[i] !== '\n'; i--) if (this.text[i] === '%') return true;
    return false;
  }

  private lineEnd(at: number): number {
    const end = this.text.indexOf('\n', at);
    return end < 0 ? this.text.length : end;
  }

  /** Scans the directive at the `@` at `at`. Returns the offset where to go on. */
  private directive(at: number): number {
    DIRECTIVE.lastIndex = at;
    const found = DIRECTIVE.exec(this.text);
    if (!found) return at + 1;
    const word = found[1]!.toLowerCase();
    const open = DIRECTIVE.lastIndex;
    const delimiter = this.text[open];
    if (word === 'comment') return this.comment(open);
    if (delimiter !== '{' && delimiter !== '(') {
      if (COMMON_TYPE.test(word) && this.beginsLine(at))
        this.report(
          at,
          at + 1 + word.length,
          say(
            '“{word}” is not followed by “{brace}”, so the entry that it begins is not read. Put the brace in front of the key.',
            { word: `@${word}`, brace: '{' },
          ),
        );
      return at + 1 + word.length;
    }
    const closer = delimiter === '{' ? '}' : ')';
    if (word === 'string') return this.string(at, open + 1, closer);
    if (word === 'preamble') return this.preamble(at, open + 1, closer);
    return this.entry(at, word, open, closer);
  }

  private beginsLine(at: number): boolean {
    let before = at - 1;
    while (this.text[before] === ' ' || this.text[before] === '\t') before--;
    return before < 0 || this.text[before] === '\n';
  }

  private comment(open: number): number {
    if (this.text[open] === '{' && !this.commentRanOpen) {
      const end = new BibtexWalker(this.text, 'no-escapes', Infinity).braced(open);
      if (end >= 0) return end;
      this.commentRanOpen = true;
    }
    return this.lineEnd(open - 1);
  }

  private string(at: number, from: number, closer: '}' | ')'): number {
    for (const escapes of ['escapes', 'no-escapes'] as const) {
      const defined: ScannedString[] = [];
      const walk = new BibtexWalker(this.text, escapes).fields(
        from,
        closer,
        (nameFrom, nameTo, valueFrom, valueTo) =>
          defined.push({
            name: this.text.slice(nameFrom, nameTo).toLowerCase(),
            from: valueFrom,
            to: valueTo,
          }),
      );
      if (walk.fatal) continue;
      this.strings.push(...defined);
      return walk.end;
    }
    this.report(
      at,
      this.lineEnd(at),
      say('This @string is not closed or not of the form “name = {text}”, so it is not read.'),
    );
    return this.resume(at, from - 1);
  }

  private preamble(at: number, from: number, closer: '}' | ')'): number {
    for (const escapes of ['escapes', 'no-escapes'] as const) {
      const value = new BibtexWalker(this.text, escapes).value(skipBlank(this.text, from));
      const end = skipBlank(this.text, value.end);
      if (!value.fault && this.text[end] === closer) return end + 1;
    }
    // A preamble is TeX without anything that can be cited; TeX reports its errors.
    return this.resume(at, from - 1);
  }

  private entry(at: number, type: string, open: number, closer: '}' | ')'): number {
    const text = this.text;
    const keyFrom = skipBlank(text, open + 1);
    if (opensEntryLine(text, keyFrom)) {
      this.report(
        at,
        open + 1,
        say('This @{type} is empty and not closed. The entry after it is read all the same.', { type }),
      );
      return keyFrom;
    }
    const lineKeyTo = this.keyEnd(keyFrom, closer);
    const lacksComma = KEY_THEN_FIELD.exec(text.slice(keyFrom, lineKeyTo));
    const keyTo = lacksComma ? keyFrom + lacksComma[1]!.length : lineKeyTo;
    const written = text.slice(keyFrom, keyTo);
    const keyless = written === '' || FIELD_IN_PLACE_OF_KEY.test(text.slice(keyFrom, keyTo + 1));
    const body = keyless ? keyFrom : keyTo;
    let escapes: Escapes = 'escapes';
    let walk = new BibtexWalker(text, escapes).fields(body, closer);
    if (walk.fatal) {
      const other = new BibtexWalker(text, 'no-escapes').fields(body, closer);
      if (!other.fatal) {
        escapes = 'no-escapes';
        walk = other;
      }
    }
    const end = walk.fatal ? this.resume(at, open) : walk.end;
    const to = walk.fatal ? this.trimmedEnd(end) : end;
    const head = keyless ? open + 1 : keyTo;
    if (keyless)
      this.report(
        at,
        head,
        say(
          'This @{type} has no key, so it cannot be cited. Write one after the “{brace}”, with a comma after it.',
          { type, brace: text[open]! },
        ),
      );
    else
      this.entries.push({
        type,
        key: { text: written, range: { from: keyFrom, to: keyTo } },
        range: { from: at, to },
        body,
        closer,
        escapes,
        broken: walk.fatal !== null,
      });
    if (lacksComma)
      this.report(
        keyFrom,
        keyTo,
        say('A comma is missing after the key “{written}”. Other programs may refuse the whole file.', {
          written,
        }),
      );
    if (walk.fatal) this.reportFault(at, head, written, walk.fatal);
    else {
      for (const slip of walk.slips) this.reportFault(at, head, written, slip);
      this.reportEarlyEnd(end, written);
    }
    return end;
  }

  /** The end of a key: the comma, the end of its line or of the entry. */
  private keyEnd(from: number, closer: string): number {
    const text = this.text;
    let at = from;
    for (; at < text.length; at++) {
      const letter = text[at]!;
      if (letter === ',' || letter === '\n' || letter === closer || letter === '}') break;
    }
    while (at > from && (text[at - 1] === ' ' || text[at - 1] === '\t')) at--;
    return at;
  }

  /** Where to go on after a broken entry: after it if its braces balance, else at the line of the next entry. */
  private resume(at: number, open: number): number {
    ENTRY_LINE.lastIndex = at + 1;
    const next = ENTRY_LINE.exec(this.text);
    const limit = next ? next.index + next[0].indexOf('@') : this.text.length;
    if (this.text[open] === '{') {
      for (const escapes of ['escapes', 'no-escapes'] as const) {
        const end = new BibtexWalker(this.text, escapes, 0).braced(open);
        if (end >= 0 && end <= limit) return end;
      }
    }
    return limit;
  }

  private trimmedEnd(end: number): number {
    let at = end;
    while (at > 0 && this.text.charCodeAt(at - 1) <= 32) at--;
    return at;
  }

  private reportFault(at: number, head: number, key: string, fault: Fault): void {
    const line = this.text.slice(at, fault.at).split('\n').length - 1;
    this.report(at, head, faultMessage(fault, key, line));
  }

  /** Reports `…}, year = {2004}}`, where a brace too many closed the entry before its last fields. */
  private reportEarlyEnd(end: number, key: string): void {
    FIELD_BEHIND_ENTRY.lastIndex = end;
    const found = FIELD_BEHIND_ENTRY.exec(this.text);
    if (!found || opensEntryLine(this.text, end)) return;
    this.report(
      end - 1,
      end,
      say(
        'The entry “{key}” ends at this brace, but fields follow: they are not read. There is probably one closing brace too many before it.',
        { key },
      ),
    );
  }

  private report(from: number, to: number, message: string): void {
    this.problems.push({ range: { from, to }, message });
  }
}
