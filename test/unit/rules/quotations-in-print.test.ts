/** Quotations with what says whose words they are in the manner of print: without a citekey. */
import assert from 'node:assert/strict';
import { checksOf } from '../../../server/src/checking/checks.ts';
import { check, workspaceOf } from '../../support/check.ts';

const WORDS = 'the ledger was stolen, by whom was never established';

const PROJECT = `//- sicetnon.yaml
bibliography: [refs.bib]
sources: {sources/kilner.md: kilner2001, sources/osei.md: osei2003, sources/roth.md: roth2007a}
rules: {quote-unlocated: off, entry-uncited: off}
//- refs.bib
@article{kilner2001, author = {Kilner, Ada}, title = {The lamp rooms of the northern harbour}, date = {2001}}
@article{osei2003, author = {Osei, Kwame and Lee, Ching Kwan}, title = {The coats}, date = {2003}}
@article{roth2007a, author = {Roth, Ute}, title = {The hooks of the quay}, date = {2007}}
@article{roth2007b, author = {Roth, Ute}, title = {The coats on the hooks}, date = {2007}}
//- sources/kilner.md
[p. 3]

The overman wrote the numbers of the tokens into a ledger that nobody else was allowed to read. In the winter of 1911 the ledger was burnt, by whom was never established. The workers’ union held that the overman had done it himself.

[p. 4]

The new ledger is still there.

[p. 5]

It has two hundred pages, of which most are empty.
//- sources/osei.md
He counted the coats on the hooks, and when the inspector asked him for a list he said that he had it in his head.
//- sources/roth.md
On the quay he counted the lamps on some of the hooks.
//- notes.md
`;

/** The words between `before` and `after`; a full stop that `after` begins with is theirs. */
const told = (before: string, after: string) =>
  `${PROJECT}${before}⟦quote-mismatch|${WORDS}${after.startsWith('.') ? '.' : ''}⟧${after.replace(/^\./, '')}\n`;

const NOTED = (note: string) => told('“', `.”[^a]\n\n[^a]: ${note}`);

