import assert from 'node:assert/strict';
import { plainText } from '../../../server/src/facts/plain-text.ts';
import { readFacts } from '../../../server/src/facts/read.ts';
import { parseTree } from '../../../server/src/syntax/tree.ts';

const many = 4000;
const rising = (letter: string) => Array.from({ length: 120 }, (_, i) => letter.repeat(i + 1));

/** Texts that make a careless reader take for ever, or run out of stack. */
const hostile: Readonly<Record<string, string>> = {
  'opening brackets': '['.repeat(100_000),
  'nested brackets': '['.repeat(many) + ']'.repeat(many),
  backticks: '`'.repeat(many),
  'runs of backticks, each longer': rising('`').join(' '),
  'fences, each longer': rising('```').join('\n'),
  'unclosed emphasis': '*a **b _c '.repeat(many),
  'unclosed quotation marks': '"a \'b “c ‘d '.repeat(many / 4),
  'nested quotations': '>'.repeat(many),
  'unclosed divs': '::: a\n'.repeat(many),
  'nested divs': '::: a\n'.repeat(many) + ':::\n'.repeat(many),
  'nested divs of HTML': '<div>'.repeat(many),
  'nested lists': Array.from({ length: 150 }, (_, i) => `${' '.repeat(i * 2)}- a`).join('\n'),
  'unclosed citations': '[@a; '.repeat(many / 4),
  'unclosed notes': '^['.repeat(many / 2),
  'unclosed targets': '[a]('.repeat(many / 4),
  'unclosed comments': '<!-- '.repeat(many),
  'unclosed tags': '<a '.repeat(many),
  'unclosed math': '$a '.repeat(many),
  'unclosed TeX': '\\a{'.repeat(many),
  'halves of characters': '\ud83d'.repeat(many) + '\udc00'.repeat(many),
  'control characters': '\0\u0001\u007f'.repeat(many),
  'a line of spaces': ' '.repeat(100_000),
  'empty lines': '\n'.repeat(100_000),
  nothing: '',
};

describe('hostile texts', function () {
  for (const [name, text] of Object.entries(hostile))
    it(`are read to their end: ${name}`, () => {
      const syntax = parseTree(text);
      const last = syntax.blocks.at(-1);
      assert.ok(text === '' || (last && last.offset + last.block.length >= text.length));
      assert.ok(readFacts(syntax).opaque.every(({ from, to }) => from < to && to <= text.length));
      assert.ok(plainText(text.slice(0, 5000)).length <= 5000);
    });
});
