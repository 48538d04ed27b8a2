import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseYaml, plainData } from '../../../server/src/yaml/read-yaml.ts';
import type { YamlNode } from '../../../server/src/yaml/read-yaml.ts';
import { draw, parseFixture } from '../../support/fixture.ts';
import { runs } from '../../support/runs.ts';

/** What is read of a text, and what is wrong with it, drawn where it is wrong. */
function read(text: string): { data: unknown; problems: string[]; drawn: string } {
  const { root, problems } = parseYaml(text);
  return {
    data: plainData(root),
    problems: problems.map(({ message }) => message),
    drawn: draw(
      text,
      problems.map(({ range }) => ({ ...range, tag: '!' })),
    ),
  };
}

/** Checks what is read, where the problems are drawn, and that each says what it must. */
function check(drawn: string, data: unknown, ...says: RegExp[]): void {
  const { text } = parseFixture(drawn)[0]!;
  const found = read(text);
  assert.deepEqual(found.data, data);
  assert.equal(found.drawn, drawn);
  assert.equal(found.problems.length, says.length);
  says.forEach((pattern, i) => assert.match(found.problems[i]!, pattern));
}

function scalars(node: YamlNode | null): { text: string; from: number; to: number }[] {
  if (node === null) return [];
  if (node.kind === 'scalar') return [{ text: node.text, ...node.range }];
  if (node.kind === 'list') return node.items.flatMap(scalars);
  return node.entries.flatMap(({ key, value }) => [...scalars(key), ...scalars(value)]);
}

