import assert from 'node:assert/strict';
import { readFacts } from '../../../server/src/facts/read.ts';
import { movedRecord, recordsOf } from '../../../server/src/reasoning/records.ts';
import { parseTree } from '../../../server/src/syntax/tree.ts';

function records(text: string, source: string | null = null) {
  return recordsOf('notes/a.md', source, readFacts(parseTree(text)), text);
}

describe('records of claims', () => {
  it('take over what the attributes say', () => {
    const text =
      'x [The guild *closed*]{.claim #shut by="@webb1894" about="guild @crown" says="open = no" when="1890" where="Hull" ' +
      'supports="#b" resolves="b c" evidence="@booth1902, p. 3; d.md#e" status="Open" certainty="lowish"}.\n';
    const [claim] = records(text, 'smith1900');
    const token = (words: string) => {
      const from = text.indexOf(words);
      return { text: words, range: { from, to: from + words.length } };
    };
    assert.deepEqual(claim, {
      path: 'notes/a.md',
      id: 'shut',
      address: 'notes/a.md#shut',
      range: { from: 2, to: text.length - 2 },
      headRange: { from: 2, to: text.indexOf('{.claim') },
      idRange: token('shut').range,
      text: 'The guild closed',
      by: ['webb1894'],
      fileSource: 'smith1900',
      locator: null,
      about: ['guild', 'crown'],
      says: token('open = no'),
      when: token('1890'),
      where: token('Hull'),
      status: 'open',
      certainty: null,
      relations: [
        { kind: 'supports', address: '#b', range: token('#b').range },
        { kind: 'resolves', address: 'b', range: { from: text.indexOf('b c'), to: text.indexOf('b c') + 1 } },
        {
          kind: 'resolves',
          address: 'c',
          range: { from: text.indexOf('b c') + 2, to: text.indexOf('b c') + 3 },
        },
      ],
      evidence: [
        { kind: 'citation', target: 'booth1902', locator: 'p. 3', range: token('booth1902').range },
        { kind: 'claim', target: 'd.md#e', locator: null, range: token('d.md#e').range },
      ],
      citations: [],
      hasNote: false,
      hasPlaceholder: false,
    });
  });

  it('of claims without a name have the place in their address', () => {
    assert.equal(records('One [two]{.claim}.')[0]?.address, 'notes/a.md#@4');
  });

  const grounds: [title: string, text: string, citations: string[], hasNote: boolean][] = [
    ['in it', '[Shut, as @webb1894 says]{.claim}. More [@booth1902].', ['webb1894'], false],
    [
      'behind it',
      '[Shut]{.claim} [@webb1894, pp. 3-5; @booth1902].',
      ['webb1894 pp. 3-5', 'booth1902'],
      false,
    ],
    ['in a note on it', '[Shut]{.claim}.[^1]\n\n[^1]: See @webb1894.\n', ['webb1894'], true],
    ['in an inline note', '[Shut]{.claim}^[See @webb1894.].', ['webb1894'], true],
    ['in the note that it stands in', 'Text.[^1]\n\n[^1]: [Shut]{.claim}. See also @webb1894.\n', [], true],
    ['nowhere', '[Shut]{.claim}. Later [@webb1894].', [], false],
  ];
  for (const [title, text, citations, hasNote] of grounds)
    it(`rest on citations ${title}`, () => {
      const [claim] = records(text);
      const found = claim?.citations.map(({ key, locator }) => (locator ? `${key} ${locator}` : key));
      assert.deepEqual([found, claim?.hasNote], [citations, hasNote]);
    });

  it('move with their block', () => {
    const text =
      '[Shut]{.claim #shut says="open = no" when="1890" where="Hull" supports="#b" evidence="d.md#e"}. [Other]{.claim}.\n';
    const before = 'Words.\n\n';
    assert.deepEqual(
      records(text).map((record) => movedRecord(record, before.length)),
      records(before + text),
    );
  });

  it('of a source know the paragraph, where its text is numbered', () => {
    const text =
      '- 1 One.\n- 2 Two [a]{.claim}.\n\nstill two [b]{.claim}\n- 3 Three.\n- 4 Four [c]{.claim}.\n\nAfter [d]{.claim}.\n';
    assert.deepEqual(
      records(text, 'webb1894').map(({ locator }) => locator),
      ['para. 2', 'para. 2', 'para. 4', null],
    );
    assert.deepEqual([...new Set(records(text).map(({ locator }) => locator))], [null]);
  });
});
