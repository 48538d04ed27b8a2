import { fileUnreadable } from '../rules/file-unreadable.ts';
import type { Service } from '../service.ts';
import { unreadableMessage } from '../service/unreadable-message.ts';
import { say } from '../words/say.ts';
import { largestOf, type Opening } from './open-service.ts';
import { printable } from './printable.ts';
import type { Terminal } from './terminal.ts';

/**
 * Says why nothing is told of files that were named on the command line: `told` are those that something is told of, and
 * `shown` gives the name of a file as it was asked for.
 */
export function tellUnread(
  service: Service,
  { asked, options }: Pick<Opening, 'asked' | 'options'>,
  told: readonly string[],
  { shown, terminal }: { readonly shown: (file: string) => string; readonly terminal: Terminal },
): void {
  if (asked.files.length === 0) return;
  const known = new Set(told);
  for (const file of asked.files)
    if (!known.has(file)) {
      const why = whyUnread(service, file, largestOf(options));
      terminal.complain(
        `${say('Nothing is told of “{path}”. {why}', { path: printable(shown(file)), why })}\n`,
      );
    }
}

/** A sentence that says why a file that was asked for is none of those that something is told of. */
function whyUnread(service: Service, file: string, largest: number): string {
  const { library } = service.world();
  const status = library.unreadableFile(file);
  if (status === 'failed') return say('It could not be read.');
  const reason = status === undefined ? null : unreadableMessage(status, null, largest);
  if (reason !== null) return reason;
  if (!service.files().includes(file)) return say('It is no text, bibliography or register of this folder.');
  const unreadable = service.check(file).findings.find(({ code }) => code === fileUnreadable.code);
  return unreadable?.message ?? say('It is no text.');
}
