/** A line end within a paragraph is a blank: what is read of quotations does not depend on where lines end. */
import { check } from '../../support/check.ts';

const PROJECT = `//- sicetnon.yaml
sources: {sources/kilner.md: kilner2001}
rules: {bibliography-unnamed: off, quote-unlocated: off}
//- refs.bib
@book{kilner2001, author = {van den Berg, Ada}, title = {The lamp rooms of the northern harbour}, date = {2001}}
//- sources/kilner.md
[p. 3]

In the winter of 1911 the ledger was burnt, by whom was never established.
//- notes.md
`;

const ALTERED = '⟦quote-mismatch|the ledger was stolen, by whom was never established⟧';
const RIGHT = 'the ledger was burnt, by whom was never established';
const INVENTED = 'no boat came in before the lamps were lit again';

/** Texts in one line, in which each `/` may be a blank or a line end. */
const TEXTS: readonly [title: string, text: string][] = [
  ['a translation of the writer’s', `“${INVENTED}” [@kilner2001, p. 3, my/translation].`],
  ['what a writer might call it', `What one might/call “the long economy of the lamp” is old/[@kilner2001, p. 3].`],
  ['a phrase of the writer’s own', `The “long economy of the lamp” is/my/phrase [@kilner2001, p. 3].`],
  ['emphasis of the writer’s', `“${RIGHT} (my/emphasis)” [@kilner2001, p. 3].`],
  ['an emphasis in brackets', `“${RIGHT} [emphasis/mine]” [@kilner2001, p. 3].`],
  ['a title in a citation', `“${ALTERED}” (Van den Berg, *Lamp/Rooms* 3).`],
  ['a work after a dash', `“${ALTERED.replace('⟧', '.⟧')}” –/Berg, Ada van den:/The lamp/rooms of the northern harbour, Kiel 2001, S. 3.`],
  ['a title and a page', `In van den Berg’s phrase,/“${ALTERED}”/(*The lamp/rooms of the northern harbour*, 3).`],
  ['a name with a particle', `Volgens Van/den/Berg/(2001) geldt: “${ALTERED}” (p. 3).`],
  ['small print that signs a block', `> ${ALTERED.replace("⟧", ".⟧")}\n\n<small>Ada van den Berg, *The Lamp/Rooms*, p. 3</small>`],
]; // prettier-ignore

describe('a quotation over the ends of lines', () => {
  for (const [title, text] of TEXTS) {
    const marks = [...text.matchAll(/(?<=[\p{L}:’”–,.])\/(?=[\p{L}“[(])/gu)].map(({ index }) => index);
    const ending = (lines: ReadonlySet<number>) =>
      [...text].map((sign, at) => (marks.includes(at) ? (lines.has(at) ? '\n' : ' ') : sign)).join('');
    it(`${title}: in one line`, () => check(`${PROJECT}${ending(new Set())}\n`).then(() => undefined));
    for (const mark of marks)
      it(`${title}: a line that ends before “${text.slice(mark + 1, mark + 12)}”`, () =>
        check(`${PROJECT}${ending(new Set([mark]))}\n`).then(() => undefined));
    it(`${title}: all lines`, () => check(`${PROJECT}${ending(new Set(marks))}\n`).then(() => undefined));
  }
});

describe('a citation over the ends of lines of a block quotation', () => {
  for (const text of [`${ALTERED}/(van den Berg/2001,/p. 3)`, `${ALTERED}/[@kilner2001,/p. 3]`]) {
    const written = (end: string) => `> ${text.replace(/\//g, end)}\n`;
    it(`${text.replace(/⟦.*⟧/, '…')}: in one line`, () =>
      check(`${PROJECT}${written(' ')}`).then(() => undefined));
    for (const [how, end] of [
      ['in lines', '\n> '],
      ['in lines with deeper marks', '\n>   '],
    ])
      it(`${text.replace(/⟦.*⟧/, '…')}: ${how}`, () =>
        check(`${PROJECT}${written(end!)}`).then(() => undefined));
  }
});
