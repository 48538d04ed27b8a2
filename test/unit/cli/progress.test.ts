import assert from 'node:assert/strict';
import { commandLine, inspected } from './command-line.ts';

describe('the command line, while it works', () => {
  const { write, run, folder } = commandLine();

  /** What somebody sees in the end of what was written to a terminal, line by line. */
  function screen(written: string): string[] {
    return written.split('\n').map((line) =>
      line
        .split('\r')
        .reduce((shown, part) => part + shown.slice(part.length), '')
        .trimEnd(),
    );
  }

  /** A clock by which everything takes long. */
  function slowClock(): () => number {
    let time = 0;
    return () => (time += 1000);
  }

  it('says how far it is where somebody watches, and takes that away before it reports', async () => {
    write('notes/bad.md', 'It lasted nine days[^lost].\n');
    let seen = '';
    const together = (text: string) => (seen += text);
    const terminal = { isWatched: true, now: slowClock(), write: together, complain: together };
    await run(['check'], true, folder(), terminal);
    assert.match(seen, /\rReading 2 of 2 documents/);
    assert.match(seen, /\rChecking 4 of 5 files/);
    const { out } = await run(['check'], true);
    assert.deepEqual(screen(seen), screen(out));
  });

  it('takes the line away before it complains, and when it is stopped', async () => {
    write('notes/bad.md', 'A\n');
    const stop = new AbortController();
    const { complaints } = await run(['check', '.', 'nowhere.md'], false, folder(), { isWatched: true });
    assert.deepEqual(screen(complaints), ['There is no file or folder “nowhere.md”.', '']);
    const rest = () => Promise.resolve(stop.abort());
    const stopped = await run(['check'], false, folder(), {
      isWatched: true,
      now: slowClock(),
      rest,
      interrupted: stop.signal,
    });
    assert.match(stopped.complaints, /Reading/);
    assert.deepEqual(screen(stopped.complaints), ['']);
  });

  it('says nothing of that where nobody watches', async () => {
    const { complaints } = await run(['check'], true, folder(), { now: slowClock() });
    assert.equal(complaints, '');
  });

  it('exits with 130 and without a report when it is stopped, however far it is', async () => {
    for (const [command, most] of [
      ['check', 30],
      ['inspect', 15],
    ] as const) {
      const codes = new Set<number>();
      for (let rests = 0; rests <= most; rests++) {
        const stop = new AbortController();
        let left = rests;
        const rest = () => {
          if (left-- === 0) stop.abort();
          return Promise.resolve();
        };
        if (rests === 0) stop.abort();
        const { code, out, complaints } = await run([command], false, folder(), {
          now: slowClock(),
          rest,
          interrupted: stop.signal,
        });
        codes.add(code);
        assert.equal(complaints, '');
        assert.equal(code === 130, out === '', `${command}, stopped after ${rests} rests`);
        if (command === 'inspect' && code === 0) assert.equal(inspected(out).length, 1);
      }
      assert.deepEqual([...codes].sort(), [0, 130]);
    }
  });
});
