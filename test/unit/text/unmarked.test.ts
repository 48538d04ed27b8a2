import assert from 'node:assert/strict';
import fc from 'fast-check';
import { unmarked } from '../../../server/src/text/unmarked.ts';
import { visible } from '../../../server/src/text/visible.ts';
import { compositions, HOSTILE } from '../../support/hostile.ts';
import { runs } from '../../support/runs.ts';

/** What VS Code takes for a link in a notification and in the prompt of a question. */
const LINK = /\[[^\]]+\]\([^)\s]+/;
/** What it takes for an icon in lists, lenses and symbols. */
const ICON = /\$\([a-z]/i;

describe('a sentence that an editor shows', () => {
  it('holds no link and no icon, and is one line', () => {
    const check = (text: string) => {
      const shown = unmarked(text);
      assert.doesNotMatch(shown, LINK);
      assert.doesNotMatch(shown, ICON);
      assert.doesNotMatch(shown, /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
      assert.equal(unmarked(shown), shown);
    };
    HOSTILE.forEach(check);
    fc.assert(fc.property(compositions, check), { numRuns: runs(3000) });
  });

  it('keeps its words', () => {
    const sentence = 'The claim “Bank (1990)” [of 1990] costs $5 (about): see a_b.md, Müller’s und 港口.';
    assert.equal(unmarked(sentence), sentence);
    assert.equal(unmarked('[here](command:x) $(bug)'), '[here] (command:x) $\u2060(bug)');
    assert.equal(unmarked('a\n  b\u2028c'), 'a b c');
  });
});

describe('what cannot be seen', () => {
  it('is drawn', () => {
    assert.equal(visible('\u001B[2J\u0007\n\u007F\u009B'), '␛[2J␇␊␡\\u{9b}');
    assert.equal(visible('\u202Egnp.exe \u2066x\u{E0041}'), '\\u{202e}gnp.exe \\u{2066}x\\u{e0041}');
    assert.equal(visible('\uD800x'), '\\u{d800}x');
    assert.equal(visible('a\tb\nc', '\n'), 'a␉b\nc');
  });

  it('and what can be seen stays', () => {
    const text = 'שלום \u200Fעולם می\u200Cخواهم 👩‍🔬 e\u0301 \u00A0\u2060';
    assert.equal(visible(text), text);
  });
});
