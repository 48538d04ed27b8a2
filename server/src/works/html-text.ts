/** The readable text of one page of HTML, into the text of a work. */
import { Parser } from 'htmlparser2';
import {
  flowOf,
  holdsNotes,
  isArticle,
  isFurniture,
  isNoteMark,
  isUnread,
  leadsElsewhere,
  pageInWords,
  pageMarkOf,
  raisedNumber,
  type Attributes,
  type PageMarkElement,
} from './html-elements.ts';
import type { ReflowedText } from './reflowed-text.ts';
import { styleOf } from './styled.ts';
import { Unreadable } from './unreadable.ts';

export interface PageOptions {
  /** The page is XML: any element may close itself. */
  readonly isXml: boolean;
  /** A part of a book, of which nothing is about the text. */
  readonly isBook: boolean;
  /** Also what is hidden, or looks like it is about the text. */
  readonly isWhole: boolean;
  /** What a list of pages names: the `id` of an element → the printed page that begins there. */
  readonly pageAt: ReadonlyMap<string, string>;
}

/** Elements within each other; browsers stop at half of it. */
const DEEPEST = 1000;
/** UTF-16 units that the mark of a note or a page may have. */
const LONGEST_MARK = 40;
/** Elements whose words are no markup in HTML, and which XML may close at once. */
const CLOSED_AT_ONCE =
  /<(title|script|style|textarea|iframe|noembed|noframes|xmp|plaintext)\b([^<>]{0,2000})\/>/gi;

interface Frame {
  readonly name: string;
  /** What it gives a style to is read. */
  isStyled: boolean;
  /** Elements that it has had so far. */
  children: number;
  readonly effect: 'none' | 'unread' | 'furniture' | 'notes' | 'article' | 'mark';
  /** Of notes within what is left out: how deep in that they are. */
  readonly outside: number;
}

/** The words of something that may be a mark. */
interface Held {
  readonly depth: number;
  page: PageMarkElement | null;
  readonly isNoteMark: boolean;
  words: string;
  isLinked: boolean;
}

/** Reads `html` into `text`. Returns how many characters were left out as furniture. Throws `Unreadable`. */
export function readPageInto(text: ReflowedText, html: string, options: PageOptions): number {
  const reader = new PageReader(text, options);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      onclosetag: (name) => reader.close(name),
      ontext: (words) => reader.words(words),
    },
    { recognizeSelfClosing: options.isXml, recognizeCDATA: options.isXml },
  );
  parser.end(options.isXml ? html.replace(CLOSED_AT_ONCE, '<$1$2></$1>') : html);
  reader.end();
  return reader.leftOut;
}

class PageReader {
  leftOut = 0;
  private readonly frames: Frame[] = [];
  /** How many of the open elements are left out, and how many of these for good. */
  private skipped = 0;
  private unread = 0;
  private articles = 0;
  private held: Held | null = null;

  constructor(
    private readonly text: ReflowedText,
    private readonly options: PageOptions,
  ) {}

  open(name: string, attributes: Attributes): void {
    if (this.frames.length >= DEEPEST) throw new Unreadable('broken');
    const frame = this.frameOf(name, attributes);
    this.frames.push(frame);
    if (frame.effect === 'unread') this.unread++;
    if (frame.effect === 'furniture') this.skipped++;
    if (frame.effect === 'article') this.articles++;
    if (this.unread > 0) return;
    const label = this.options.pageAt.get(attributes['id'] ?? attributes['name'] ?? '');
    if (label !== undefined) this.text.page(label, true);
    if (this.skipped > 0) return;
    this.flow(name);
    if (frame.effect === 'notes') this.text.beginNote();
    const style = styleOf(name);
    if (style !== null) {
      this.text.beginStyle(style);
      frame.isStyled = true;
    }
    if (name === 'q') this.words('“');
    if (this.held) {
      this.held.isLinked ||= name === 'a';
      if (leadsElsewhere(name, attributes) && !this.held.page?.certain) this.held.page = null;
    } else if (frame.effect === 'mark') {
      const page = pageMarkOf(name, attributes);
      const isLinked = name === 'a';
      this.held = { depth: this.frames.length, page, isNoteMark: page === null, words: '', isLinked };
    }
  }

  close(name: string): void {
    if (this.held?.depth === this.frames.length) this.settle();
    const frame = this.frames.pop();
    if (!frame) return;
    if (frame.effect === 'unread') this.unread--;
    if (frame.effect === 'furniture') this.skipped--;
    if (frame.effect === 'article') this.articles--;
    if (frame.isStyled) this.text.endStyle();
    if (this.unread === 0 && this.skipped === 0) {
      if (name === 'q') this.words('”');
      this.flow(name);
      if (frame.effect === 'notes') this.text.endNote();
    }
    if (frame.effect === 'notes') this.skipped = frame.outside;
  }

  words(words: string): void {
    if (this.unread > 0) return;
    if (this.skipped > 0) this.leftOut += words.trim().length;
    else if (this.held) {
      this.held.words += words;
      if (this.held.words.length > LONGEST_MARK) this.release();
    } else this.text.words(words);
  }

  end(): void {
    this.release();
    while (this.frames.length > 0) this.close('');
  }

  private frameOf(name: string, attributes: Attributes): Frame {
    const frame = (effect: Frame['effect'], outside = 0): Frame => ({
      name,
      isStyled: false,
      children: 0,
      effect,
      outside,
    });
    const parent = this.frames.at(-1);
    if (parent) parent.children++;
    if (isUnread(name, attributes)) return frame('unread');
    const isNotes = this.unread === 0 && holdsNotes(name, attributes);
    const isWithin = this.options.isBook || this.articles > 0;
    // Notes may stand in the foot of a page, which is left out otherwise.
    const isAside = name === 'aside' && !isWithin;
    if (isNotes && !isAside) {
      const outside = this.skipped;
      this.skipped = 0;
      return frame('notes', outside);
    }
    if (!this.options.isWhole && isFurniture(name, attributes, isWithin)) return frame('furniture');
    if (isArticle(name)) return frame('article');
    const isPower = name === 'mn' && parent?.name === 'msup' && parent.children === 2;
    const isMark = isPower || isNoteMark(name, attributes) || pageMarkOf(name, attributes) !== null;
    return frame(isMark ? 'mark' : 'none');
  }

  private flow(name: string): void {
    const flow = flowOf(name);
    if (flow === 'inline') return;
    this.release();
    if (flow === 'paragraph') this.text.paragraph();
    else if (flow === 'line') this.text.line();
    else this.text.space();
  }

  /** What was held is what it looked like, or words like others. */
  private settle(): void {
    const { held } = this;
    if (!held) return;
    const label = held.page && (held.page.label ?? pageInWords(held.words));
    const isLabel = held.words.trim() === '' || pageInWords(held.words) !== null;
    if (held.page && label !== null && isLabel) {
      this.held = null;
      this.text.page(label, held.page.certain);
      return;
    }
    const raised = held.isNoteMark ? raisedNumber(held.words) : null;
    if (raised === null) return this.release();
    this.held = null;
    this.text.words(raised);
  }

  private release(): void {
    const { held } = this;
    if (!held) return;
    this.held = null;
    if (held.page?.label) this.text.page(held.page.label, held.page.certain);
    // A letter in brackets that leads to a note is its mark.
    if (held.isLinked && held.isNoteMark && /^\s*\[[^\]]{1,12}\]\s*$/.test(held.words)) return;
    this.text.words(held.words);
  }
}
