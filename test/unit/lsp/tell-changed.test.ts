import assert from 'node:assert/strict';
import { tellChanged } from '../../../server/src/lsp/session/look-again.ts';
import type { Session } from '../../../server/src/lsp/session/session.ts';

const every = { refreshSupport: true };
const CAPABILITIES: object = { codeLens: every, inlayHint: every, diagnostics: every, semanticTokens: every };

/** A session that keeps what its client is asked. */
function session({
  workspace = CAPABILITIES,
  codeLens = true,
  hints = true,
  isOutOfDate = true,
  refuses = false,
  status = true,
} = {}) {
  const asked: string[] = [];
  const warned: string[] = [];
  const library = { version: 1 };
  const made = {
    connection: {
      sendNotification: (method: string) => Promise.resolve(void asked.push(method)),
      sendRequest: ({ method }: { method: string }) => {
        asked.push(method.replace('workspace/', ''));
        return refuses ? Promise.reject(new Error('Not now.')) : Promise.resolve();
      },
    },
    background: { run: () => undefined },
    client: { capabilities: { workspace }, options: { status } },
    settings: { codeLens, inlayHints: { asserters: hints, actors: false } },
    pulled: { isOutOfDate: () => isOutOfDate },
    shown: { uris: () => [] },
    logger: { warn: (sentence: string) => warned.push(sentence) },
    workbench: { all: () => [{ service: { world: () => ({ library }) } }] },
  } as unknown as Session;
  const tell = (): string[] => {
    asked.length = 0;
    tellChanged(made);
    return [...asked];
  };
  return { tell, library, warned };
}

const CHANGED = 'sicetnon/changed';

describe('an editor that is told that something has changed', () => {
  it('hears of what is ours only where it asks for that', () => {
    assert.ok(!session({ status: false }).tell().includes(CHANGED));
  });

  it('is asked to look again at all that it can', () => {
    assert.deepEqual(session().tell(), [
      CHANGED,
      'codeLens/refresh',
      'inlayHint/refresh',
      'diagnostic/refresh',
      'semanticTokens/refresh',
    ]);
  });

  it('is asked for nothing that it cannot, or that is turned off, or that is as it was', () => {
    assert.deepEqual(session({ workspace: {} }).tell(), [CHANGED]);
    assert.deepEqual(session({ codeLens: false, hints: false, isOutOfDate: false }).tell(), [
      CHANGED,
      'semanticTokens/refresh',
    ]);
  });

  it('colours citations anew only when bibliographies or registers have changed', () => {
    const { tell, library } = session({ codeLens: false, hints: false, isOutOfDate: false });
    tell();
    assert.deepEqual(tell(), [CHANGED]);
    library.version++;
    assert.deepEqual(tell(), [CHANGED, 'semanticTokens/refresh']);
    assert.deepEqual(tell(), [CHANGED]);
  });

  it('may refuse, which the log tells', async () => {
    const { tell, warned } = session({ codeLens: false, isOutOfDate: false, refuses: true });
    tell();
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(warned.length, 2);
    assert.match(warned[0]!, /Not now\./);
  });
});
