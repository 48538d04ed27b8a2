import { CitationForms } from './citations.ts';
import type { Convention, ConventionOf } from './convention.ts';
import type { EntryBreaks } from './entry-form.ts';
import type { LostMarkerForm } from './lost-marker-form.ts';
import { MarkerForms } from './marker-forms.ts';
import type { NoteArrangement } from './note-arrangement.ts';
import { NoteWorksReader } from './note-works.ts';
import { NumberedForms } from './numbered-citations.ts';
import { NumberedLines } from './numbered-lines.ts';
import { EntryReader } from './reference-entry.ts';
import { SectionWords } from './section-words.ts';
import { ShortForms } from './short-forms.ts';

/**
 * Conventions prepared for use: those of a kind are searched together where possible. Their order is their precedence.
 */
export class ConventionSet {
  readonly headings: SectionWords;
  readonly markers: MarkerForms;
  readonly lostMarkers: readonly LostMarkerForm[];
  readonly noteNumbers: NumberedLines;
  readonly noteLists: readonly NoteArrangement[];
  readonly shortForms: ShortForms;
  readonly works: NoteWorksReader;
  readonly entries: EntryReader;
  readonly entryBreaks: readonly EntryBreaks[];
  readonly citations: CitationForms;
  readonly numbered: NumberedForms;

  constructor(conventions: readonly Convention[]) {
    const of = <Kind extends Convention['yields']>(kind: Kind): ConventionOf<Kind>[] =>
      conventions.filter((each): each is ConventionOf<Kind> => each.yields === kind);
    this.headings = new SectionWords(of('headings'));
    this.markers = new MarkerForms(of('markers'));
    this.lostMarkers = of('lost-markers');
    this.noteNumbers = new NumberedLines(of('note-numbers'));
    this.noteLists = of('note-lists');
    this.shortForms = new ShortForms(of('short-forms'));
    this.works = new NoteWorksReader(of('works'), this.shortForms);
    this.entries = new EntryReader(of('entries'));
    this.entryBreaks = of('entry-breaks');
    this.citations = new CitationForms(of('citations'));
    this.numbered = new NumberedForms(of('numbered-citations'));
  }
}
