/**
 * The content of a document as plain data: its notes, citations, claims, mentions and quotations. Facts know
 * only their own document; what they refer to is resolved on demand.
 */
import type { Locator } from '../pages/model.ts';
import type { Attributes, CitationMode, Token } from '../syntax/model.ts';
import type { UnreadReason } from '../syntax/nodes.ts';
import type { TextRange } from '../text/range.ts';

/** A bracketed span `[…]{…}` or a fenced div `::: {…}`. */
export interface AttributedPart {
  readonly kind: 'span' | 'div';
  readonly range: TextRange;
  /** The content without brackets, fences and attributes. */
  readonly contentRange: TextRange;
  readonly attributes: Attributes;
}

export interface Heading {
  readonly level: number;
  readonly range: TextRange;
  readonly text: string;
  readonly id: string | null;
}

/** One work cited in Pandoc's syntax. A bracket with three works gives three citations. */
export interface PandocCitation {
  readonly mode: CitationMode;
  /** Without `@` and braces, and without a CiTO intent. */
  readonly key: string;
  readonly keyRange: TextRange;
  /** The CiTO intent before the key (`disagreesWith` in `@disagreesWith:lee2011`), if any. */
  readonly intent: string | null;
  /** The whole item: prefix, key, suffix; for `@key [p. 3]` everything. */
  readonly range: TextRange;
  /** The text before the key in its item; empty where there is none. */
  readonly prefixRange: TextRange;
  /** The text after the key in its item, with the locator; empty where there is none. */
  readonly suffixRange: TextRange;
  /** Why it may be no citation: a social media handle, a part of a URL, or bookdown's `@ref(…)`. */
  readonly doubt?: 'handle' | 'address' | 'reference';
  /** The locator in the suffix, by Pandoc's terms. */
  readonly locator: Locator | null;
  /** Shared by the items of one bracket; ascends through the document. */
  readonly group: number;
  /** The label of the note that contains it; '' for an inline note, null outside notes. */
  readonly inNote: string | null;
}

export type { Attributes, CitationMode, Locator, Token };

export interface NoteMarker {
  readonly label: string;
  /** From `[^` to `]`. */
  readonly range: TextRange;
  /** The label of the note `[^label]: …` that contains it; Pandoc leaves such a call literal. In an inline note it does not. */
  readonly inNote: string | null;
}

export interface NoteDefinition {
  readonly label: string;
  /** The label alone. */
  readonly labelRange: TextRange;
  /** From `[^` to the end of the last continuation line. */
  readonly range: TextRange;
  readonly bodyRange: TextRange;
}

export interface InlineNote {
  readonly range: TextRange;
  readonly bodyRange: TextRange;
}

/** The relations between claims. */
export const RELATION_KINDS = [
  'supports',
  'implies',
  'qualifies',
  'contradicts',
  'resolves',
  'prefers',
] as const;

export type RelationKind = (typeof RELATION_KINDS)[number];

/** One item of `evidence`: a citekey with or without a locator, or the address of a claim. */
export interface Evidence {
  readonly kind: 'citation' | 'claim';
  /** The citekey without `@`, or the address. */
  readonly target: Token;
  readonly locator: string | null;
}

/** A claim, with its attributes split into tokens but not interpreted. */
export interface Claim {
  readonly kind: 'span' | 'div';
  readonly id: Token | null;
  readonly range: TextRange;
  /** The claim's words. */
  readonly contentRange: TextRange;
  /** The claim's words as rendered: without markup, white space folded. */
  readonly text: string;
  readonly attributes: Attributes;
  /** Without a leading `@`. Empty means the file's source or the writer. */
  readonly by: readonly Token[];
  /** Who reports them, the nearest first: what follows `via` in `by`. */
  readonly via: readonly Token[];
  readonly about: readonly Token[];
  readonly relations: readonly { readonly kind: RelationKind; readonly address: Token }[];
  readonly evidence: readonly Evidence[];
  readonly says: Token | null;
  readonly when: Token | null;
  readonly where: Token | null;
  readonly status: Token | null;
  readonly certainty: Token | null;
  /** Up to the end of the sentence in which the claim ends: a citation in this range supports it. */
  readonly sentence: TextRange;
  /** The note that contains it, as for citations. */
  readonly inNote: string | null;
}

/** A marked mention, `[the union]{.actor ref="acftu"}`. */
export interface ActorMark {
  readonly range: TextRange;
  readonly contentRange: TextRange;
  readonly text: string;
  /** The ids in `ref`, without `@`. */
  readonly refs: readonly Token[];
}

/**
 * What may give the source of a quotation: a citation by key, a note call, or (`printed`) what looks like a
 * printed citation or note number. Whether it is one is decided in `found/`.
 */
export interface Attribution {
  readonly kind: 'citation' | 'note' | 'printed';
  /** The citekey, or the label of the note; '' for inline notes and printed citations. */
  readonly name: string;
  /** The range of the key; for notes the marker or the whole inline note; for printed ones all of it. */
  readonly range: TextRange;
  /** The locator as written. */
  readonly at: Token | null;
  /** Whether it is in another sentence, or too far away to be certain. */
  readonly loose: boolean;
  /** Whether it need not attribute anything: a block quotation after a finished sentence may be of any kind. */
  readonly weak?: true;
}

/**
 * Why a quotation is not verbatim or no quotation: its context calls it a translation, or a name, which is short. A title
 * that is announced as one, and what a foreign word means, may be of any length.
 */
export type Disclaimer = 'translation' | 'name' | 'title';

/**
 * A quotation: marked with `.quote`, or recognised by quotation marks or as a block quotation, with an
 * attribution.
 */
