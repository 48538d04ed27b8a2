import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Project } from '../../../server/src/workspace/project.ts';
import { defaultProject, readProject } from '../../../server/src/workspace/project-file.ts';
import { draw, parseFixture } from '../../support/fixture.ts';
import { runs } from '../../support/runs.ts';

/** Checks where the problems are drawn and that each says what it must; gives the project. */
function check(drawn: string, ...says: RegExp[]): Project {
  const { text } = parseFixture(drawn)[0]!;
  const project = readProject(text, { ruleCodes: ['claim-open', 'footnote-unused'] });
  assert.equal(
    draw(
      text,
      project.problems.map(({ range }) => ({ ...range, tag: '!' })),
    ),
    drawn,
  );
  assert.equal(project.problems.length, says.length);
  says.forEach((pattern, i) => assert.match(project.problems[i]!.message, pattern));
  return project;
}

describe('the project file', () => {
  it('is read whole', () => {
    const project = check(`bibliography: [references.bib, "more/*.bib"]
csl: apa.csl
actors: actors.yaml
include: ["**/*.md"]
exclude:
  - drafts/**
sources:
  sources/lin.txt: lin1998
  ./sources/wu.md: "@wu2001"
properties:
  members:       {type: quantity, unit: person, tolerance: 5%}
  registered-as: {type: choice, of: [ngo, none]}
  serves:        {type: choice, of: [a, b, 2004], many: true, contrary: [[a, b]]}
  trusted:       {type: boolean}
  founded:
    type: date
places: {Chengdu: Sichuan, Sichuan: China}
rules:
  claim-open: off
  footnote-unused: error
`);
    assert.deepEqual(
      project.bibliography.map((token) => token.text),
      ['references.bib', 'more/*.bib'],
    );
    assert.equal(project.csl?.text, 'apa.csl');
    assert.deepEqual(
      project.actors.map((token) => token.text),
      ['actors.yaml'],
    );
    assert.deepEqual(project.include, ['**/*.md']);
    assert.deepEqual(project.exclude, ['drafts/**']);
    assert.deepEqual(
      [...project.sources].map(([path, token]) => [path, token.text]),
      [
        ['sources/lin.txt', 'lin1998'],
        ['sources/wu.md', 'wu2001'],
      ],
    );
    assert.deepEqual(project.properties.get('members'), {
      name: 'members',
      type: 'quantity',
      of: [],
      many: false,
      contrary: [],
      unit: 'person',
      tolerance: 0.05,
      additive: false,
      share: false,
      mood: 'fact',
    });
    assert.deepEqual(project.properties.get('serves'), {
      name: 'serves',
      type: 'choice',
      of: ['a', 'b', '2004'],
      many: true,
      contrary: [['a', 'b']],
      unit: null,
      tolerance: 0,
      additive: false,
      share: false,
      mood: 'fact',
    });
    assert.equal(project.properties.get('founded')?.type, 'date');
    assert.deepEqual(
      [...project.places],
      [
        ['Chengdu', 'Sichuan'],
        ['Sichuan', 'China'],
      ],
    );
    assert.deepEqual(
      [...project.rules],
      [
        ['claim-open', 'off'],
        ['footnote-unused', 'error'],
      ],
    );
  });

  it('declares nothing when it is empty, and looks at texts as found', () => {
    for (const text of ['', '\n', '# nothing yet\n', 'rules:\nplaces: {}\nbibliography:\ncsl:\n']) {
      const project = readProject(text);
      assert.deepEqual(project, { ...defaultProject, include: [...defaultProject.include, '**/*.txt'] });
    }
    assert.ok(!defaultProject.include.includes('**/*.txt'));
  });

  it('names the nearest of its keys', () => {
    const project = check(
      '⟦!|bibliographie⟧: a.bib\n⟦!|zebra⟧: 1\nactors: b.yaml\n',
      /`bibliography` is probably meant/,
      /it knows `bibliography`, .* and `rules`/,
    );
    assert.equal(project.actors[0]?.text, 'b.yaml');
  });

  it('reports values of the wrong shape and reads the others', () => {
    const project = check(
      'bibliography: ⟦!|{a: b}⟧\ncsl: ⟦!|[a]⟧\nsources: ⟦!|[a]⟧\nplaces: ⟦!|words⟧\nactors: [a.yaml, ⟦!|[b]⟧, c.yaml]\n',
      /`bibliography` must be a list/,
      /`csl` must be one word/,
      /`sources` must hold lines/,
      /`places` must hold lines/,
      /item of `actors`/,
    );
    assert.deepEqual(
      project.actors.map((token) => token.text),
      ['a.yaml', 'c.yaml'],
    );
  });

  it('reads what is counted in parts, holds of shares, or ought to be', () => {
    const { properties, timelessSpan } = check(
      'properties:\n  strikes: {type: quantity, additive: true}\n  trusted: {type: boolean, share: yes}\n  serves: {type: choice, of: [a], mood: norm}\ntimeless-span: 15\n',
    );
    const { additive, share, mood } = properties.get('strikes')!;
    assert.deepEqual([additive, share, mood], [true, false, 'fact']);
    assert.equal(properties.get('trusted')!.share, true);
    assert.equal(properties.get('serves')!.mood, 'norm');
    assert.equal(timelessSpan, 15);
    assert.equal(check('timeless-span: 0\n').timelessSpan, 0);
    assert.equal(check('timeless-span:\n').timelessSpan, null);
  });

  it('says what is wrong with these', () => {
    const { properties, timelessSpan } = check(
      'properties:\n  a: {type: quantity, additive: ⟦!|perhaps⟧, ⟦!|share⟧: true}\n  b: {type: boolean, ⟦!|additive⟧: true, mood: ⟦!|nrom⟧}\ntimeless-span: ⟦!|ten years⟧\n',
      /`additive` must be `true` or `false`/,
      /`share` means something for the type `boolean` only/,
      /`additive` means something for the type `quantity` only/,
      /`mood` cannot be `nrom`; `norm` is probably meant/,
      /`timeless-span` is a number of years/,
    );
    assert.deepEqual([properties.get('a')!.share, properties.get('b')!.additive], [false, false]);
    assert.equal(timelessSpan, null);
  });

  it('reads tolerances as shares', () => {
    const tolerance = (written: string): number =>
      readProject(`properties: {p: {type: quantity, tolerance: ${written}}}`).properties.get('p')!.tolerance;
    assert.deepEqual(
      ['5%', '0.05', '0', '12.5 %', '100%', '1', '.5'].map(tolerance),
      [0.05, 0.05, 0, 0.125, 1, 1, 0.5],
    );
    const wrong = ['5', '150%', '-5%', 'some', '"5%%"', '1e9', '[5]'];
    assert.deepEqual(
      wrong.map(tolerance),
      wrong.map(() => 0),
    );
    for (const written of wrong)
      assert.equal(
        readProject(`properties: {p: {type: quantity, tolerance: ${written}}}`).problems.length,
        1,
        written,
      );
  });

  it('checks the vocabulary', () => {
    const project = check(
      `properties:
  ⟦!|a⟧: {of: [x]}
  b: {type: ⟦!|choise⟧, of: [x]}
  ⟦!|c⟧: {type: choice}
  d: {type: boolean, ⟦!|unit⟧: person}
  e: {type: choice, of: [x, y], many: ⟦!|maybe⟧}
  f: {type: choice, of: [x, y], many: true, contrary: [[x, ⟦!|z⟧], ⟦!|[x]⟧, ⟦!|x⟧]}
  g: {type: choice, of: [x, y], contrary: ⟦!|[[x, y]]⟧}
  h: ⟦!|boolean⟧
  i: {type: quantity, ⟦!|units⟧: person}
  j: {type: text}
`,
      /`a` needs a type/,
      /`choice` is probably meant/,
      /needs `of`/,
      /`unit` means something for the type `quantity` only/,
      /`true` or `false`/,
      /`z` is not one of/,
      /list of pairs/,
      /list of pairs/,
      /only beside `many: true`/,
      /in braces, as in `h: \{type: boolean\}`/,
      /`unit` is probably meant/,
    );
    assert.equal(project.properties.get('a')?.type, 'text');
    assert.equal(project.properties.get('h')?.type, 'boolean');
    assert.equal(project.properties.size, 10);
  });

  it('checks the rules and their severities', () => {
    const project = check(
      'rules:\n  ⟦!|claim-opn⟧: error\n  claim-open: ⟦!|warn⟧\n  ⟦!|footnote-unused⟧:\n',
      /`claim-open` is probably meant/,
      /cannot be `warn`; it is `off`, .* or `error`/,
      /Here should stand `off`/,
    );
    assert.deepEqual([...project.rules], [['claim-opn', 'error']]);
    assert.deepEqual(readProject('rules: {anything-new: hint}').problems, []);
  });

  it('lets no place lie in itself', () => {
    const project = check(
      'places:\n  A: B\n  B: C\n  C: ⟦!|A⟧\n  D: ⟦!|D⟧\n',
      /C lies in A lies in B lies in C/,
      /D lies in D/,
    );
    assert.deepEqual(
      [...project.places],
      [
        ['A', 'B'],
        ['B', 'C'],
      ],
    );
  });

  it('says at which ends conflicts are told', () => {
    assert.equal(readProject('').conflictEnds, 'one');
    assert.equal(readProject('conflict-ends: both\n').conflictEnds, 'both');
    const { conflictEnds, problems } = readProject('conflict-ends: bth\n');
    assert.equal(conflictEnds, 'one');
    assert.match(problems[0]!.message, /`both` is probably meant/);
  });

  it('throws on no text whatever', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'properties:\n',
        'places:\n',
        'rules:\n',
        'sources:\n',
        '  a: ',
        '{type: ',
        'choice',
        ', of: [',
        ']',
        '}',
        '\n',
        'contrary: ',
        'tolerance: ',
        '%',
        '"',
        '&a ',
        '*a',
        '<<: ',
      ),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        for (const { range, message } of readProject(text, { ruleCodes: ['a'] }).problems)
          assert.ok(
            0 <= range.from && range.from <= range.to && range.to <= text.length && message.endsWith('.'),
          );
      }),
      { numRuns: runs(1_500) },
    );
  });
});
