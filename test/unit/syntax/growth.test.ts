import assert from 'node:assert/strict';
import { readFacts } from '../../../server/src/facts/read.ts';
import { parseTree } from '../../../server/src/syntax/tree.ts';

const MANY = 15_000;
const times = (words: string, count = MANY) => words.repeat(count);
const each = (write: (i: number) => string) => Array.from({ length: MANY }, (_, i) => write(i)).join('');

/**
 * Texts whose reading would take minutes or hours were each thing in them searched through to the end of the text for
 * itself, and in which nothing would be read any more were that cut short.
 */
const hostile: Readonly<Record<string, string>> = {
  'arguments of TeX, unclosed': times('\\a{b '),
  'options of TeX, unclosed': times('\\a[b '),
  'definitions of TeX without a body': times('\\def\\a '),
  'environments, unclosed': times('\\begin{a} '),
  'environments of many names': each((i) => `\\begin{a${i}} `),
  'environments, unclosed at lines': times('\\begin{a}\n\n'),
  'ConTeXt of many names': each((i) => `\\starta${'abcdefgh'[i % 8]}${'a'.repeat(i % 7)}\n\n`),
  'text in mathematics, unclosed': times('$\\text{a '),
  'keys in braces, unclosed': times('@{'),
  'keys in braces within each other': times('@{') + times('}'),
  'runs of backticks, one long': times('`'),
  'backticks, each alone': times('` a `` b '),
  'fences, unclosed': times('```\n\na\n\n````\n'),
  'attributes that break off': times('[a]{.b #c d='),
  'closing tags, unclosed': times('</a '),
  'values of tags, unclosed': times('<a b="c '),
  'citations, unclosed': times('[@a; '),
  'prefixes of citations, unclosed': times('[see ') + '@a',
};

describe('texts of one thing without end', function () {
  for (const [name, text] of Object.entries(hostile))
    it(`are read in proportion, and what follows as well: ${name}`, () => {
      const { claims } = readFacts(
        parseTree(`${text}\n\n[Words]{.claim #before}.\n\n[More]{.claim #last}.\n`),
      );
      assert.equal(claims.at(-1)?.attributes.id?.text, 'last');
    });
});
