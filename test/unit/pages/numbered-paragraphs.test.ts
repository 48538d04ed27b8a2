import assert from 'node:assert/strict';
import { labelAt, numberedParagraphs } from '../../../server/src/pages/numbered-paragraphs.ts';

describe('numbered paragraphs', () => {
  const at = (text: string) => labelAt(numberedParagraphs(text).paragraphs, text.indexOf('here'));
  const cases: [text: string, expected: string | undefined][] = [
    ['¶ 1 a\n¶ 2 b\n¶ 3 here\n¶ 4 d', '3'],
    ['§1 a\n§2 b\n§3 c\n§4 here', '4'],
    ['a\n- 2 b\n- 3 c\n- 4 here\n- 5 e', '4'],
    ['- 2 eggs\n- 1 a\n- 2 b\n- 3 here\n- 4 d', '3'],
    ['- 1 a\n- 2 b\n- 3 here', '3'],
    ['- 1 a\n- 2 here', undefined],
    ['a\n- 2 b\n- 3 c\n- 4 here', undefined],
    ['- 1 eggs\n- 2 milk\n\nText.\n\n- 1 a\n- 2 here\n- 3 c\n- 4 d', '2'],
    ['- 1 eggs\n- 2 milk here\n\nText.\n\n- 1 a\n- 2 b\n- 3 c', undefined],
    ['- 1. a\n- 2. b\n- 3. here', '3'],
    ['- 3 a\n- 1 b\n- 5 here\n- 9 d', undefined],
    ['1. a\n2. b\n3. here\n4. d', undefined],
    ['§ 1 a\n§ 2 here\n§ 3 c\n# Two\n§ 1 d\n§ 2 e\n§ 3 f\n§ 4 g', undefined],
    ['§ 1 a\n§ 2 b\n§ 3 c\n# Two\n§ 1 d\n§ 2 e\n§ 3 f\n§ 4 here', undefined],
    ['- 1 a\n- 2 here\n- 3 c\n# Notes\n- 1 d\n- 2 e\n- 3 f', '2'],
    ['- 1 a\n- 2 here\n- 3 c\n# II\n- 1 d\n- 2 e\n- 3 f\n# III\n- 1 g\n- 2 h\n- 3 i', undefined],
    ['here\n- 1 a\n- 2 b\n- 3 c\n- 4 d', undefined],
  ];
  for (const [text, expected] of cases) it(JSON.stringify(text), () => assert.equal(at(text), expected));
});