const CASES: readonly [title: string, fixture: string][] = [
  ['names and year behind it', told('“', '” (Kilner, 2001).')],
  ['names, year and page behind the full stop', told('“', '.” (Kilner 2001: 3)')],
  ['names and year further on in the sentence', told('She says “', '” in her article (Kilner, 2001, p. 3).')],
  ['a name before the year', told('Kilner (2001, p. 3) writes “', '”.')],
  ['a name and “has it”', told('As Ada Kilner (2001) has it, “', '”.')],
  ['a name behind it', told('“', '”, as Kilner (2001) says.')],
  ['a name in the possessive', told('Kilner’s (2001: 3) words are “', '”.')],
  ['names and year in the next sentence', told('According to her “', '”. The inspector came in March (Kilner 2001).')],
  ['a year in wide brackets', told('Kilner（2001：3）writes “', '”.')],
  ['a note with name, short title and page', NOTED('Kilner, *Lamp Rooms*, p. 3.')],
  ['a note with a short title from within', NOTED('See Kilner, *Northern Harbour*, 3.')],
  ['a note with a title that is not set off', NOTED('Kilner, Lamp Rooms, 3.')],
  ['a note with a title that is not set off, its page without a blank', NOTED('Kilner, Lamp Rooms, p.3.')],
  ['a note with a title that is not set off, several pages', NOTED('Kilner, Lamp Rooms, pp. 3–4.')],
  ['a note with a title that is not set off, from a page on', NOTED('Kilner, Lamp Rooms, at 3 ff.')],
  ['a note with a title that is not set off, in parentheses', NOTED('(Kilner, Lamp Rooms, 3)')],
  ['a note with a title in marks', NOTED('Kilner, “Lamp Rooms,” 3.')],
  ['a note in full', NOTED('Ada Kilner, “The Lamp Rooms of the Northern Harbour,” *Pit Review* 3, no. 2 (2001): 3.')],
  ['a note with name and year', NOTED('Kilner 2001, p. 3.')],
  ['an inline note', told('“', '.”^[Kilner, *Lamp Rooms*, p. 3.]')],
  ['a note that says ibid.', `${PROJECT}So it was.[^a] “⟦quote-mismatch|${WORDS}⟧”.[^b]\n\n[^a]: Ada Kilner, “The Lamp Rooms of the Northern Harbour”, *Pit Review* 3 (2001): 3.\n\n[^b]: Ibid., p. 3.\n`],
  ['a block with a citation', told('> ', '. (Kilner, 2001, p. 3)')],
  ['a block with a note', told('> ', '.[^a]\n\n[^a]: Kilner, *Lamp Rooms*, p. 3.')],
  ['words that lead in', told('Kilner (2001) writes:\n\n> ', '.\n')],
  ['a paragraph behind a block', told('So it was:\n\n> ', '.\n\n(Kilner 2001, 3)')],
  ['a mark without a work', told('[“', '”]{.quote} (Kilner 2001, 3).')],
  ['a raised number of a list of notes', told('“', '.”¹ Others are silent.²\n\n## Notes\n\n1. Kilner, *Lamp Rooms*, p. 3.\n2. Osei and Lee, *Coats*, p. 4.')],
  ['a year alone, in a text with a list of its own', told('Kilner (2001) was there that winter. She says “', '” (2001: 3).\n\n## References\n\nKilner, A. (2001) The lamp rooms of the northern harbour. *Pit Review* 3.\n')],
  ['a name in German, with the page after it', told('Wie Kilner (2001) schreibt: „', '“ (S. 3).').replace('„', '“').replace('“ (S.', '” (S.')],
  ['a name in Portuguese, with a volume', told('Segundo Kilner (2001, v. 1, p. 3): “', '”.')],
  ['a name after “de” that leads in to a block', told('Nesse sentido é a lição de Kilner (2001, p. 3):\n\n> ', '.\n')],
  ['a name and a year in brackets', told('“', '” [Kilner 2001: 3].')],
  ['a name after it, with a title and a page', told('“', '”, schreibt Ada Kilner in *The lamp rooms* (S. 3).')],
  ['a note with the family name in front', NOTED('Kilner, Ada: The lamp rooms of the northern harbour. Hamburg: Elbe 2001, S. 3.')],
  ['a note with place and year in parentheses', NOTED('Ada Kilner, *The lamp rooms of the northern harbour* (København, 2001), s. 3.')],
  ['a name, a title and a year after a dash', told('> ', '.\n>\n> -- Ada Kilner, “The Lamp Rooms” (2001)\n')],
  ['a name and a title in a tag', told('> ', '.\n>\n> <cite>Ada Kilner, *The Lamp Rooms*</cite>\n')],
  ['the sentence before the one that leads in', told('Kilner is clear on this [@kilner2001]. She writes:\n\n> ', '.\n')],
  ['a verb and a name after a comma', `${PROJECT}«⟦quote-absent|the great wall keeps us from the sea and its harvest⟧», note Kilner (2001, p. 3).`],
  ['a key in which it is quoted', `${PROJECT}“⟦quote-absent|the great wall keeps us from the sea and its harvest⟧” (qtd. in @kilner2001).`],
  ['a name in Spanish', told('Según Kilner (2001) “', '” (p. 3).')],
  ['two authors', `${PROJECT}“⟦quote-mismatch|he counted the lamps on the hooks⟧” (Osei and Lee, 2003).\n`],
  ['an author and others', `${PROJECT}“⟦quote-mismatch|he counted the lamps on the hooks⟧” (Osei et al. 2003).\n`],
  ['names and year in the next sentence, behind a raised number', told('Kilner wrote “', '”.³ The inspector came in March (Kilner, 2001).')],
  ['names and year beside a citation by key elsewhere', told('So it was [@osei2003]. Now “', '” (Kilner, 2001).')],
  ['a name and a page alone', told('“', '” (Kilner, p. 3).')],
  ['a name and a number alone', told('“', '” (Kilner 3).')],
  ['the same as a printed citation', told('So it was (Kilner 2001: 4). She adds that “', '” (ibid.: 3).')],
  ['the same in italics, in another paragraph', told('So it was (Kilner 2001: 4).\n\nShe adds: “', '” (*ibid.*, p. 3).')],
  ['the same in German', told('So it was (Kilner 2001: 4). She adds that “', '” (ebd., S. 3).')],
  ['the same as a citation by key', told('So it was [@kilner2001, p. 4]. She adds that “', '” (ibid., p. 3).')],
  ['a page alone, with the name in the sentence', told('In her article Kilner insists that “', '” (p. 3).')],
  ['a year alone, with the name in the sentence', told('In Kilner’s words “', '” (2001: 3).')],
  ['a block with a name and a title after a dash', told('> ', '.\n>\n> — Ada Kilner, *The Lamp Rooms*, p. 3\n')],
  ['a block that ends in a page', told('Kilner (2001) writes:\n\n> ', '.\n').replace('.⟧', '⟧ (3).')],
  ['a block that ends in a labelled page', told('Kilner (2001) writes:\n\n> ', '.\n').replace('.⟧', '⟧ (p. 3).')],
  ['a page alone without a label, with the name in the sentence', told('In her article Kilner insists that “', '” (3).')],
  ['a name that leads in to a block which ends in a page', told('As Kilner writes:\n\n> ', '.\n').replace('.⟧', '⟧ (p. 3).')],
  ['a note that says Tamże', `${PROJECT}So it was.[^a] “⟦quote-mismatch|${WORDS}⟧”.[^b]\n\n[^a]: Ada Kilner, *The Lamp Rooms of the Northern Harbour*, Gdynia, 2001, s. 3.\n\n[^b]: Tamże, s. 3.\n`],
  ['a note that calls cited what no earlier note cites', NOTED('A. Kilner, *The Lamp Rooms of the Northern Harbour*, cit., p. 3.')],
  ['a note with initials after the name, between full stops', NOTED('Kilner A. The lamp rooms of the northern harbour. М., 2001. С. 3.')],
  ['a work written out in a parenthesis', told('“', '” (Kilner, *Lamp Rooms* 3).')],
  ['a work written out before it in a note', `${PROJECT}So it was.[^a]\n\n[^a]: Kilner, *Lamp Rooms*, p. 3: “⟦quote-mismatch|${WORDS}.⟧”\n`],
  ['the same with a remark', told('So it was (Kilner 2001: 4). She adds that “', '” (ebd., Herv. i. Org.).')],
  ['a name, a year and a page before a colon', told('Kilner, 2001, S. 3: “', '.”')],
  ['a reference written out after a dash', told('“', '.” – Kilner, Ada: The lamp rooms of the northern harbour, Kiel 2001, S. 3.')],
  ['a title and a page in parentheses', told('In Kilner’s phrase, “', '” (*The lamp rooms of the northern harbour*, 3).')],
  ['a paragraph in small print that signs a block', told('> ', '.\n\n<small>Ada Kilner, *The Lamp Rooms*, p. 3</small>\n')],
  ['a last line that ends in a section', `${PROJECT}> ⟦quote-mismatch|“${WORDS}.”⟧\n>\n> — Kilner, 2001, §3\n`],
  ['a signature in the line of the words', `${PROJECT}> ⟦quote-mismatch|“${WORDS}.”⟧ — Kilner (2001)\n`],
  ['a remark after the citation of a block', told('> ', '. (Kilner, 2001, p. 3)\n>\n> (grifo nosso)\n')],
  ['a note that says cfr. and cit.', NOTED('Cfr. A. Kilner, *The Lamp Rooms of the Northern Harbour*, cit., p. 3.')],
  ['the number of a reference with a place', told('«', '» [1, с. 3]. Others are silent [2, с. 5] and [3].\n\n## References\n\n1. Kilner A. The lamp rooms of the northern harbour. Kiel: Weser, 2001.\n2. Osei K., Lee C. K. The coats. Kiel: Weser, 2003.\n3. Roth U. The hooks of the quay. Kiel: Weser, 2007.')],
  ['a number that tags raise', told('“', '.”<sup>1</sup> Others are silent.<sup>2</sup>\n\n## Notes\n\n1. Kilner, *Lamp Rooms*, p. 3.\n2. Osei and Lee, *Coats*, p. 4.')],
  ['a number that tags raise and link', told('“', '.”<a name="r1" href="#n1"><sup>1</sup></a> Others are silent.<sup>[2](#n2)</sup>\n\n---\n\n<p id="n1"><sup>1</sup> Kilner, *Lamp Rooms*, p. 3.</p>\n<p id="n2"><sup>2</sup> Osei and Lee, *Coats*, p. 4.</p>')],
  ['a number that links to its note', told('“', '.”[\\[1\\]](#_ftn1) Others are silent.[\\[2\\]](#_ftn2)\n\n## Notes\n\n[\\[1\\]](#_ftnref1) Kilner, *Lamp Rooms*, p. 3.\n\n[\\[2\\]](#_ftnref2) Osei and Lee, *Coats*, p. 4.')],
  ['a number in escaped brackets', told('“', '.”\\[1\\] Others are silent.\\[2\\]\n\n## Notes\n\n\\[1\\] Kilner, *Lamp Rooms*, p. 3.\n\n\\[2\\] Osei and Lee, *Coats*, p. 4.')],
  ['names and year after a number whose note was not read', told('“', '.”[[1]](#n1) (Kilner, 2001)')],
  ['the number of a reference', told('“', '” [1]. Others are silent [2], [3].\n\n## References\n\n[1] A. Kilner, *The lamp rooms of the northern harbour*. Kiel: Weser, 2001.\n\n[2] K. Osei and C. Lee, *The coats*. Kiel: Weser, 2003.\n\n[3] U. Roth, *The hooks of the quay*. Kiel: Weser, 2007.')],
  ['a paragraph that signs a block', told('> ', '.\n\n— Ada Kilner, *The Lamp Rooms*, p. 3\n')],
  ['a paragraph in italics that signs a block', told('> ', '.\n\n*Ada Kilner, The Lamp Rooms, p. 3*\n')],
  ['a last line in italics', told('> ', '.\n>\n> *Ada Kilner, The Lamp Rooms, p. 3*\n')],
  ['a name with a particle that begins with a capital', told('Volgens Van den Berg (1998) geldt: “', '” (p. 3).').replaceAll('Kilner, Ada', 'van den Berg, Ada').replace('{2001}', '{1998}')],
  ['a name with a particle before a title', NOTED('Van den Berg, *Lamp Rooms*, p. 3.').replaceAll('Kilner, Ada', 'van den Berg, Ada')],
  ['a name with an apostrophe', told('“', '”, as O’Kilner (2001) says.').replaceAll('Kilner, Ada', 'O’Kilner, Ada')],
  ['a note that says Dies.', `${PROJECT}So it was.[^a] “⟦quote-mismatch|${WORDS}⟧”.[^b]\n\n[^a]: Ada Kilner, *The Lamp Rooms of the Northern Harbour*, Kiel, 2001, S. 3.\n\n[^b]: Dies., S. 3.\n`],
  ['a block that a conjunction leads in to', told('Kilner (2001) held that\n\n> ', '.\n')],
  ['an article before a page', told('In the article “The ledger ', '” (Kilner 2001: 3) she says so.').replace('“The ledger ⟦quote-mismatch|the ledger ', '“⟦quote-mismatch|The ledger ')],
  ['a work written out after it', told('“', '.” Kilner, *Lamp Rooms*, p. 3.')],
]; // prettier-ignore

