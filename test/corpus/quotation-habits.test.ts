/** Lawful quotations and corrupted ones, made by a program out of real and made-up texts. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { workspaceFrom } from '../support/check.ts';
import { corpus } from '../support/corpus.ts';
import { CERTAIN_FORMS, CORRUPTIONS } from './habits/corruptions.ts';
import { FORMS, HABITS } from './habits/habits.ts';
import { dice, madeUpText, pick, workOf, type Work } from './habits/passages.ts';

const LAWFUL = 1000;
const CORRUPTED = 800;
/** Quotations in one document. */
const A_DOCUMENT = 50;

interface Written {
  readonly kind: string;
  readonly markdown: string;
}

/** What the rules on quotations say of each: nothing, or the codes. */
async function told(works: readonly Work[], quotations: readonly Written[]): Promise<string[]> {
  const files: Record<string, string> = {
    'sicetnon.yaml': `bibliography: [refs.bib]\nsources: {${works.map(({ key }) => `${key}.txt: ${key}`).join(', ')}}\nrules: {quote-unlocated: off}\n`,
    'refs.bib': [...works.map(({ key }) => key), 'other']
      .map((key) => `@article{${key}, author = {Writer, ${key}}, title = {Of ${key}}, date = {2001}}\n`)
      .join(''),
  };
  for (const { key, text } of works) files[`${key}.txt`] = text;
  const lines: { file: string; from: number; to: number }[] = [];
  for (let i = 0; i < quotations.length; i += A_DOCUMENT) {
    const file = `notes${i}.md`;
    let text = 'This is what was read of them, and the notes that were taken of it.\n\n';
    quotations.slice(i, i + A_DOCUMENT).forEach(({ markdown }, j) => {
      const from = text.split('\n').length - 1;
      text += `${markdown}\n\nThe rest of it is of no concern here.\n\n`;
      lines.push({ file, from, to: text.split('\n').length - 1 });
      if (markdown.includes(`[^o${i + j}]`)) text += `[^o${i + j}]: On this see below.\n\n`;
    });
    files[file] = text;
  }
  const service = await workspaceFrom(files);
  const found = new Map<string, { line: number; said: string }[]>();
  for (const file of new Set(lines.map((one) => one.file)))
    found.set(
      file,
      service
        .check(file)
        .findings.filter(({ code }) => code.startsWith('quote-'))
        .map(({ code, message, range }) => ({ line: range.start.line, said: `${code}: ${message}` })),
    );
  return lines.map(({ file, from, to }) =>
    found
      .get(file)!
      .filter(({ line }) => line >= from && line < to)
      .map(({ said }) => said)
      .join('; '),
  );
}

function lawful(works: readonly Work[], count: number, seed: number): Written[] {
  const roll = dice(seed);
  const forms = Object.keys(FORMS);
  const habits = Object.keys(HABITS);
  return Array.from({ length: count }, (_, i) => {
    const work = pick(roll, works);
    const form = forms[i % forms.length]!;
    const habit = habits[i % habits.length]!;
    const passage = pick(roll, work.sentences).replace(/\.$/, '');
    // Marks that are apostrophes as well do not go with every apostrophe.
    const plain = /single/.test(form) ? passage.replace(/['’]/g, '') : passage;
    const words = HABITS[habit]!(plain === passage ? passage : pick(roll, plainSentences(work)), roll, i);
    return { kind: `${form}, ${habit}`, markdown: FORMS[form]!(words, work.key, i) };
  });
}

function plainSentences({ sentences }: Work): string[] {
  return sentences
    .filter((sentence) => !/['’]/.test(sentence))
    .map((sentence) => sentence.replace(/\.$/, ''));
}

function corrupted(works: readonly Work[], count: number, seed: number): Written[] {
  const roll = dice(seed);
  const kinds = Object.keys(CORRUPTIONS);
  const written: Written[] = [];
  for (let i = 0; written.length < count && i < count * 20; i++) {
    const work = pick(roll, works);
    const kind = kinds[i % kinds.length]!;
    const form = CERTAIN_FORMS[Math.floor(roll() * CERTAIN_FORMS.length)]!;
    const at = Math.floor(roll() * work.sentences.length);
    const passage = work.sentences[at]!.replace(/\.$/, '');
    if (/single/.test(form) && /['’]/.test(passage)) continue;
    const words = CORRUPTIONS[kind]!(passage, {
      work,
      at,
      roll,
      others: works.filter((other) => other !== work),
    });
    if (words === null || words === passage || (/single/.test(form) && /['’]/.test(words))) continue;
    written.push({ kind: `${kind}, ${form}`, markdown: FORMS[form]!(words, work.key, i) });
  }
  return written;
}

function madeUp(): Work[] {
  return [1, 2, 3].map((seed) => workOf(`made${seed}`, madeUpText(dice(seed), 60)));
}

function real(context: Mocha.Context): Work[] {
  const folder = corpus(context, 'seeds');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .map((name, i) => workOf(`seed${i}`, readFileSync(path.join(folder, name), 'utf8')))
    .filter(({ sentences }) => sentences.length > 20);
}

async function alarms(works: readonly Work[], count: number, seed: number): Promise<void> {
  const quotations = lawful(works, count, seed);
  const said = await told(works, quotations);
  const wrong = quotations.flatMap(({ kind, markdown }, i) =>
    said[i] ? [`${kind}\n  ${markdown}\n  ${said[i]}`] : [],
  );
  assert.deepEqual(wrong, [], `${wrong.length} of ${count} false alarms\n${wrong.slice(0, 12).join('\n')}`);
}

async function misses(works: readonly Work[], count: number, seed: number): Promise<void> {
  const quotations = corrupted(works, count, seed);
  assert.ok(quotations.length >= count * 0.95);
  const said = await told(works, quotations);
  const missed = quotations.flatMap(({ kind, markdown }, i) => (said[i] ? [] : [`${kind}\n  ${markdown}`]));
  const share = 1 - missed.length / quotations.length;
  assert.ok(
    share >= 0.98,
    `${(share * 100).toFixed(1)} % told; not told:\n${missed.slice(0, 25).join('\n')}`,
  );
}

describe('quotations made by a program', () => {
  it('are of so many habits and corruptions', () => {
    assert.ok(Object.keys(FORMS).length + Object.keys(HABITS).length >= 80);
    assert.ok(Object.keys(HABITS).length >= 50);
    assert.ok(Object.keys(CORRUPTIONS).length >= 40);
  });

  it('raise no alarm where they are lawful, out of made-up texts', () => alarms(madeUp(), LAWFUL, 11));

  it('are told where they are corrupted, out of made-up texts', () => misses(madeUp(), CORRUPTED, 12));

  it('raise no alarm where they are lawful, out of real texts', function () {
    return alarms(real(this), LAWFUL, Number(process.env.HABITS_SEED ?? 13));
  });

  it('are told where they are corrupted, out of real texts', function () {
    return misses(real(this), CORRUPTED, Number(process.env.HABITS_SEED ?? 14));
  });
});