export interface Quotation {
  readonly kind: 'marked' | 'inline' | 'block';
  readonly range: TextRange;
  /** The quoted words, without outer quotation marks. */
  readonly contentRange: TextRange;
  /** The citekey of its source, without `@`. */
  readonly from: Token | null;
  /** The locator in that work as written: `p. 176`. */
  readonly at: Token | null;
  /**
   * For a quotation without a mark: the first that leads to a work counts, unless it is loose. Where all are
   * loose, each may be meant.
   */
  readonly attributions: readonly Attribution[];
  readonly disclaimer: Disclaimer | null;
}

/** A mistake in a span, div or note because of which it is none, or not the intended one. */
export type SlipKind =
  /** The class is in the plural or has a capital. */
  | 'class'
  /** Curly quotation marks around a value. */
  | 'quotes'
  /** A straight quotation mark without its partner. */
  | 'quote-open'
  /** Two ids. */
  | 'names'
  /** A space between bracket and brace. */
  | 'gap'
  /** Attributes that Pandoc cannot read: no dot, commas, spaces around `=`, a colon, quotation marks inside. */
  | 'attributes'
  | 'brace-open'
  /** A second pair of braces, attributes before the words in brackets. */
  | 'braces'
  | 'order'
  /** A bracket that is opened before the one that counts, that is not closed, that is not opened. */
  | 'bracket'
  | 'bracket-open'
  | 'bracket-missing'
  /** A fence that Pandoc cannot read; one directly below a paragraph; one that is not closed. */
  | 'fence'
  | 'fence-glued'
  | 'fence-open'
  /** A note whose label is a sentence; one that is not closed; one because of which an image is no figure. */
  | 'note-label'
  | 'note-open'
  | 'figure'
  /** A note in place right before a bracket, two notes side by side. */
  | 'note-taken'
  | 'raised'
  | 'notes-together'
  /** Words that Pandoc reads as something else, or leaves out. */
  | WordsLost;

/**
 * What follows the attributes of a heading and makes them words; a hyphen that makes a heading of the line above; cells
 * of a table that has no column for them; a paragraph taken for the address of a link.
 */
export type WordsLost = 'heading' | 'underline' | 'cells' | 'definition';

/** What was certainly meant as one of our spans or divs, or a note. */
export interface Slip {
  readonly kind: SlipKind;
  readonly range: TextRange;
  /** Alternative corrections. */
  readonly fixes: readonly (readonly { readonly range: TextRange; readonly insert: string }[])[];
}

/**
 * Why Pandoc does not read a citation that was meant, if that is a work's key: an item of an example list at the
 * beginning of a paragraph takes the label, a word goes on in front of the sign, a bracket is never closed, the key
 * ends early, the sign begins the address of a link, another bracket or a place in parentheses follows, words without a key stand between semicolons. Or it reads one that was not meant, in an address.
 */
export type LostKind = 'example' | 'glued' | 'bracket' | 'key' | 'address' | 'target' | 'neighbour' | 'part';

/** A citation that Pandoc loses, truncates or invents. */
export interface LostCitation {
  readonly kind: LostKind;
  /** The intended citekey, if a bibliography has it; for a URL the key that Pandoc reads. */
  readonly key: Token;
  /** The range to be corrected. */
  readonly range: TextRange;
  /** What to put there; of a bracket that is not closed, what belongs into it after the key. */
  readonly insert: string;
}

/** An inclusion of another file: `{{< include … >}}`, or `child=` of a chunk. */
export interface Inclusion {
  /** The path as written. */
  readonly target: Token;
  readonly range: TextRange;
}

/** `[citation needed]`, `[?]`, `[@]`, `[@todo]`. */
export interface Placeholder {
  readonly range: TextRange;
}

/** An HTML comment that switches a rule off or on. */
export interface Suppression {
  readonly kind: 'disable-next-line' | 'disable' | 'enable' | 'disable-file';
  /** Empty for every rule. */
  readonly rules: readonly Token[];
  readonly reason: string | null;
  /** The whole comment. */
  readonly range: TextRange;
}

/**
 * The metadata of a document: the YAML block at its start and further ones, where the last occurrence of a
 * key counts.
 */
export interface FrontMatter {
  /** The block at the start, from its first `---` to the end of the closing line; empty where there is none. */
  readonly range: TextRange;
  readonly title: string | null;
  readonly lang: string | null;
  /** The citekey of the work whose text this file is. */
  readonly source: Token | null;
  /** Whether it is only a part of that work. */
  readonly excerpt: boolean;
  readonly bibliography: readonly Token[];
  readonly csl: Token | null;
  /** The citekeys in `nocite`, perhaps with `*`. */
  readonly nocite: readonly Token[];
  /** `references`: inline CSL items as plain data, with the range of their `id`. */
  readonly references: readonly { readonly id: Token; readonly range: TextRange; readonly item: unknown }[];
  /** Additional kinds of cross-references for Quarto: with `vid`, `@vid-a` is one. */
  readonly crossReferences: readonly string[];
  /** Whether another program than Pandoc reads the text, to which `@name` cites nothing. */
  readonly citesNothing: boolean;
  /** All top-level keys. */
  readonly keys: readonly string[];
  /** Problems in the YAML; the rest was read. */
  readonly problems: readonly ReadingProblem[];
}

/** Something that could not be read, and why, as a sentence. */
export interface ReadingProblem {
  readonly range: TextRange;
  readonly message: string;
  /** It was read, though perhaps not as meant. */
  readonly mild?: true;
}

/** The offset of something that was not read, and why. */
export interface UnreadPlace {
  readonly range: TextRange;
  readonly reason: UnreadReason;
}