const IN_HAN = `//- sicetnon.yaml
bibliography: [refs.bib]
sources: {sources/han.txt: han2004, sources/mori.txt: mori1999}
//- refs.bib
@book{han2004, author = {韩, 河声}, title = {码头记}, date = {2004}}
@book{han2004b, author = {韩, 大明}, title = {铁路记}, date = {2004}}
@book{mori1999, author = {桐原, 誠}, title = {港の灯}, date = {1999}}
//- sources/han.txt
[p. 3]

码头上的灯每天夜里由老水手点亮，谁也不敢在风大的时候离开。
//- sources/mori.txt
[p. 3]

港の灯は毎晩、年老いた水夫たちの手で静かにともされていた。
//- notes.md
`;
const HAN_WORDS = '⟦quote-mismatch|码头上的灯每天清晨由老水手点亮，谁也不敢在风大的时候离开⟧';
const KANA_WORDS = '⟦quote-mismatch|港の灯は毎朝、年老いた水夫たちの手で静かにともされていた⟧';

const HAN: readonly [title: string, text: string][] = [
  ['a name and a year in wide parentheses', `“${HAN_WORDS}”（韩河声，2004：3）。`],
  ['a note with name, title and page', `“${HAN_WORDS}”[^a]\n\n[^a]: 韩河声：《码头记》，第3页。`],
  ['a name before a space and the year', `韩河声 (2004: 3) 认为“${HAN_WORDS}”。`],
  ['a name before the year, and a page', `韩河声（2004）写道：“${HAN_WORDS}”（第3页）。`],
  ['a number in a circle', `“${HAN_WORDS}”①，又见他处②。\n\n① 韩河声：《码头记》，北京：中华书局，2004年，第3页。\n② 王一：《他处》，北京：中华书局，2001年，第3页。`],
  ['a family name before the year in Japanese', `桐原（1999）は「${KANA_WORDS}」と述べている（3頁）。`],
  ['a family name and a year in Japanese', `「${KANA_WORDS}」（桐原 1999: 3）。`],
]; // prettier-ignore

