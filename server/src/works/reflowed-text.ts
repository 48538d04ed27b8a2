/** The text of a work that has paragraphs instead of printed lines: what its readers put it together with. */
import { romanValue } from '../pages/roman.ts';
import { markedPages } from '../quotations/numbering.ts';
import type { Sheet, WorkFormat, WorkText } from './model.ts';
import { StyleRecorder, type Style, type Styled } from './styled.ts';
import { Unreadable } from './unreadable.ts';

/** UTF-16 units of the whole text. */
const MOST_CHARACTERS = 20_000_000;
/** Marks that only look like those of pages are believed where there are several. */
const FEWEST_MARKS = 3;
const LONGEST_LABEL = 12;

/** What stands between what was written and what comes next. */
const enum Gap {
  None,
  Space,
  Line,
  Paragraph,
}
const GAPS = ['', ' ', '\n', '\n\n'] as const;

/** Hyphens that show only at the end of a line, breaks without width, marks of byte order, zeros. */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff\0]+/g;
const WHITE = /[ \t\n\r\f\v]+/g;

interface PageMark {
  readonly label: string;
  readonly certain: boolean;
  readonly inNotes: boolean;
  /** How much there was of the text, and of its notes, when it came. */
  readonly body: number;
  readonly notes: number;
}

/** One of the two texts that are written side by side. */
class Strand {
  readonly styles = new StyleRecorder();
  text = '';
  gap = Gap.None;

  widen(gap: Gap): void {
    if (gap > this.gap) this.gap = gap;
  }

  write(words: string): void {
    if (this.text !== '') this.text += GAPS[this.gap];
    this.gap = Gap.None;
    this.styles.wordsAt(this.text.length);
    this.text += words;
  }
}

/** Takes words in the order of a file, puts notes last, and remembers where pages begin. */
export class ReflowedText {
  private readonly body = new Strand();
  private readonly notes = new Strand();
  private noteDepth = 0;
  private readonly marks: PageMark[] = [];

  private get strand(): Strand {
    return this.noteDepth > 0 ? this.notes : this.body;
  }

  get length(): number {
    return this.body.text.length + this.notes.text.length;
  }

  /** Words as they stand in a file: white space of any length is one space. Throws `Unreadable` past the limit. */
  words(written: string): void {
    const words = written.replace(UNSEEN, '').replace(WHITE, ' ');
    if (words === '') return;
    const { strand } = this;
    if (words.startsWith(' ')) strand.widen(Gap.Space);
    if (words.trim() === '') return strand.widen(Gap.Space);
    strand.write(words.replace(/^ | $/g, ''));
    if (words.endsWith(' ')) strand.widen(Gap.Space);
    if (this.length > MOST_CHARACTERS) throw new Unreadable('large');
  }

  space(): void {
    this.strand.widen(Gap.Space);
  }

  line(): void {
    this.strand.widen(Gap.Line);
  }

  paragraph(): void {
    this.strand.widen(Gap.Paragraph);
  }

  /** What comes until `endStyle` is a heading, or emphasised. */
  beginStyle(style: Style): void {
    this.strand.styles.begin(style);
  }

  endStyle(): void {
    this.strand.styles.end(this.strand.text.length);
  }

  /** What comes until `endNote` is no part of the sentence that it interrupts. */
  beginNote(): void {
    this.noteDepth++;
    this.paragraph();
  }

  endNote(): void {
    this.paragraph();
    this.noteDepth--;
  }

  /** Here begins the printed page `label`. `certain`: by what the file says, not by what looks like it. */
  page(label: string, certain: boolean): void {
    this.marks.push({
      label: label.trim(),
      certain,
      inNotes: this.noteDepth > 0,
      body: this.body.text.length,
      notes: this.notes.text.length,
    });
  }

  finish(format: WorkFormat): WorkText {
    const body = ended(this.body.text);
    const notes = ended(this.notes.text);
    const text = body + notes;
    const quality = /[\p{L}\p{N}]/u.test(text) ? ('set' as const) : ('none' as const);
    const styled = this.styled(body.length);
    const pages = this.pages(text, body.length);
    return { format, text, quality, notesFrom: body.length, ...pages, ...(styled.length > 0 && { styled }) };
  }

  private styled(notesFrom: number): Styled[] {
    const ofNotes = this.notes.styles.styled.map(({ from, to, style }) => ({
      from: from + notesFrom,
      to: to + notesFrom,
      style,
    }));
    return [...this.body.styles.styled, ...ofNotes];
  }

  private pages(text: string, notesFrom: number): Pick<WorkText, 'sheets' | 'folios'> {
    const certain = this.marks.filter((mark) => mark.certain);
    const chosen = certain.length > 0 ? certain : this.marks.length < FEWEST_MARKS ? [] : this.marks;
    // The list of pages and what stands in the text often name the same.
    const marks = chosen.filter(({ label }, i) => label !== chosen[i - 1]?.label);
    if (marks.length === 0) {
      const written = markedPages(text.slice(0, notesFrom));
      return {
        sheets: written.map(({ from, to }, index) => ({ from, to, index })),
        folios: written.map(({ label }) => label),
      };
    }
    if (!runOn(marks)) return { sheets: [], folios: [] };
    const sheets: Sheet[] = [];
    const add = (from: number, to: number, index: number): void => {
      if (text.slice(from, to).trim() !== '') sheets.push({ from, to, index });
    };
    marks.forEach((mark, i) => add(mark.body, marks[i + 1]?.body ?? notesFrom, i));
    // Of notes gathered from many pages nothing tells the page, unless marks stand among them.
    marks.forEach((mark, i) => {
      const to = marks[i + 1]?.notes ?? text.length - notesFrom;
      if (mark.inNotes) add(notesFrom + mark.notes, notesFrom + to, i);
    });
    return { sheets, folios: marks.map(({ label }) => (label.length > LONGEST_LABEL ? null : label)) };
  }
}

function ended(text: string): string {
  return text === '' ? '' : `${text}\n`;
}

/** Whether the numbers of pages rise, Roman ones before the others or not at all. */
function runOn(marks: readonly PageMark[]): boolean {
  let arabic = 0;
  let roman = 0;
  for (const { label } of marks) {
    if (/^\d{1,5}$/.test(label)) {
      if (Number(label) <= arabic) return false;
      arabic = Number(label);
    } else {
      const value = romanValue(label);
      if (value === null) continue;
      if (value <= roman || arabic > 0) return false;
      roman = value;
    }
  }
  return arabic > 0 || roman > 0;
}
