import assert from 'node:assert/strict';
import { ClientPrinter } from '../../../server/src/hosts/client-printer.ts';
import { runPrinter } from '../../../client/src/machine/web-printer.ts';
import type { FromPrinter, ToPrinter } from '../../../server/src/protocol/host.ts';
import type { WebWorker } from '../../../client/src/machine/web-worker.ts';

/** A worker that a test speaks for. */
class Spoken implements WebWorker {
  readonly jobs: unknown[] = [];
  ended = false;
  onmessage: WebWorker['onmessage'] = null;
  onerror: WebWorker['onerror'] = null;
  postMessage(job: unknown): void {
    this.jobs.push(job);
  }
  terminate(): void {
    this.ended = true;
  }
  say(data: object): void {
    this.onmessage?.({ data });
  }
}

/** A server's printer and the client that runs its threads, joined. */
function joined() {
  const workers: Spoken[] = [];
  let hear: (word: ToPrinter) => void = () => undefined;
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const server = new ClientPrinter((word) => hear(word), silent);
  const client = {
    onNotification: (_method: string, take: (word: ToPrinter) => void) => (hear = take),
    sendNotification: (_method: string, word: FromPrinter) => {
      server.hear(word);
      return Promise.resolve();
    },
  };
  const running = runPrinter(client as never, () => {
    const worker = new Spoken();
    workers.push(worker);
    return worker;
  });
  return { server, running, workers };
}

const JOB = { style: {}, entry: { item: { id: 'a', type: 'book', title: 'A' } } } as const;

describe('entries printed in a thread of the client', () => {
  it('are given to it once it is ready, and come back', async () => {
    const { server, running, workers } = joined();
    const { atLast } = server.printer.print(JOB);
    const [worker] = workers as [Spoken];
    assert.deepEqual(worker.jobs, []);
    worker.say({ kind: 'ready' });
    assert.deepEqual(worker.jobs, [JOB]);
    worker.say({ kind: 'printed', entry: { markdown: '*A*', notes: [] } });
    assert.deepEqual(await atLast, { status: 'printed', entry: { markdown: '*A*', notes: [] } });
    running.dispose();
    assert.ok(worker.ended);
  });

  it('do without it when it is gone, and a late word of it is not heard', async () => {
    const { server, running, workers } = joined();
    const { atLast } = server.printer.print(JOB);
    workers[0]!.say({ kind: 'ready' });
    workers[0]!.onerror?.({ message: 'out of memory' });
    assert.deepEqual(await atLast, { status: 'stopped' });
    const again = server.printer.print(JOB);
    assert.equal(workers.length, 2);
    workers[0]!.say({ kind: 'printed', entry: { markdown: 'late', notes: [] } });
    workers[1]!.say({ kind: 'ready' });
    workers[1]!.say({ kind: 'printed', entry: { markdown: 'new', notes: [] } });
    const outcome = await again.atLast;
    assert.equal(outcome.status === 'printed' && outcome.entry.markdown, 'new');
    running.dispose();
  });
});
