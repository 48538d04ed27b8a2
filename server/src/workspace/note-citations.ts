/** What the notes of a document cite. */
import type { DocumentFacts, Locator, Token } from '../facts/model.ts';
import type { FoundFacts } from '../found/model.ts';
import { firstFrom, type TextRange } from '../text/range.ts';

/** A note that cites. */
export interface CitingNote {
  /** The index of its first citation; null where it says *ibid.* or the like of an earlier one. */
  readonly first: number | null;
  /** Where in the work, as such a short form says. */
  readonly locator: Locator | null;
  /** The works that it cites, each once. */
  readonly works: readonly Token[];
  /** Whether it begins with a citation: it is there to say where something is from. */
  readonly leads: boolean;
  /** Whether there is a number in it besides: it may be a page. */
  readonly holdsNumber: boolean;
}

/** Words that may stand before the name of a source: `Quoted in`, `See`, `From`. */
const LEAD =
  /^[\s[(^“"«*_]*(?:(?:see|cf\.?|from|quoted (?:in|from|by)|cited in|in|vgl\.?|siehe|zit(?:iert)?\.? (?:n(?:ach|\.)|in)|aus|voir|cité (?:par|dans)|véase|citado (?:en|por)|cit(?:ato)? in|ver|apud)[\s,:]+)?[\s[(-]*$/iu;

/** Looks up notes; nothing is worked out before somebody asks. */
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

  /** The note that a marker calls by `label`, or that stands in the text at `range`; null where it cites nothing. */
  of(label: string, range: TextRange): CitingNote | null {
    const body = label === '' ? range : this.bodyOf(label);
    if (!body) return null;
    let note = this.known.get(body.from);
    if (note === undefined) this.known.set(body.from, (note = this.read(body)));
    return note;
  }

  /** The note that is called right after `at`. */
  calledAt(at: number): CitingNote | null {
    const { markers, inlineNotes } = this.facts;
    this.calls ??= [markers, inlineNotes].map((list) => list.map(({ range }) => range));
    const marker = markers[firstFrom(this.calls[0]!, at)];
    if (marker && this.isNextTo(at, marker.range.from)) return this.of(marker.label, marker.range);
    const inline = inlineNotes[firstFrom(this.calls[1]!, at)];
    return inline && this.isNextTo(at, inline.range.from) ? this.of('', inline.range) : null;
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

  /** `Ibid., p. 5.` after a note that cites by citekey. */
  private readShortForms(body: TextRange): CitingNote | null {
    const titles = this.found?.shortTitles ?? [];
    this.forms ??= titles.map(({ wholeRange }) => wholeRange);
    const forms = titles.slice(firstFrom(this.forms, body.from), firstFrom(this.forms, body.to));
    const [form] = forms;
    const key = form?.target?.key;
    if (form === undefined || key === undefined) return null;
    const { from } = form.range;
    // The key stands elsewhere: here there is nothing to be changed.
    const works = [{ text: key, range: { from, to: from } }];
    const leads = forms.length === 1 && LEAD.test(this.text.slice(body.from, form.wholeRange.from));
    return { first: null, locator: form.locator, works, leads, holdsNumber: true };
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
