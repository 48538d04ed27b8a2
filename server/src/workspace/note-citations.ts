/** What the notes of a document cite. */
import { callsItTranslation } from '../facts/disclaimers.ts';
import type { DocumentFacts } from '../facts/fact-lists.ts';
import type { Disclaimer, Locator, Quotation, Token } from '../facts/model.ts';
import type { FoundFacts, ShortTitle } from '../found/model.ts';
import { firstFrom, type TextRange } from '../text/range.ts';

/** Words that cite without a key, empty where a note was not read; `from` is their offset. */
export interface PrintedSource {
  readonly words: string;
  /** Null where they come from an earlier note, to which a short form refers. */
  readonly from: number | null;
  /** The locator of the short form. */
  readonly locator: Locator | null;
  /** Whether they are in another sentence than the quotation. */
  readonly loose: boolean;
  /** The year where `words` are the prose before the quotation, which names the author; '' where only a page is given. */
  readonly inProse?: string;
}

/** A note that cites. */
export interface CitingNote {
  /** The index of its first citation; null where it has only a short form such as *ibid.* */
  readonly first: number | null;
  /** The locator of the short form. */
  readonly locator: Locator | null;
  /** The works that it cites, each once. */
  readonly works: readonly Token[];
  /** Whether it begins with a citation, so that its purpose is to give a source. */
  readonly leads: boolean;
  /** Whether it has another number, which may be a page. */
  readonly holdsNumber: boolean;
}