describe('YAML with positions', () => {
  it('reads nothing from nothing', () => {
    for (const empty of ['', '\n\n', '# only a comment\n', '---\n', '---\n...\n', '\t\n'])
      assert.deepEqual(read(empty), { data: null, problems: [], drawn: empty });
  });

  it('knows where every word stands', () => {
    const { text, ranges } = parseFixture(
      '⟦k|a⟧: ⟦v|plain words⟧ # comment\n⟦k|b⟧: "⟦v|quoted⟧"\n⟦k|c⟧: [\'⟦v|x⟧\', ⟦v|y z⟧]\n⟦k|d⟧: >\n  ⟦v|folded⟧\n\n⟦k|e⟧:\n  - ⟦v|2004⟧\n',
    )[0]!;
    const found = scalars(parseYaml(text).root);
    assert.deepEqual(
      found.map(({ from, to }) => [from, to]),
      ranges.map(({ from, to }) => [from, to]),
    );
  });

  it('counts from the beginning of the text when it reads a part', () => {
    const text = '---\na: b\n---\n';
    const { root } = parseYaml(text, { from: 4, to: 9 });
    assert.deepEqual(scalars(root), [
      { text: 'a', from: 4, to: 5 },
      { text: 'b', from: 7, to: 8 },
    ]);
  });

  it('keeps words as written: no, dates, shares, leading noughts', () => {
    const { root } = parseYaml('- no\n- 1925/..\n- 5%\n- 007\n- 2004-10-06\n- 0x10\n- ~\n- "5"\n');
    assert.deepEqual(
      scalars(root).map(({ text }) => text),
      ['no', '1925/..', '5%', '007', '2004-10-06', '0x10', '~', '5'],
    );
    assert.deepEqual(plainData(root), ['no', '1925/..', '5%', 7, '2004-10-06', 16, null, '5']);
  });

  it('ends a mapping where its last value ends, comments and blank lines aside', () => {
    const text = 'a:\n  b: 1\n\n# about c\nc: 2\n';
    const { root } = parseYaml(text);
    assert.ok(root?.kind === 'map');
    assert.deepEqual(
      root.entries.map(({ range }) => text.slice(range.from, range.to)),
      ['a:\n  b: 1', 'c: 2'],
    );
  });

  it('reads the first of two entries with one key', () => {
    check('a: 1\nb: 2\n⟦!|a⟧: 3\n', { a: 1, b: 2 }, /`a` stands here a second time.*line 1/);
    check('q: {y: 1, ⟦!|y⟧: 2}\n', { q: { y: 1 } }, /line 1/);
    check('a: ⟦!|b: c⟧\n⟦!|a⟧: d\n', { a: 'b: c' }, /colon/, /line 1/);
  });

  it('reads a title with a colon, and what follows it', () => {
    check(
      'title: ⟦!|A life: a work⟧\nlang: en\n',
      { title: 'A life: a work', lang: 'en' },
      /quotation marks/,
    );
    check(
      'a:\n  - title: ⟦!|B: c: d⟧\n    id: x\n',
      { a: [{ title: 'B: c: d', id: 'x' }] },
      /quotation marks/,
    );
  });

  it('reads on after a quotation mark that is never closed', () => {
    check('a: ⟦!|"x⟧\nb: y\n', { a: 'x', b: 'y' }, /never closed/);
    check("a:\n  s: ⟦!|'x⟧\n  t: 'y'\nb: z\n", { a: { s: 'x', t: 'y' }, b: 'z' }, /never closed/);
  });

  it('reads on after a bracket that is never closed', () => {
    check('a: ⟦!|[⟧x, y\nb: z\n', { a: ['x', 'y'], b: 'z' }, /\[ that opens here is never closed/);
    check('a: ⟦!|{⟧x: y\nb: z\n', { a: { x: 'y' }, b: 'z' }, /\{ that opens here is never closed/);
  });

  it('reads what tabs indent', () => {
    check('a:\n⟦!|\t⟧b: 1\nc: 2\n', { a: { b: 1 }, c: 2 }, /tabs/);
  });

  it('explains what cannot begin a value', () => {
    check('by: ⟦!|@⟧chan\nb: 1\n', { by: '@chan', b: 1 }, /cannot begin with @/);
    check('a: ⟦!|%⟧5\n', { a: '%5' }, /cannot begin with %/);
    check('a: ⟦!|*b⟧\nc: 1\n', { a: null, c: 1 }, /nothing is named &b/);
  });

  it('points at a line that is no entry', () => {
    check('a: 1\n⟦!|some words⟧\nb: 2\n', { a: 1, b: 2 }, /form `key: value`/);
    check('⟦!|a:1⟧\nb: 2\n', { b: 2 }, /space is missing after the colon/);
  });

  it('explains words after a quotation', () => {
    check('a: "The "⟦!|great" union"⟧\nb: 1\n', { a: 'The ', b: 1 }, /Words follow/);
  });

  it('reads the first of several documents', () => {
    check('a: 1\n⟦!|---⟧\nb: 2\n', { a: 1 }, /second YAML document/);
  });

  it('follows aliases and merges, and refuses to be blown up by them', () => {
    assert.deepEqual(read('a: &x {b: 1}\nc:\n  <<: *x\n  d: 2\n').data, { a: { b: 1 }, c: { d: 2, b: 1 } });
    let bomb = 'a0: &a0 [x, x, x, x, x, x, x, x]\n';
    for (let i = 1; i < 40; i++)
      bomb += `a${i}: &a${i} [${Array(8)
        .fill(`*a${i - 1}`)
        .join(', ')}]\n`;
    const { root, problems } = parseYaml(bomb);
    assert.ok(problems.length > 0 && problems.length <= 50);
    assert.match(problems[0]!.message, /too large/);
    assert.ok(JSON.stringify(plainData(root)).length < 2_000_000);
    assert.match(parseYaml('a: &a [*a]\n').problems[0]!.message, /nothing is named/);
    let chain = 'a0: &a0 [x]\n';
    for (let i = 1; i < 2_000; i++) chain += `a${i}: &a${i} [*a${i - 1}]\n`;
    assert.doesNotThrow(() => plainData(parseYaml(chain).root));
  });

  it('does not fall over what is nested without end', () => {
    for (const piece of ['[', '{', '- ', 'a: ', '? ', '[{', '- - : ', '"', '&a ', '!a ', ': '])
      for (const text of [piece.repeat(3_000), `x: ${piece.repeat(3_000)}\ny: 1\n`]) {
        const { root } = parseYaml(text);
        assert.doesNotThrow(() => JSON.stringify(plainData(root)));
      }
  });

  it('takes no key for more than a key', () => {
    const { root } = parseYaml('__proto__: {polluted: 1}\nconstructor: 2\n');
    const data = plainData(root) as object;
    assert.deepEqual(Object.keys(data), ['__proto__', 'constructor']);
    assert.equal(Object.getPrototypeOf(data), Object.prototype);
  });

  it('throws on no text whatever, and points into the text', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'a: ',
        '- ',
        '\n',
        '\n  ',
        '"',
        "'",
        '[',
        ']',
        '{',
        '}',
        ', ',
        ': ',
        '#',
        '&a ',
        '*a',
        '!t ',
        '|\n',
        '>-\n',
      ),
      fc.constantFrom(
        '\t',
        '@',
        '%',
        '`',
        '---\n',
        '...\n',
        '? ',
        '<<: ',
        '\\',
        '\uE000',
        '\uD800',
        'word',
        '5',
      ),
      fc.string({ maxLength: 4, unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join('');
        const { root, problems } = parseYaml(text);
        plainData(root);
        for (const { range, message } of problems) {
          assert.ok(0 <= range.from && range.from <= range.to && range.to <= text.length, message);
          assert.ok(message.endsWith('.') && message.length < 400, message);
        }
        for (const { from, to } of scalars(root)) assert.ok(0 <= from && from <= to && to <= text.length);
      }),
      { numRuns: runs(3_000) },
    );
  });

  it('reads back any mapping of words that JSON can write, without a word of complaint', () => {
    const leaf = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null));
    const key = fc.string().filter((text) => text !== '' && text !== '<<' && !/[\uE000-\uE002]/.test(text));
    fc.assert(
      fc.property(
        fc.dictionary(
          key,
          fc.oneof(leaf, fc.array(leaf), fc.dictionary(key, leaf, { noNullPrototype: true })),
          {
            noNullPrototype: true,
          },
        ),
        (data) => {
          const { root, problems } = parseYaml(JSON.stringify(data));
          assert.deepEqual(plainData(root), data);
          assert.deepEqual(problems, []);
        },
      ),
    );
  });
});
