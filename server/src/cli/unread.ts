import { fileUnreadable } from '../rules/file-unreadable.ts';
import type { Service } from '../service.ts';
import { unreadableMessage } from '../service/unreadable-message.ts';
import { say } from '../words/say.ts';
import { largestOf, type Opening } from './open-service.ts';
import { printable } from './printable.ts';
import type { Terminal } from './terminal.ts';

/**
 * Says why nothing is told of files that were named on the command line: `told` are those that something is told of, and
 * `shown` gives the name of a file as it was asked for. Returns whether one of them could not be read, though it may be
 * what is checked here: a run that passed it over must not pass for a clean one.
 */
export function tellUnread(
  service: Service,
  { asked, options }: Pick<Opening, 'asked' | 'options'>,
  told: readonly string[],
  { shown, terminal }: { readonly shown: (file: string) => string; readonly terminal: Terminal },
): boolean {
  const known = new Set(told);
  let failed = false;
  for (const file of asked.files)
    if (!known.has(file)) {
      const { why, isFault } = whyUnread(service, file, largestOf(options));
      failed ||= isFault;
      terminal.complain(
        `${say('Nothing is told of “{path}”. {why}', { path: printable(shown(file)), why })}\n`,
      );
    }
  return failed;
}

/**
 * A sentence that says why a file that was asked for is none of those that something is told of, and whether that is a fault
 * of the file, where others are merely of another kind.
 */
function whyUnread(
  service: Service,
  file: string,
  largest: number,
): { readonly why: string; readonly isFault: boolean } {
  const { library } = service.world();
  const status = library.unreadableFile(file);
  if (status === 'failed') return { why: say('It could not be read.'), isFault: true };
  const reason = status === undefined ? null : unreadableMessage(status, null, largest);
  if (reason !== null) return { why: reason, isFault: true };
  if (!service.files().includes(file))
    return { why: say('It is no text, bibliography or register of this folder.'), isFault: false };
  const unreadable = service.check(file).findings.find(({ code }) => code === fileUnreadable.code);
  return { why: unreadable?.message ?? say('It is no text.'), isFault: unreadable !== undefined };
}
