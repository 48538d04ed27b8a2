import type { MessagePort } from 'node:worker_threads';
import type { Logger } from '../../workspace/file-system.ts';
import { ShardRunner, type ShardJob, type ShardResult } from './shard-job.ts';

/** Messages from a thread: the result of its job, a log message, or a failure. */
export type ThreadMessage =
  | { readonly kind: 'result'; readonly result: ShardResult }
  | { readonly kind: 'log'; readonly level: keyof Logger; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string };

/** The main function of a reading thread: processes jobs in order and answers each. */
export function serveJobs(port: MessagePort): void {
  const say = (message: ThreadMessage, bytes: ArrayBuffer[] = []) => port.postMessage(message, bytes);
  const log = (level: keyof Logger) => (message: string, cause?: unknown) =>
    say({
      kind: 'log',
      level,
      message: cause === undefined ? message : `${message}\n${describe(cause)}`,
    });
  const logger: Logger = { info: log('info'), warn: log('warn'), error: log('error') };
  const runner = new ShardRunner(logger);
  port.on('message', (job: ShardJob) => {
    try {
      const running = runner.run(job);
      let step = running.next();
      while (!step.done) step = running.next();
      const result = step.value!;
      say({ kind: 'result', result }, [result.kept.buffer, result.once.buffer]);
    } catch (cause) {
      say({ kind: 'failed', message: describe(cause) });
    }
  });
}

function describe(cause: unknown): string {
  return cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
}
