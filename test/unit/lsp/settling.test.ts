import assert from 'node:assert/strict';
import { Settling } from '../../../server/src/lsp/session/settling.ts';
import type { Session } from '../../../server/src/lsp/session/session.ts';
import type { Desk } from '../../../server/src/lsp/workbench.ts';

/** A desk whose readings end when told, and a session that keeps what happened. */
function opened({ lone = false } = {}) {
  const happened: string[] = [];
  const readings: { end(): void; fail(): void }[] = [];
  const desk = {
    lone,
    service: {
      start: () => {
        happened.push('started');
        return Promise.resolve();
      },
      settle: () => {
        happened.push('read');
        return new Promise<void>((resolve, reject) =>
          readings.push({ end: resolve, fail: () => reject(new Error('The disk is gone.')) }),
        );
      },
    },
  } as unknown as Desk;
  const session = {
    shutdown: new AbortController().signal,
    refresh: (one: Desk) => {
      assert.equal(one, desk);
      happened.push('published');
    },
    logger: { error: (sentence: string) => happened.push(sentence) },
  } as unknown as Session;
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  /** Ends the reading that is under way. */
  const end = async (how: 'end' | 'fail' = 'end') => {
    await turn();
    readings.shift()![how]();
    await turn();
  };
  return { settling: new Settling(session), desk, happened, end };
}

describe('reading what documents name', () => {
  it('is followed by what comes of it', async () => {
    const { settling, desk, happened, end } = opened();
    const settled = settling.settle(desk);
    await end();
    await settled;
    assert.deepEqual(happened, ['read', 'published']);
  });

  it('happens once more for all edits that were made while it went on', async () => {
    const { settling, desk, happened, end } = opened();
    const first = settling.settle(desk);
    const others = [settling.settle(desk), settling.settle(desk), settling.settle(desk)];
    let all = false;
    const ended = Promise.all([first, ...others]).then(() => (all = true));
    await end();
    assert.equal(all, false, 'what the edits named is not read yet');
    await end();
    await ended;
    assert.deepEqual(happened, ['read', 'published', 'read', 'published']);
    const later = settling.settle(desk);
    await end();
    await later;
    assert.equal(happened.length, 6, 'and again for later ones');
  });

  it('that fails is told in the log, ends nothing, and may succeed the next time', async () => {
    const { settling, desk, happened, end } = opened();
    const failing = settling.settle(desk);
    const again = settling.settle(desk);
    await end('fail');
    await end();
    await Promise.all([failing, again]);
    assert.deepEqual(happened, ['read', 'Reading what a document names failed.', 'read', 'published']);
  });

  it('begins for files that lie in no opened folder, once', async () => {
    const { settling, desk, happened, end } = opened({ lone: true });
    for (let times = 0; times < 2; times++) {
      const settled = settling.settle(desk);
      await end();
      await settled;
    }
    assert.deepEqual(happened, ['started', 'read', 'published', 'read', 'published']);
  });
});
