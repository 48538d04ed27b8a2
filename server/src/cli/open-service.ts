import { NodeFileSystem } from '../hosts/node-file-system.ts';
import { nodeReader, userCache } from '../hosts/node-reader.ts';
import { Service } from '../service.ts';
import type { Logger } from '../workspace/file-system.ts';
import type { AskedRoot } from './roots.ts';
import type { ProgressLine } from './progress-line.ts';
import { Stops, type Terminal } from './terminal.ts';

/**
 * A service that has read the workspace of `asked`, and the files that were named beside it. Throws an
 * `Interruption` when the person does not want to wait for that.
 */
export async function openService(
  asked: AskedRoot,
  terminal: Terminal,
  progress: ProgressLine,
  options: { readonly 'no-cache'?: boolean | undefined },
): Promise<Service> {
  const logger: Logger = {
    info: () => undefined,
    warn: (message) => terminal.complain(`${message}\n`),
    error: (message, cause) =>
      terminal.complain(`${message}${cause instanceof Error ? `\n${cause.stack}` : ''}\n`),
  };
  const { root } = asked;
  const cache = options['no-cache'] ? null : userCache();
  const reader = terminal.worker ? nodeReader({ root, cache, worker: terminal.worker, logger }) : null;
  const service = new Service({
    fileSystem: new NodeFileSystem(root),
    ...(reader ? { reader } : {}),
    logger,
  });
  const stops = new Stops(terminal);
  await service.start((done, total) => {
    progress.tell('Reading', done, total, 'documents');
  }, terminal.interrupted);
  await stops.pass();
  for (const file of asked.files) await service.invite(file);
  await service.verifyQuotations(() => stops.pass(), terminal.interrupted);
  await stops.pass();
  return service;
}
