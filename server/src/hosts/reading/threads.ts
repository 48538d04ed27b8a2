import { Worker } from 'node:worker_threads';
import type { Logger } from '../../workspace/file-system.ts';
import { language } from '../../words/say.ts';
import type { ThreadData } from '../node-catalogues.ts';
import { compileSmall } from '../node-engine.ts';
import type { ThreadMessage } from './thread.ts';
import type { ShardJob, ShardResult } from './shard-job.ts';

export interface ThreadedJobs {
  readonly worker: URL;
  readonly jobs: readonly ShardJob[];
  /** The number of threads. */
  readonly parallel: number;
  /** Receives the jobs that failed. */
  readonly undone: ShardJob[];
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

/** Runs jobs in threads, which end after the last job, or when `signal` or the caller stops. */
export async function* runInThreads(work: ThreadedJobs): AsyncGenerator<readonly [ShardJob, ShardResult]> {
  const { worker, parallel, undone, logger, signal } = work;
  const waiting = [...work.jobs].reverse();
  const results: (readonly [ShardJob, ShardResult])[] = [];
  const threads = new Set<Worker>();
  let wake = () => {};
  const end = (thread: Worker) => {
    thread.terminate().catch((why: unknown) => logger.error('A thread could not be ended.', why));
  };
  const stop = () => {
    waiting.length = 0;
    for (const thread of threads) end(thread);
    wake();
  };
  signal.addEventListener('abort', stop, { once: true });

  function start(): void {
    const thread = new Worker(worker, { workerData: { language: language() } satisfies ThreadData });
    let job: ShardJob | undefined;
    threads.add(thread);
    const next = () => {
      job = waiting.pop();
      if (job) thread.postMessage(job);
      else end(thread);
    };
    thread.on('message', (message: ThreadMessage) => {
      if (message.kind === 'log') return logger[message.level](message.message);
      if (message.kind === 'result') results.push([job!, message.result]);
      else failed(message.message);
      next();
      wake();
    });
    const failed = (why: unknown) => {
      logger.error('A thread could not read its part of the documents.', why);
      if (job) undone.push(job);
      job = undefined;
    };
    thread.on('error', failed);
    thread.on('exit', () => {
      threads.delete(thread);
      // A thread that died leaves its job; if it was the last thread, all remaining jobs.
      if (job && !signal.aborted) undone.push(job);
      if (threads.size === 0) undone.push(...waiting.splice(0));
      wake();
    });
    next();
  }

  try {
    compileSmall();
    for (let i = 0; i < parallel; i++) start();
    while (threads.size > 0 || results.length > 0) {
      const result = results.shift();
      if (result) yield result;
      else await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
    compileSmall(true);
  }
}
