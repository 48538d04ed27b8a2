import assert from 'node:assert/strict';
import { describeDifference, differs } from '../../../server/src/quotations/difference.ts';

describe('what differs between a quotation and its source', () => {
  const cases: [string, string, string, string][] = [
    ['nothing', 'The port was shut', 'the  port\nwas shut', ''],
    ['quotation marks and dashes', '“so” – he said', '"so" - he said', ''],
    [
      'a word',
      'it was often so',
      'it was seldom so',
      'The source has “seldom” where the quotation has “often”.',
    ],
    [
      'words left out',
      'it was so',
      'it was not always so',
      'The quotation leaves out “not always”, after “was”.',
    ],
    ['words left out in front', 'was so', 'it was so', 'The quotation leaves out “it”, before “was”.'],
    ['words put in', 'it was always so', 'it was so', 'The source does not have “always”, after “was”.'],
    ['what an ellipsis stands for', 'it … so', 'it was not always so', ''],
    ['what brackets stand for', 'it [the port] was shut', 'it was shut', ''],
    ['a case changed in brackets', '[T]he port was shut', 'the port was shut', ''],
    ['an ending in brackets', 'port[s] were shut', 'ports were shut', ''],
    [
      'a word beside a case changed in brackets',
      '[T]he port was open',
      'the port was shut',
      'The source has “shut” where the quotation has “open”.',
    ],
    ['nothing in Chinese', '工会是桥梁', '工会是桥梁', ''],
    [
      'a character in Chinese',
      '工会是桥梁',
      '工会是纽带',
      'The source has “纽带” where the quotation has “桥梁”.',
    ],
    [
      'more than three',
      'a b c d e f g h i',
      'a 1 c 2 e 3 g 4 i',
      'The source has “1” where the quotation has “b”. The source has “2” where the quotation has “d”. The source has “3” where the quotation has “f”. There is one more difference.',
    ],
    [
      'many words',
      'it was so',
      `it was ${'very '.repeat(20)}so`,
      'The quotation leaves out “very very very very very very very … very very very very very very very”, after “was”.',
    ],
  ];
  for (const [name, quoted, passage, summary] of cases)
    it(name, () => {
      const difference = describeDifference(quoted, passage);
      assert.equal(difference.summary, summary);
      assert.equal(differs(difference), summary !== '');
    });

  it('is told of texts with nothing in common without going on for ever', () => {
    const ours = Array.from({ length: 3000 }, (_, i) => `a${i}`).join(' ');
    const theirs = Array.from({ length: 3000 }, (_, i) => `b${i}`).join(' ');
    assert.deepEqual(
      describeDifference(ours, theirs).parts.map(({ kind }) => kind),
      ['changed'],
    );
  });
});
