/** Expectations for the fixture workspace `test/fixtures/weavers`, shared by all editors. */

/** An expected diagnostic: its rule, and words that its range must touch. */
export interface Due {
  readonly code: string;
  readonly words: string;
}

/** All findings in `faults.md`. */
export const faults: readonly Due[] = [
  { code: 'footnote-undefined', words: '[^absent]' },
  { code: 'footnote-unused', words: '[^idle]:' },
  { code: 'footnote-duplicate', words: '[^twin]: The first' },
  { code: 'citation-undefined', words: '@nobody1900' },
  { code: 'claim-undefined', words: '#nowhere' },
  { code: 'claim-duplicate', words: '[The looms were idle]{.claim #looms}' },
  { code: 'claim-unsupported', words: '[Nothing stands behind this claim]{.claim #bare}' },
  {
    code: 'claim-open',
    words: '[Whether the wardens could read is not known]{.claim #undecided status="open"}',
  },
  { code: 'claim-contradiction', words: '[The hall had a charter]{.claim #charter' },
  { code: 'claim-contradiction', words: '[The hall never had a charter]{.claim #no-charter' },
  { code: 'actor-undefined', words: 'ref="dyers"' },
  { code: 'placeholder', words: '[citation needed]' },
];

/** A position in `reading.md` with its expected hover and definition. */
export interface Question {
  readonly what: string;
  /** The cursor is in the middle of these words. */
  readonly words: string;
  readonly tells: readonly string[];
  readonly file: string;
  /** Words on the line of the definition. */
  readonly leadsTo: string;
}

/** All of these positions. */
export const questions: readonly Question[] = [
  {
    what: 'a citation',
    words: '@maes1931, p. 12',
    tells: ['Maes', '1931', 'The Rolls of the Weavers', 'Poortman', 'p. 12'],
    file: 'references.bib',
    leadsTo: '@book{maes1931',
  },
  {
    what: 'a note marker',
    words: '[^rebuilt], and',
    tells: ['First in stone and then, after the fire, in brick.'],
    file: 'reading.md',
    leadsTo: '[^rebuilt]: First',
  },
  {
    what: 'a claim address',
    words: '#eighty"',
    tells: ['The guild counted eighty masters', 'members = 80', '1349', 'Guild of the Weavers'],
    file: 'reading.md',
    leadsTo: '{.claim #eighty',
  },
  {
    what: 'an actor mark',
    words: 'ref="weavers"',
    tells: ['Guild of the Weavers', 'guild', '1302', 'Ghent', 'elected the wardens', 'Aldermen of the Town'],
    file: 'actors.yaml',
    leadsTo: 'weavers:',
  },
  {
    what: 'the name of an actor in prose',
    words: 'Weavers’ Guild kept',
    tells: ['Guild of the Weavers', '1302', 'Aldermen of the Town', 'members', '80'],
    file: 'actors.yaml',
    leadsTo: 'weavers:',
  },
];