/** Words that may precede the name of a source: `Quoted in`, `See`, `From`. */
const LEAD =
  /^[\s[(^“"«*_]*(?:(?:see|cfr?\.?|por\.|zob\.|см\.|zie|from|quoted (?:in|from|by)|cited in|in|vgl\.?|siehe|zit(?:iert)?\.? (?:n(?:ach|\.)|in)|aus|voir|cité (?:par|dans)|véase|citado (?:en|por)|cit(?:ato)? in|ver|apud)[\s,:]+)?[\s[(-]*$/iu;

/** Longer notes are discussion rather than citation. */
const LONGEST_NOTE = 1500;

/** Citations in notes, derived on demand. */
export class NoteCitations {
  private readonly known = new Map<number, CitingNote | null>();
  private bodies: ReadonlyMap<string, TextRange> | null = null;
  private citations: readonly TextRange[] | null = null;
  private forms: readonly TextRange[] | null = null;
  private calls: readonly (readonly TextRange[])[] | null = null;

  constructor(
    private readonly text: string,
    private readonly facts: DocumentFacts,
    private readonly found: FoundFacts | null,
  ) {}

  /**
   * The citations of the note with `label`, or of the inline note at `range`; null where it cites nothing.
   */
  of(label: string, range: TextRange): CitingNote | null {
    const body = label === '' ? range : this.bodyOf(label);
    if (!body) return null;
    let note = this.known.get(body.from);
    if (note === undefined) this.known.set(body.from, (note = this.read(body)));
    return note;
  }

  /** The note that is called right after `at`. */
  calledAt(at: number): CitingNote | null {
    const call = this.callAt(at);
    return call && this.of(call.label, call.range);
  }

  /** The note call right after `at`; for an inline note the label is ''. */
  callAt(at: number): { readonly label: string; readonly range: TextRange } | null {
    const { markers, inlineNotes } = this.facts;
    this.calls ??= [markers, inlineNotes].map((list) => list.map(({ range }) => range));
    const marker = markers[firstFrom(this.calls[0]!, at)];
    if (marker && this.isNextTo(at, marker.range.from)) return marker;
    const inline = inlineNotes[firstFrom(this.calls[1]!, at)];
    return inline && this.isNextTo(at, inline.range.from) ? { label: '', range: inline.range } : null;
  }

  /** The disclaimer in the first note that a quotation calls. */
  disclaimerOf({ attributions, kind, range: { to } }: Quotation): Disclaimer | null {
    const called = attributions.find((one) => one.kind === 'note' && !one.loose);
    const call = called
      ? { label: called.name, range: called.range }
      : kind === 'marked'
        ? this.callAt(to)
        : null;
    const body = call && (call.label === '' ? call.range : this.bodyOf(call.label));
    const words = body && body.to - body.from <= LONGEST_NOTE ? this.text.slice(body.from, body.to) : '';
    return callsItTranslation(words) ? 'translation' : null;
  }

  /** The source that a note names without a key, itself or by a short form; null for none. */
  printed(label: string, range: TextRange): PrintedSource | null {
    // An inline note is delimited by `^[` and `]`.
    const body = label === '' ? { from: range.from + 2, to: range.to - 1 } : this.bodyOf(label);
    return body && this.printedIn(body);
  }

  /** As `printed`, for the note with that body. */
  printedIn(body: TextRange): PrintedSource | null {
    const [form, ...others] = this.formsIn(body);
    if (!form) return this.wordsAt(body, null);
    // Text before the short form, or another short form, may be what is quoted.
    const isAlone = others.length === 0 && LEAD.test(this.text.slice(body.from, form.wholeRange.from));
    // The first note of a work may call it cited; its title says which is meant.
    if (isAlone && form.status === 'unresolved' && form.title !== null && form.names.length > 0)
      return this.withoutForm(body, form);
    if (!isAlone || form.status !== 'resolved' || !form.target || form.target.part === 'container')
      return null;
    return this.wordsAt(form.target.range, form.locator ?? 'unsaid');
  }

  /** The words before a short form that leads to no earlier note, with its locator. */
  private withoutForm(body: TextRange, { range, locator }: ShortTitle): PrintedSource {
    const words = this.text.slice(body.from, range.from).replace(/[\s,(]+[*_]{0,2}$/, '');
    return {
      words: ` ${words}, ${locator ? this.text.slice(locator.range.from, locator.range.to) : ''}`.slice(1),
      from: null,
      locator,
      loose: false,
    };
  }

  private wordsAt({ from, to }: TextRange, said: Locator | 'unsaid' | null): PrintedSource | null {
    if (to - from > LONGEST_NOTE || to <= from) return null;
    const words = ` ${this.text.slice(from, to)}`.slice(1);
    // A short form without a locator does not certainly mean that of its antecedent.
    return said === null
      ? { words, from, locator: null, loose: false }
      : { words, from: null, locator: said === 'unsaid' ? null : said, loose: false };
  }

  private isNextTo(at: number, from: number): boolean {
    return from - at < 4 && /^[\s.,;:”’"']*$/.test(this.text.slice(at, from));
  }

  private bodyOf(label: string): TextRange | null {
    if (!this.bodies) {
      const bodies = new Map<string, TextRange>();
      for (const one of this.facts.definitions)
        if (!bodies.has(one.label)) bodies.set(one.label, one.bodyRange);
      this.bodies = bodies;
    }
    return this.bodies.get(label) ?? null;
  }

  /** Resolves `Ibid., p. 5.` after a note that cites by key. */
  private readShortForms(body: TextRange): CitingNote | null {
    const forms = this.formsIn(body);
    const [form] = forms;
    const key = form?.target?.key;
    if (form === undefined || key === undefined) return null;
    const { from } = form.range;
    // The key is in another note, so the range is empty: nothing here could be edited.
    const works = [{ text: key, range: { from, to: from } }];
    const leads = forms.length === 1 && LEAD.test(this.text.slice(body.from, form.wholeRange.from));
    return { first: null, locator: form.locator, works, leads, holdsNumber: true };
  }

  private formsIn(body: TextRange): readonly ShortTitle[] {
    const titles = this.found?.shortTitles ?? [];
    this.forms ??= titles.map(({ wholeRange }) => wholeRange);
    return titles.slice(firstFrom(this.forms, body.from), firstFrom(this.forms, body.to));
  }

  private read(body: TextRange): CitingNote | null {
    this.citations ??= this.facts.citations.map(({ range }) => range);
    const first = firstFrom(this.citations, body.from);
    const within = this.facts.citations.slice(first, firstFrom(this.citations, body.to));
    if (within.length === 0) return this.readShortForms(body);
    const seen = new Set<string>();
    const works = within
      .filter(({ key }) => !seen.has(key) && seen.add(key))
      .map(({ key, keyRange }) => ({ text: key, range: keyRange }));
    let rest = '';
    let done = body.from;
    for (const { keyRange } of within) {
      rest += this.text.slice(done, keyRange.from);
      done = keyRange.to;
    }
    rest += this.text.slice(done, body.to);
    const lead = this.text.slice(body.from, within[0]!.keyRange.from - 1);
    return { first, locator: null, works, leads: LEAD.test(lead), holdsNumber: /\d/.test(rest) };
  }
}