const SILENT: readonly [title: string, text: string][] = [
  ['what somebody told the writer', 'As a docker told me in an interview, “the great wall keeps us from the sea and its harvest” (cf. Kilner 2001: 3).'],
  ['what others object, citing the work', 'Some object, “the great wall keeps us from the sea and its harvest,” and cite @kilner2001.'],
  ['a question that the author answers', 'Die Frage „who keeps the great wall between us and the sea?“ beantwortet Kilner (2001: 3) ausführlich.'],
  ['an objection that the author meets', 'Man könnte einwenden: „the great wall keeps us from the sea“, doch Kilner (2001: 3) zeigt anderes.'],
  ['what is to be compared', 'In the sense of “the great wall that keeps us from the sea” (cf. Kilner 2001).'],
  ['what a citation is not for', 'The slogan, “the great wall keeps us from the sea”, was on the gate [on the gate: @kilner2001].'],
  ['a question that the author does not put so', 'La question « who keeps the great wall between us and the sea ? » est posée par Kilner (2001: 3).'],
  ['a saying that the author does not know', 'Das Sprichwort „the great wall keeps us from the sea and its harvest“ kennt Kilner (2001: 3) nicht.'],
  ['a page alone, invented', 'In her article Kilner insists that “the great wall keeps us from the sea and its harvest” (3).'],
  ['the same after a raised number', 'So it was (Kilner 2001: 4). Others say more.³ Then “the ledger was stolen, by whom was never established” (ibid.).'],
  ['the same under another heading', 'So it was (Kilner 2001: 4).\n\n## Coats\n\nThen “the ledger was stolen, by whom was never established” (ibid.).'],
  ['a page alone in another paragraph than the work', 'So it was (Kilner 2001: 4).\n\nThen “the ledger was stolen, by whom was never established” (p. 3).'],
  ['the same as several keys', 'So it was [@kilner2001; @osei2003]. Then “the great wall keeps us from the sea and its harvest” (ibid.: 3).'],
  ['a page alone where the sentence names two', 'Against Osei, Kilner insists that “the ledger was stolen, by whom was never established” (p. 3).'],
  ['a citation in code', '“the ledger was stolen, by whom was never established” `(Kilner, 2001)`.'],
  ['the same as several works', 'So it was (Kilner 2001: 4; Osei and Lee 2003: 2). Then “he counted the lamps on all the hooks” (ibid.: 3).'],
  ['the same after a note', 'So it was (Kilner 2001: 4).[^a] Then “the ledger was stolen, by whom was never established” (ibid.).\n\n[^a]: Osei and Lee, *Coats*, p. 2.'],
  ['a name and a page, of an author with two works', '“he counted the lamps on all the hooks” (Roth, p. 3).'],
  ['a name that no bibliography has', '“the ledger was stolen, by whom was never established” (Figure 3).'],
  ['a year that may mean two works of the text’s own list', '“the ledger was stolen, by whom was never established” (Kilner, 2001).\n\n## References\n\nKilner, A. (2001) The lamp rooms of the northern harbour. *Pit Review* 3.\n\nKilner, A. (2001) The coal of the quay. Kiel: Weser.'],
  ['two works of one name and year', '“he counted the lamps on all the hooks” (Roth, 2007).'],
  ['a short title that two works have', '“he counted the lamps on all the hooks”.[^a]\n\n[^a]: Roth, *Hooks*, p. 3.'],
  ['two works in one parenthesis', '“The great wall keeps us from the sea and its harvest” (Kilner, 2001; Osei and Lee, 2003).'],
  ['one known and one unknown', '“the ledger was stolen, by whom was never established” (Kilner, 2001; Nobody, 1999).'],
  ['another year', '“the ledger was stolen, by whom was never established” (Kilner, 1998).'],
  ['other company', '“the ledger was stolen, by whom was never established” (Kilner and Meyer, 2001).'],
  ['a work quoted in another', '“the ledger was stolen by somebody whom nobody ever knew” (Meyer 1911, quoted in Kilner 2001).'],
  ['a note of the sentence before', 'So it was.[^a] She adds that “the great wall keeps us from the sea and its harvest”.\n\n[^a]: Kilner, *Lamp Rooms*, p. 3.'],
  ['a note that discusses', '“The great wall keeps us from the sea and its harvest”.[^a]\n\n[^a]: Said to the author by one of those who were there; on the fire see Kilner, *Lamp Rooms*, p. 3.'],
  ['a year that is no citation', 'In that year (2001) they spoke of “the great wall that keeps us from the sea” in the harbour.'],
  ['a place and a year', '“The great wall keeps us from the sea and its harvest” (London, 2001).'],
  ['a translation, as its note says', '“The great wall keeps us from the sea and its harvest”.[^a]\n\n[^a]: Kilner, *Lamp Rooms*, p. 3. My translation.'],
  ['a key that counts before print', '“he counted the coats on the hooks” [@osei2003], as Kilner (2001) never did.'],
  ['what somebody without a name wrote', 'An anonymous reviewer wrote: “the great wall keeps us from the sea and its harvest” (see Kilner 2001).'],
  ['the same words as the source', '“the ledger was burnt, by whom was never established” (Kilner, 2001, p. 3).'],
  ['what a survey asked', 'The survey asked, “Who keeps the great wall between us and the sea?” (Kilner 2001: 3).'],
  ['what people were asked', 'They were asked “whether they had ever kept the great wall from the sea” (Kilner 2001).'],
  ['what the author does not say', 'The wall is no “great house of the sea and its harvest”, as Kilner (2001) does not see.'],
  ['a long title that is announced', 'Of interest is the title “The great wall that keeps us from the sea and its harvest” [@kilner2001].'],
  ['a long title of a talk', 'Her talk, “A great wall that keeps us from the sea and its harvest” [@kilner2001], is lost.'],
  ['a long title of a chapter', 'See the chapter “How the ledger was stolen, and by whom it was never established” [@kilner2001, ch. 3].'],
  ['what a foreign word means', 'Kilner (2001: 3) uses *brana* (“the light that goes ahead of the feet”) throughout.'],
  ['a remark on the emphasis within a block', '> The ledger was burnt, by whom was *never* established. _(grifos nossos)_\n>\n> (Kilner, 2001, p. 3)\n'],
  ['ibid. of another work', 'So it was.[^a] “The great wall keeps us from the sea and its harvest”.[^b]\n\n[^a]: Nora Nobody, *Walls of Sand*, Kiel 1999, p. 4.\n\n[^b]: Ibid., p. 5.'],
]; // prettier-ignore

