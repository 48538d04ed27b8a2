/** The words of one part of a DOCX: its text, or its notes. */
import type { OfficeAttributes, OfficeVisitor } from './docx-xml.ts';
import type { Style } from './styled.ts';
import { Unreadable } from './unreadable.ts';

/** What a reader of a part takes. */
export interface ParagraphSink {
  words(words: string): void;
  line(): void;
  /** The end of a paragraph. */
  paragraph(): void;
  /** What comes is a heading or emphasised, until that ends. */
  beginStyle?(style: Style): void;
  endStyle?(): void;
}

/** Words, the beginning or end of a style; null between paragraphs. */
type Part = string | { readonly begin: Style } | { readonly end: true } | null;

export type NoteKind = 'footnote' | 'endnote';

/** What is no part of the text that stands: deleted, moved away, said twice, or about how it looks. */
const UNREAD = new Set([
  'w:del',
  'w:moveFrom',
  'mc:Fallback',
  'w:rt',
  'w:instrText',
  'w:delText',
  'w:delInstrText',
  'w:sdtPr',
  'w:rPrChange',
  'w:pPrChange',
]);
const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** Paragraphs in text boxes in text boxes. */
const MOST_BOXES = 20;

/** A number as the mark of a note. */
export function raised(number: number | string): string {
  return `${number}`.replace(/\d/g, (digit) => RAISED[Number(digit)]!);
}

/** The text of a paragraph that is not yet done with: what stands in its boxes comes after it. */
class Story {
  parts: Part[] = [];
  readonly boxes: Part[] = [];
  heading: Style | null = null;
}

/** Visits a part and gives its paragraphs; `mark` is asked for the number of the note that is referred to. */
export class ParagraphReader implements OfficeVisitor {
  private unread = 0;
  private inText = 0;
  private isHidden = false;
  private isRaised = false;
  private isItalic = false;
  private isBold = false;
  private powers = 0;
  /** The paragraph is the large letter that the next one begins with. */
  private isInitial = false;
  /** Paragraphs that are open, the innermost last. */
  private readonly stories: Story[] = [new Story()];

  constructor(
    private readonly sink: () => ParagraphSink,
    private readonly mark: (kind: NoteKind, id: string) => string,
  ) {}

  open(name: string, attributes: OfficeAttributes): void {
    if (UNREAD.has(name)) this.unread++;
    if (this.unread > 0) return;
    switch (name) {
      case 'w:t':
      case 'm:t':
        this.inText++;
        return;
      case 'm:sup':
        this.powers++;
        return;
      case 'w:r':
        this.isHidden = this.isRaised = this.isItalic = this.isBold = false;
        return;
      case 'w:i':
        this.isItalic = isOn(attributes['w:val']);
        return;
      case 'w:b':
        this.isBold = isOn(attributes['w:val']);
        return;
      case 'w:rStyle':
        this.isItalic ||= /^emphasis$/i.test(attributes['w:val'] ?? '');
        this.isBold ||= /^strong$/i.test(attributes['w:val'] ?? '');
        return;
      case 'w:pStyle':
        this.story.heading = headingOf(attributes['w:val'] ?? '');
        return;
      case 'w:vanish':
        this.isHidden = isOn(attributes['w:val']);
        return;
      case 'w:vertAlign':
        this.isRaised = attributes['w:val'] === 'superscript';
        return;
      case 'w:framePr':
        this.isInitial = isOn(attributes['w:dropCap'] ?? '0');
        return;
      case 'w:txbxContent':
        if (this.stories.length > MOST_BOXES) throw new Unreadable('broken');
        this.stories.push(new Story());
        return;
      default:
        this.sign(name, attributes);
    }
  }

  close(name: string): void {
    if (this.unread > 0) {
      if (UNREAD.has(name)) this.unread--;
      return;
    }
    if (name === 'w:t' || name === 'm:t') this.inText--;
    else if (name === 'm:sup') this.powers--;
    else if (name === 'w:p') this.endParagraph();
    else if (name === 'w:txbxContent') {
      const box = this.stories.pop()!;
      this.story.boxes.push(...box.parts, null);
    } else if (name === 'w:r') this.isHidden = this.isRaised = false;
  }

  words(words: string): void {
    if (this.inText === 0 || this.unread > 0 || this.isHidden) return;
    const isNumber = (this.isRaised || this.powers > 0) && /^\s*\d{1,4}\s*$/.test(words);
    const { parts } = this.story;
    const style = this.isBold ? 'strong' : this.isItalic ? 'em' : null;
    if (style === null || isNumber) parts.push(isNumber ? raised(words.trim()) : words);
    else parts.push({ begin: style }, words, { end: true });
  }

  private get story(): Story {
    return this.stories[this.stories.length - 1]!;
  }

  /** Characters that are elements. */
  private sign(name: string, attributes: OfficeAttributes): void {
    const { parts } = this.story;
    if (name === 'w:footnoteReference' || name === 'w:endnoteReference') {
      const kind = name === 'w:footnoteReference' ? 'footnote' : 'endnote';
      const number = this.mark(kind, attributes['w:id'] ?? '');
      // A mark of one's own follows as text.
      if (!isOn(attributes['w:customMarkFollows'] ?? '0')) parts.push(number);
    } else if (this.isHidden) return;
    else if (name === 'w:tab' || name === 'w:ptab') parts.push(' ');
    else if (name === 'w:br' || name === 'w:cr') parts.push('\n');
    else if (name === 'w:noBreakHyphen') parts.push('\u2011');
  }

  private endParagraph(): void {
    const { story, stories } = this;
    const { isInitial } = this;
    this.isInitial = false;
    if (isInitial) return;
    if (stories.length > 1) {
      // Of a box: kept until the paragraph that it hangs on is done with.
      story.parts.push(null, ...story.boxes.splice(0));
      story.heading = null;
      return;
    }
    const sink = this.sink();
    const { heading } = story;
    if (heading !== null) sink.beginStyle?.(heading);
    const own: Part[] = heading === null ? story.parts : [...story.parts, { end: true }];
    for (const part of [...own, null, ...story.boxes]) {
      if (part === null) sink.paragraph();
      else if (typeof part === 'object') {
        if ('begin' in part) sink.beginStyle?.(part.begin);
        else sink.endStyle?.();
      } else if (part === '\n') sink.line();
      else sink.words(part);
    }
    stories[0] = new Story();
  }
}

/** The level of a heading by the name of its style, which Word has in its own language; null for other paragraphs. */
function headingOf(style: string): Style | null {
  if (/^(?:title|titel|titre|titolo|t[ií]tulo)$/i.test(style)) return 1;
  const level =
    /^(?:heading|(?:ü|ue)?berschrift|titre|titolo|t[ií]tulo|kop|rubrik|overskrift|nag[łl][óo]wek)\s?([1-6])$/i.exec(
      style,
    )?.[1];
  return level === undefined ? null : (Number(level) as Style);
}

/** A property that is there is on, unless it says that it is not. */
function isOn(value: string | undefined): boolean {
  return value === undefined || !['0', 'false', 'off', 'none'].includes(value);
}
