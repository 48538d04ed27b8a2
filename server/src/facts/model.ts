/**
 * What a document says, as plain data: the notes, citations, claims, mentions and quotations in it. Facts
 * know their own document only; what they lead to is looked up when somebody asks.
 */
import type { Locator } from '../pages/model.ts';
import type { Attributes, CitationMode, Token } from '../syntax/model.ts';
import type { UnreadReason } from '../syntax/nodes.ts';
import type { TextRange } from '../text/range.ts';

/** A bracketed span `[…]{…}` or a fenced div `::: {…}`. */
export interface AttributedPart {
  readonly kind: 'span' | 'div';
  readonly range: TextRange;
  /** What it holds, without brackets, fences and attributes. */
  readonly contentRange: TextRange;
  readonly attributes: Attributes;
}

export interface Heading {
  readonly level: number;
  readonly range: TextRange;
  readonly text: string;
  readonly id: string | null;
}

/** One work cited in Pandoc's notation. A bracket that cites three works gives three of these. */
export interface PandocCitation {
  readonly mode: CitationMode;
  /** Without `@` and braces, and without a CiTO intent. */
  readonly key: string;
  readonly keyRange: TextRange;
  /** The CiTO intent in front of the key (`disagreesWith` in `@disagreesWith:lee2011`), if any. */
  readonly intent: string | null;
  /** The item as a reader sees it: prefix, key, suffix; of `@key [p. 3]` all of it. */
  readonly range: TextRange;
  /** What stands before the key within its item; empty when there is nothing. */
  readonly prefixRange: TextRange;
  /** What stands after the key within its item, a locator with it; empty when there is nothing. */
  readonly suffixRange: TextRange;
  /** What stands around it says that it may be no citation: somebody's handle, a part of an address, bookdown's `@ref(…)`. */
  readonly doubt?: 'handle' | 'address' | 'reference';
  /** The locator within the suffix, read by Pandoc's terms. */
  readonly locator: Locator | null;
  /** Items of one bracket share a number; numbers rise through the document. */
  readonly group: number;
  /** The label of the note that it stands in; '' in an inline note; null outside notes. */
  readonly inNote: string | null;
}

export type { Attributes, CitationMode, Locator, Token };

