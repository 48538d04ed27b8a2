/** Quotation marks as keyboards and habits have them: which quotations are compared, and what is none. */
import { check } from '../../support/check.ts';

const PROJECT = `//- sicetnon.yaml
sources: {sources/kilner.md: kilner2001}
rules: {bibliography-unnamed: off}
//- refs.bib
@book{kilner2001, author = {Kilner, Ada}, title = {The lamp rooms of the northern harbour}, date = {2001}}
//- sources/kilner.md
[p. 3]

In the winter of 1911 the ledger was burnt, by whom was never established. 船坞里的灯每天清晨由守夜人点亮，谁也不敢离开。
//- notes.md
`;

const LATIN = '⟦quote-mismatch|the ledger was stolen, by whom was never established⟧';
const HAN = '⟦quote-mismatch|船坞里的灯每天清晨由老水手点亮，谁也不敢离开⟧';
const CITED = '[@kilner2001, p. 3]';

describe('a quotation in marks as they are typed is compared', () => {
  for (const [open, close] of [
    ['„', '"'],
    ['„', '”'],
    ['“', '"'],
    ['"', '”'],
    ['＂', '＂'],
    ['〝', '〞'],
    ['<<', '>>'],
    ['<< ', ' >>'],
    [',,', "''"],
    [',,', '"'],
    [',,', '“'],
  ])
    it(`${open}…${close}`, () =>
      check(`${PROJECT}It says ${open}${LATIN}${close} ${CITED}.\n`).then(() => undefined));
  for (const [open, close] of ['""', '‘’', '‹›', '＂＂'].map((pair) => [...pair]))
    it(`${open}…${close} after a Chinese word`, () =>
      check(`${PROJECT}书里写道${open}${HAN}${close}${CITED}。\n`).then(() => undefined));
  for (const [what, text] of [
    ['with another after it', `„${LATIN}" ${CITED}, and „it rained" there.`],
    ['after another', `„It rained", and „${LATIN}" ${CITED}.`],
    ['with a straight pair within', '„⟦quote-mismatch|the "ledger" was stolen, by whom was never established⟧“ [@kilner2001, p. 3].'],
    ['with a curly pair within', '"⟦quote-mismatch|the “ledger” was stolen, by whom was never established⟧" [@kilner2001, p. 3].'],
    ['before one in straight marks', `"${LATIN}” ${CITED}, not "in the fog" that night.`],
  ] as const)
    it(what, () => check(`${PROJECT}${text}\n`).then(() => undefined)); // prettier-ignore
});

describe('no quotation is', () => {
  for (const [what, text] of [
    ['what two signs compare', 'The cost a << the ledger that was stolen, and b >> the rest, was small [@kilner2001, p. 3].'.replace('<< the', '<<the')],
    ['a measure in inches', 'The “box of 5" and the ledger in it” was sold at 7" [@kilner2001, p. 3].'],
    ['a row of commas', 'One,, the ledger that was stolen by somebody in the winter" [@kilner2001, p. 3].'],
  ] as const)
    it(what, () => check(`${PROJECT}${text}\n`, { only: ['quote-mismatch', 'quote-absent'] }).then(() => undefined)); // prettier-ignore
});
