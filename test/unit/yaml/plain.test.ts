import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseYaml } from '../../../server/src/yaml/read-yaml.ts';
import { readPlainEntry, readPlainMapping } from '../../../server/src/yaml/plain.ts';
import { runs } from '../../support/runs.ts';

const key = fc.constantFrom('title', 'lang', 'source', 'a-b', 'x_1', 'true', 'Null', 'y', 'no');
const value = fc.oneof(
  fc.constantFrom(
    'Wages',
    'en',
    'the harbour (1911)',
    'No',
    'yes',
    'FALSE',
    'e1',
    'Smith, A. and Co.',
    'a  b',
    'Überlingen é́',
    '1945',
    '0045',
    '1945-03/..',
    '1945/',
    '"[@key, p. 3]"',
    '[Guild of Street, x]',
    '[a, true]',
    '["b"]',
    '[1945, B]',
  ),
  fc.constantFrom(
    'a: b',
    'a #b',
    'a:',
    '- a',
    '5',
    '[a]',
    '"a"',
    'a ',
    'x -y',
    'a, b',
    '|',
    '',
    '[]',
    '[a,b]',
    '[a',
    '"a b "',
    '""',
    '1945-3',
    '"a\\n"',
  ),
  fc.string({ unit: fc.constantFrom(...'aZ1 .,()-_:#'.split('')), maxLength: 8 }),
);
const text = fc
  .array(fc.tuple(key, value), { maxLength: 4 })
  .map((lines) => lines.map(([name, words]) => `${name}: ${words}\n`).join(''));

/** The same mapping to the parser, which a comment sends by the longer way. */
const COMMENT = '# \n';

function moved(value: unknown, by: number): unknown {
  return JSON.parse(
    JSON.stringify(value, (name, one: unknown) =>
      (name === 'from' || name === 'to') && typeof one === 'number' ? one + by : one,
    ),
  );
}

describe('plain mappings', () => {
  it('are read as the parser of all YAML reads them', () => {
    let plain = 0;
    fc.assert(
      fc.property(text, (yaml) => {
        const quick = readPlainMapping(yaml, { from: 0, to: yaml.length });
        if (!quick) return;
        plain++;
        assert.deepEqual(moved(quick, COMMENT.length), moved(parseYaml(COMMENT + yaml), 0));
      }),
      { numRuns: runs(3000) },
    );
    assert.ok(plain > runs(3000) / 30, `${plain} were plain`);
  });

  it('are read inside of an entry as the parser reads them', () => {
    let plain = 0;
    const indents = fc.array(fc.constantFrom('  ', '  ', '  ', ' ', ''), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(text, indents, fc.constantFrom('', '\n', '\n\n', '# end\n'), (lines, margins, end) => {
        const inside = lines
          .split('\n')
          .slice(0, -1)
          .map((line, i) => `${margins[i]}${line}\n`)
          .join('');
        const [before, yaml] = ['first: x\n', `actor:\n${inside}${end}`];
        const quick = readPlainEntry(before + yaml, { from: before.length, to: before.length + yaml.length });
        if (!quick) return;
        plain++;
        const { root } = parseYaml(before + yaml);
        assert.deepEqual(quick, root?.kind === 'map' ? root.entries[1] : null);
      }),
      { numRuns: runs(5000) },
    );
    assert.ok(plain > runs(5000) / 50, `${plain} were plain`);
  });

  it('leave to the parser what is not', () => {
    for (const yaml of ['title: a: b\n', 'title: true\n', 'a: b\na: c\n', 'title: Wages', '', 'a: b\n\n'])
      assert.equal(readPlainMapping(yaml, { from: 0, to: yaml.length }), null, yaml);
  });
});
