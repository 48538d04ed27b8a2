import assert from 'node:assert/strict';
import { lastOfBody, RunningSelection } from '../../../client/webviews/source/running-selection.ts';

/** Pages of ten letters each; words of two, a head before them and a note after them. */
function page(index: number) {
  const from = 10 * index;
  const words = [null, from, from + 3, from + 6, 1000 + from].map((at) => ({ at, length: 2 }));
  return { shown: { index, label: `${index + 40}`, body: { from, to: from + 10 } }, words };
}

const [first, second, third] = [page(0), page(1), page(2)];

describe('a selection over the end of a page', () => {
  it('goes on where the next page begins', () => {
    const running = new RunningSelection();
    running.leave(first.shown, first.words, { from: 3, to: 8 }, 1);
    assert.equal(running.begunBefore(second.shown)?.page.label, '40');
    assert.deepEqual(running.whole(second.shown, second.words, { from: 10, to: 15 }), { from: 3, to: 15 });
  });

  it('is none where something else is selected there, or the first ended before its page', () => {
    const running = new RunningSelection();
    running.leave(first.shown, first.words, { from: 3, to: 8 }, 1);
    const other = { from: 13, to: 15 };
    assert.deepEqual(running.whole(second.shown, second.words, other), other);
    running.leave(first.shown, first.words, { from: 0, to: 5 }, 1);
    assert.equal(running.begunBefore(second.shown), null);
    running.leave(first.shown, first.words, { from: 1000, to: 1002 }, 1);
    assert.equal(running.begunBefore(second.shown), null);
  });

  it('is held for the next page only', () => {
    const running = new RunningSelection();
    running.leave(first.shown, first.words, { from: 3, to: 8 }, 2);
    assert.equal(running.begunBefore(third.shown), null);
    running.leave(first.shown, first.words, { from: 3, to: 8 }, 1);
    running.leave(second.shown, second.words, null, 0);
    assert.equal(running.begunBefore(second.shown), null);
  });

  it('runs over a whole page, and over one without text', () => {
    const running = new RunningSelection();
    running.leave(first.shown, first.words, { from: 6, to: 8 }, 1);
    running.leave(second.shown, second.words, { from: 10, to: 18 }, 2);
    assert.deepEqual(running.whole(third.shown, third.words, { from: 20, to: 22 }), { from: 6, to: 22 });
    running.leave(first.shown, first.words, { from: 6, to: 8 }, 1);
    running.leave({ ...second.shown, body: null }, [], null, 2);
    assert.deepEqual(running.whole(third.shown, third.words, { from: 20, to: 22 }), { from: 6, to: 22 });
  });

  it('ends with the text of a page, before its notes', () => {
    assert.equal(lastOfBody(first.shown, first.words), 3);
    assert.equal(lastOfBody({ ...first.shown, body: null }, []), -1);
  });
});
