import { NodeFileSystem } from '../hosts/node-file-system.ts';
import { Service } from '../service.ts';
import type { AskedRoot } from './roots.ts';
import type { Terminal } from './terminal.ts';

/** A service that has read the workspace of `asked`, and the files that were named beside it. */
export async function openService(asked: AskedRoot, terminal: Terminal): Promise<Service> {
  const service = new Service({
    fileSystem: new NodeFileSystem(asked.root),
    logger: {
      info: () => undefined,
      warn: (message) => terminal.complain(`${message}\n`),
      error: (message, cause) =>
        terminal.complain(`${message}${cause instanceof Error ? `\n${cause.stack}` : ''}\n`),
    },
  });
  await service.start(() => undefined, new AbortController().signal);
  for (const file of asked.files) await service.invite(file);
  await service.verifyQuotations();
  return service;
}
