import assert from 'node:assert/strict';
import { heard, questionOf, spotOf } from '../../../client/src/views/heard.ts';
import { validXml } from '../../../client/webviews/shared/valid-xml.ts';

const spot = {
  uri: 'file:///w/a.md',
  range: { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } },
};

describe('what a picture says to the extension', () => {
  it('is taken where it is one of our own words', () => {
    for (const message of [
      { type: 'ready' },
      { type: 'choose' },
      { type: 'open', spot },
      { type: 'begin', gesture: 'settleConflict', spot },
      { type: 'begin', gesture: 'claimContradicts', spot },
      { type: 'rows', rows: 'claims' },
      { type: 'save', format: 'svg', text: '<svg/>' },
    ])
      assert.deepEqual(heard({ ...message, more: 'x' }), message);
  });

  for (const [what, message] of [
    ['nothing', null],
    ['a word', 'open'],
    ['another type', { type: 'run', command: 'x' }],
    ['no place', { type: 'open' }],
    ['a command for a place', { type: 'open', spot: { ...spot, uri: 'command:workbench.action.quit' } }],
    ['a command that is no gesture', { type: 'begin', gesture: 'restart', spot }],
    [
      'a gesture at a page',
      { type: 'begin', gesture: 'settleConflict', spot: { ...spot, uri: 'https://evil.example' } },
    ],
    ['a page for a place', { type: 'open', spot: { ...spot, uri: 'https://evil.example' } }],
    ['a place without a range', { type: 'open', spot: { uri: spot.uri } }],
    [
      'a place at no line',
      { type: 'open', spot: { ...spot, range: { ...spot.range, start: { line: -1, character: 0 } } } },
    ],
    ['other rows', { type: 'rows', rows: '__proto__' }],
    ['another format', { type: 'save', format: 'exe', text: '' }],
    ['no text', { type: 'save', format: 'svg', text: { toString: () => 'x' } }],
  ] as const)
    it(`is not believed: ${what}`, () => assert.equal(heard(message), null));

  it('is looked at again when it was kept', () => {
    const scope = { kind: 'file', uri: 'file:///w/a.md' };
    assert.deepEqual(questionOf({ question: { kind: 'claimMap', scope, x: 1 }, table: true }), {
      kind: 'claimMap',
      scope,
    });
    assert.deepEqual(questionOf({ question: { kind: 'timeline', actor: 'a' } }), {
      kind: 'timeline',
      actor: 'a',
    });
    for (const kept of [
      null,
      {},
      { question: { kind: 'timeline' } },
      { question: { kind: 'claimMap', scope: { kind: 'file' } } },
      { question: { kind: 'evidenceMatrix', scope, rows: 1 } },
      { question: { kind: 'x', scope } },
    ])
      assert.equal(questionOf(kept), null);
  });

  it('opens nothing but places in texts', () => {
    assert.deepEqual(spotOf({ ...spot, more: 1 }), spot);
    for (const uri of ['command:x', 'javascript:x', 'https://x', 'vscode://x', ''])
      assert.equal(spotOf({ ...spot, uri }), null);
  });
});

describe('a saved picture', () => {
  it('holds no character that XML has not', () => {
    assert.equal(
      validXml('<t>a\u0000\u0008\u000B\u001B\uFFFE\uFFFF\uD800b\t\n\r\u0085é😀</t>'),
      '<t>ab\t\n\r\u0085é😀</t>',
    );
  });
});
