import { say } from '../words/say.ts';
import type { ReadingProblem, Token } from '../facts/model.ts';
import type { TextRange } from '../text/range.ts';
import { CslEntry } from './csl-entry.ts';
import type { BibliographyEntry, BibliographyFile } from './model.ts';
import { risFiles, risToCsl } from './ris-to-csl.ts';
import type { RisLine } from './ris-to-csl.ts';

const TAG_LINE = /^([A-Z][A-Z0-9])[ \t]+-(?:[ \t]+(.*)|[ \t]*)$/;

/**
 * Reads RIS: records from `TY` to `ER`. A record without `ER` ends where the next begins. Without an `ID`,
 * the key is Pandoc's: the first words of the authors and the year, joined by `_` (`addId` in
 * Text.Pandoc.Readers.RIS).
 */
export function readRis(text: string): BibliographyFile {
  return new RisReading(text).read();
}

/** A line with its continuation lines, joined at the end of the record. */
interface LineInTheMaking {
  readonly tag: string;
  readonly range: TextRange;
  readonly words: string[];
}

class RisReading {
  private readonly entries: BibliographyEntry[] = [];
  private readonly problems: ReadingProblem[] = [];
  private readonly made = new Map<string, number>();
  private record: { readonly lines: LineInTheMaking[]; readonly start: TextRange } | null = null;

  constructor(private readonly text: string) {}

  read(): BibliographyFile {
    let last = 0;
    for (let at = 0; at < this.text.length;) {
      const newline = this.text.indexOf('\n', at);
      const end = newline < 0 ? this.text.length : newline;
      this.line(at, this.text.slice(at, end), last);
      if (this.text.slice(at, end).trim() !== '') last = end;
      at = end + 1;
    }
    this.unfinished(last);
    return { format: 'ris', entries: this.entries, problems: this.problems };
  }

  private line(at: number, line: string, last: number): void {
    const range = { from: at, to: at + line.trimEnd().length };
    const found = TAG_LINE.exec(line.trimEnd());
    const tag = found?.[1];
    if (tag === 'TY') {
      this.unfinished(last);
      this.record = { lines: [this.risLine(tag, found?.[2] ?? '', range)], start: range };
    } else if (tag === 'ER') {
      if (this.record) this.finish(range.to);
      else this.report(range, say('This “ER” ends no record: none was begun by “TY”.'));
    } else if (tag !== undefined) {
      if (this.record) this.record.lines.push(this.risLine(tag, found?.[2] ?? '', range));
      else this.report(range, say('This line stands outside of any record: a record begins with “TY  - ”.'));
    } else if (line.trim() !== '' && this.record) this.continue(line);
  }

  private risLine(tag: string, value: string, line: TextRange): LineInTheMaking {
    const text = value.trim();
    return { tag, range: { from: line.to - text.length, to: line.to }, words: text === '' ? [] : [text] };
  }

  /** Long values continue on lines without a tag. */
  private continue(line: string): void {
    this.record!.lines.at(-1)!.words.push(line.trim());
  }

  private unfinished(end: number): void {
    if (!this.record) return;
    this.report(
      this.record.start,
      say(
        'This record is not ended by a line “ER  - ”. It is read up to the next record, or the end of the file.',
      ),
    );
    this.finish(end);
  }

  private finish(end: number): void {
    const { start } = this.record!;
    const lines = this.record!.lines.map(({ tag, range, words }): RisLine => ({
      tag,
      value: { text: words.join(' '), range },
    }));
    this.record = null;
    const key = this.key(lines, start);
    if (key.text === '') {
      this.report(
        start,
        say('This record has no “ID”, author or year, so it cannot be cited. Give it a line “ID  - ”.'),
      );
      return;
    }
    this.entries.push(
      new CslEntry(
        key,
        { from: start.from, to: end },
        lines[0]!.value.text.toLowerCase(),
        () => risToCsl(key.text, lines),
        () => risFiles(lines),
      ),
    );
  }

  private key(lines: readonly RisLine[], start: TextRange): Token {
    const id = lines.find((line) => line.tag === 'ID' && line.value.text !== '');
    if (id) return id.value;
    const authors = lines
      .filter((line) => line.tag === 'AU' || line.tag === 'A1')
      .map((line) => /^[^,\s]*/.exec(line.value.text)![0]);
    const years = lines
      .filter((line) => line.tag === 'PY' || line.tag === 'Y1')
      .map((line) => `_${line.value.text}`);
    const plain = authors.join('_') + years.join('');
    const times = this.made.get(plain) ?? 0;
    this.made.set(plain, times + 1);
    const text = times === 0 ? plain : plain + String.fromCharCode(96 + times);
    return { text, range: start };
  }

  private report(range: TextRange, message: string): void {
    this.problems.push({ range, message });
  }
}
