import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseYaml } from '../../../server/src/text/yaml.ts';
import { readPlainMapping } from '../../../server/src/text/yaml-plain.ts';

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
  ),
  fc.constantFrom('a: b', 'a #b', 'a:', '- a', '5', '[a]', '"a"', 'a ', 'x -y', 'a, b', '|', ''),
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
      { numRuns: 3000 },
    );
    assert.ok(plain > 100, `${plain} were plain`);
  });

  it('leave to the parser what is not', () => {
    for (const yaml of ['title: a: b\n', 'title: true\n', 'a: b\na: c\n', 'title: Wages', '', 'a: b\n\n'])
      assert.equal(readPlainMapping(yaml, { from: 0, to: yaml.length }), null, yaml);
  });
});