describe('a quotation is compared with the work that is cited in print by', () => {
  for (const [title, fixture] of CASES) it(title, () => check(fixture).then(() => undefined));
});

describe('a quotation is compared with the work that is cited in Han characters by', () => {
  for (const [title, text] of HAN) it(title, () => check(`${IN_HAN}${text}\n`).then(() => undefined));
  it('no name of another person of the same family', () =>
    check(`${IN_HAN}“码头上的灯每天清晨由老水手点亮，谁也不敢在风大的时候离开”（韩大明，2004：3）。\n`).then(
      () => undefined,
    ));
});

describe('a quotation that is attributed in print is silent where there is', () => {
  const only = ['quote-mismatch', 'quote-absent', 'quote-elsewhere', 'quote-shortened'];
  for (const [title, text] of SILENT)
    it(title, () => check(`${PROJECT}${text}\n`, { only }).then(() => undefined));
});

describe('a quotation that is attributed in print', () => {
  for (const unread of [
    '<sup>7</sup>',
    '[7]',
    ' [[7]](#n7)',
    '③',
    ' (ibid.)',
    ' (p. 3)',
    ' \\citep[3]{kilner2001}',
    ' {% cite kilner2001 %}',
  ])
    it(`by ${unread.trim()}, which leads to nothing that was read, is unchecked`, async () => {
      const { service } = await workspaceOf(`${PROJECT}It is said that “${WORDS}”${unread}.\n`);
      const world = service.world();
      const [only] = checksOf(world.library.summary('notes.md')!, world);
      assert.deepEqual([only?.outcome, only?.reason], ['unchecked', 'no-text']);
    });

  it('to a work that no bibliography has is unchecked; without names it is no check', async () => {
    const text = `“${WORDS}” (Nobody, 1999).\n\n“${WORDS}” (1999).\n`;
    const { service } = await workspaceOf(PROJECT + text);
    const world = service.world();
    const { library } = world;
    const checks = checksOf(library.summary('notes.md')!, world);
    assert.deepEqual(
      checks.map(({ kind, outcome, range, work }) => [kind, outcome, range.from, work]),
      [['quotation', 'unchecked', 0, null]],
    );
    assert.deepEqual(world.library.inPrint.quotationsOf('gone.md'), []);
  });

  it('by a page alone may be of the work before it: altered where that nearly has it, else unchecked', async () => {
    const list =
      '\n\n## References\n\nKilner, A. (2001) The lamp rooms of the northern harbour. *Pit Review* 3.\n';
    const outcomes = async (words: string): Promise<unknown> => {
      const { service } = await workspaceOf(`${PROJECT}It was so (Kilner, 2001). “${words}” (p. 3).${list}`);
      const world = service.world();
      const { library } = world;
      return checksOf(library.summary('notes.md')!, world).map(({ outcome }) => outcome);
    };
    assert.deepEqual(await outcomes(WORDS), ['altered']);
    assert.deepEqual(await outcomes('no boat came in before the lamps were lit again'), ['unchecked']);
  });

  it('that is marked stands up to four characters before its source', async () => {
    const at = (gap: string, told: boolean): Promise<unknown> =>
      check(`${PROJECT}[“${told ? `⟦quote-mismatch|${WORDS}⟧` : WORDS}”]{.quote}${gap}(Kilner 2001, 3).\n`, {
        only: ['quote-mismatch'],
      });
    await at(' ', true);
    await at(',   ', true);
    await at(',    ', false);
  });

  it('is told as absent', () =>
    check(
      `${PROJECT}“⟦quote-absent|was stolen by the sons of the manager on a Sunday⟧” (Kilner, 2001).\n`,
    ).then(() => undefined));

  it('is told to stand on another page, where the page is written', () =>
    check(
      `${PROJECT}“The new ledger is still there” (Kilner, 2001, ⟦quote-elsewhere|p. 3⟧). “The new ledger is still there”.[^a]\n\n[^a]: Kilner, *Lamp Rooms*, ⟦quote-elsewhere|p. 5⟧.\n`,
    ).then(() => undefined));

  for (const who of ['@kilner2001', 'Kilner [-@kilner2001]', 'Kilner (2001)'])
    it(`is told to stand on another page, where that alone follows the words: ${who}`, () =>
      check(
        `${PROJECT}${who} holds that “the new ledger is still there” (⟦quote-elsewhere|p. 3⟧).\n\n${who} holds that “the new ledger is still there” (p. 4), or so it seems.\n`,
      ).then(() => undefined));
});