export interface NoteMarker {
  readonly label: string;
  /** From `[^` to `]`. */
  readonly range: TextRange;
  /** The label of the note that holds it, '' for an inline note; Pandoc leaves such a marker literal. */
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

/** How one claim may stand to another. */
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

/** A claim, its attributes split into tokens but not yet understood. */
export interface Claim {
  readonly kind: 'span' | 'div';
  readonly id: Token | null;
  readonly range: TextRange;
  /** The words claimed. */
  readonly contentRange: TextRange;
  /** The words as a reader sees them: no markup, white space folded. */
  readonly text: string;
  readonly attributes: Attributes;
  /** Without a leading `@`. Absent: the file's source, or the writer. */
  readonly by: readonly Token[];
  readonly about: readonly Token[];
  readonly relations: readonly { readonly kind: RelationKind; readonly address: Token }[];
  readonly evidence: readonly Evidence[];
  readonly says: Token | null;
  readonly when: Token | null;
  readonly where: Token | null;
  readonly status: Token | null;
  readonly certainty: Token | null;
  /** Through the end of the sentence in which the claim ends: a citation in here supports it. */
  readonly sentence: TextRange;
  /** The id of the note that it stands in, as for citations. */
  readonly inNote: string | null;
}

/** A marked mention, `[the union]{.actor ref="acftu"}`. */
export interface ActorMark {
  readonly range: TextRange;
  readonly contentRange: TextRange;
  readonly text: string;
  /** The ids named in `ref`, without `@`. */
  readonly refs: readonly Token[];
}

/**
 * What stands near a quotation and may tell whose words it holds: a citation by key, the call of a note, or (`printed`)
 * what looks like a citation or a note's number in the manner of print. Whether it is one is for `found/` to read.
 */
export interface Attribution {
  readonly kind: 'citation' | 'note' | 'printed';
  /** The citekey, or the label of the note; '' for an inline note and for what is printed. */
  readonly name: string;
  /** Of the key; of a note its marker, or all of an inline one; all of what is printed. */
  readonly range: TextRange;
  /** Where in the work, as written. */
  readonly at: Token | null;
  /** It stands in another sentence, or too far off to be meant without doubt. */
  readonly loose: boolean;
}

/** Why a quotation is not word for word, or none: the words around it call it a translation, or a name. */
export type Disclaimer = 'translation' | 'name';

/** A quotation: marked with `.quote`, or found by its quotation marks or block quotation and what attributes it. */
export interface Quotation {
  readonly kind: 'marked' | 'inline' | 'block';
  readonly range: TextRange;
  /** The quoted words, without the outer quotation marks. */
  readonly contentRange: TextRange;
  /** The citekey it is taken from, without `@`. */
  readonly from: Token | null;
  /** Where in that work, as written: `p. 176`. */
  readonly at: Token | null;
  /**
   * Of an unmarked quotation: the first that leads to a work counts, as long as it is not loose; where all are loose,
   * any of them may be meant.
   */
  readonly attributions: readonly Attribution[];
  readonly disclaimer: Disclaimer | null;
}

/** What is wrong with a span or a div of ours, or a note, that did not become one, or not the one that was meant. */
export type SlipKind =
  /** The class in the plural or with a capital. */
  | 'class'
  /** Curly quotation marks around a value. */
  | 'quotes'
  /** Two names. */
  | 'names'
  /** A blank between bracket and brace. */
  | 'gap'
  /** Attributes that Pandoc cannot read: no dot, commas, blanks round the sign, a colon, quotation marks within. */
  | 'attributes'
  | 'brace-open'
  /** A bracket that is opened before the one that counts, that is not closed, that is not opened. */
  | 'bracket'
  | 'bracket-open'
  | 'bracket-missing'
  /** A fence that Pandoc cannot read, one right below a paragraph, one that is never closed. */
  | 'fence'
  | 'fence-glued'
  | 'fence-open'
  /** A note whose label is a sentence, one that is never closed, one that takes the caption from a figure. */
  | 'note-label'
  | 'note-open'
  | 'figure';

/** Something that surely was meant as a span or a div of ours, or a note. */
export interface Slip {
  readonly kind: SlipKind;
  readonly range: TextRange;
  /** What mends it: each is one way to. */
  readonly fixes: readonly (readonly { readonly range: TextRange; readonly insert: string }[])[];
}

/**
 * Why Pandoc does not read a citation that was meant, if that is a work's key: an item of an example list at the
 * beginning of a paragraph takes the label, a word goes on in front of the sign, a bracket is never closed, the key
 * ends early. Or it reads one that was not meant, in an address.
 */
export type LostKind = 'example' | 'glued' | 'bracket' | 'key' | 'address';

/** A citation that Pandoc loses, cuts or makes up. */
export interface LostCitation {
  readonly kind: LostKind;
  /** The citekey that is meant, if a bibliography knows it; of an address the one that Pandoc reads. */
  readonly key: Token;
  /** What is to be mended. */
  readonly range: TextRange;
  readonly insert: string;
}

/** A place where the text of another file is taken in: `{{< include … >}}`, `child=` of a chunk. */
export interface Inclusion {
  /** The path as written. */
  readonly target: Token;
  readonly range: TextRange;
}

/** `[citation needed]`, `[?]`, `[@]`, `[@todo]`. */
export interface Placeholder {
  readonly range: TextRange;
}

/** An HTML comment that switches a rule off or on again. */
export interface Suppression {
  readonly kind: 'disable-next-line' | 'disable' | 'enable' | 'disable-file';
  /** Empty: every rule. */
  readonly rules: readonly Token[];
  readonly reason: string | null;
  /** The whole comment. */
  readonly range: TextRange;
}

/** What the YAML block at the head of a document says, and further ones in it, where the last to name a key counts. */
export interface FrontMatter {
  /** Of the block at the head, from the first `---` to the end of the closing line; empty where there is none. */
  readonly range: TextRange;
  readonly title: string | null;
  readonly lang: string | null;
  /** The citekey of the work whose text this file is. */
  readonly source: Token | null;
  /** Whether it is only a part of that work. */
  readonly excerpt: boolean;
  readonly bibliography: readonly Token[];
  readonly csl: Token | null;
  /** Citekeys that `nocite` names, `*` among them. */
  readonly nocite: readonly Token[];
  /** `references`: inline CSL items, as plain data with the place of their `id`. */
  readonly references: readonly { readonly id: Token; readonly range: TextRange; readonly item: unknown }[];
  /** Kinds of cross-references of its own, for Quarto: with `vid`, `@vid-a` is one. */
  readonly crossReferences: readonly string[];
  /** All keys at the top. */
  readonly keys: readonly string[];
  /** What is wrong with the YAML; the rest is read all the same. */
  readonly problems: readonly ReadingProblem[];
}

/** Something that could not be read, and why, in words for the person who wrote it. */
export interface ReadingProblem {
  readonly range: TextRange;
  readonly message: string;
  /** It is read all the same, if not as it may be meant. */
  readonly mild?: true;
}

/** Where something may begin that was not read, and why. */
export interface UnreadPlace {
  readonly range: TextRange;
  readonly reason: UnreadReason;
}

/** All that one document says. Every list is in the order of the text. */
export interface DocumentFacts {
  readonly frontMatter: FrontMatter | null;
  readonly headings: readonly Heading[];
  readonly markers: readonly NoteMarker[];
  readonly definitions: readonly NoteDefinition[];
  readonly inlineNotes: readonly InlineNote[];
  readonly citations: readonly PandocCitation[];
  readonly parts: readonly AttributedPart[];
  readonly claims: readonly Claim[];
  /** The names of those claims that have one. */
  readonly claimNames: readonly Token[];
  readonly actorMarks: readonly ActorMark[];
  readonly quotations: readonly Quotation[];
  readonly placeholders: readonly Placeholder[];
  readonly slips: readonly Slip[];
  readonly lost: readonly LostCitation[];
  readonly suppressions: readonly Suppression[];
  readonly inclusions: readonly Inclusion[];
  /** Bibliographies that code in chunks names: it may write them. */
  readonly built: readonly Token[];
  /** What cross-references of filters may name: `{#fig:harbour}` for pandoc-crossref, `{#apx-one}` for another. */
  readonly labels: readonly Token[];
  /** Where something was not read; in each block the first such place, and others perhaps. */
  readonly unread: readonly UnreadPlace[];
  /** Code, raw HTML and TeX, URLs, link targets, attributes, comments, front matter: no prose, sorted. */
  readonly opaque: readonly TextRange[];
}
