import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { environmentFor, nodeOptions } from '../../../client/src/server-process.ts';

describe('the process of the server', () => {
  it('leaves what somebody set in the environment as it is', () => {
    const added = environmentFor('linux', { PATH: '/bin', MALLOC_ARENA_MAX: '4' });
    assert.deepEqual(Object.keys(added), ['MALLOC_MMAP_THRESHOLD_', 'MALLOC_TRIM_THRESHOLD_']);
  });

  it('adds nothing on systems with another C library', () => {
    assert.deepEqual(environmentFor('win32', {}), {});
    assert.deepEqual(environmentFor('darwin', {}), {});
  });

  it('has options that Node takes, from which threads are free', () => {
    const churn = `
      import v8 from 'node:v8';
      import { parentPort, Worker } from 'node:worker_threads';
      for (let i = 0, kept = []; i < 2e6; i++) {
        kept.push({ i });
        if (kept.length > 2e5) kept = [];
      }
      const room = v8.getHeapSpaceStatistics().find((space) => space.space_name === 'new_space').space_size;`;
    const thread = `data:text/javascript,${encodeURIComponent(`${churn} parentPort.postMessage(room);`)}`;
    const engine = new URL('../../../server/src/hosts/node-engine.ts', import.meta.url).href;
    const program = `${churn}
      import { giveThreadsRoom } from ${JSON.stringify(engine)};
      giveThreadsRoom();
      const thread = new Worker(new URL(${JSON.stringify(thread)}), { execArgv: [] });
      thread.on('message', (its) => console.log(room < its));`;
    const { stdout, stderr } = spawnSync(
      process.execPath,
      [...nodeOptions, '--import', 'tsx', '--input-type=module', '-e', program],
      { encoding: 'utf8' },
    );
    assert.equal(stdout.trim(), 'true', stderr);
  });
});
