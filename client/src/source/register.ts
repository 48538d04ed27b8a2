import { CancellationTokenSource, Disposable, Uri, commands, window } from 'vscode';
import type { Uri as Address } from 'vscode';
import { productId } from '../../../server/src/protocol/names.ts';
import type { SourceAt, SourceQuestions } from '../../../server/src/protocol/source.ts';
import type { Server } from '../server.ts';
import { here } from '../gestures/place.ts';
import { noAnswer } from '../gestures/mends.ts';
import { waitFor } from '../shown/messages.ts';
import { openBeside } from '../views/spots.ts';
import { LastText } from './last-text.ts';
import { refuse } from './mend.ts';
import type { ShownSource } from './messages.ts';
import { openSourceIn } from './open-in.ts';
import { SourceTab } from './panel.ts';
import { takeSource } from './take.ts';
import { say } from '../../../server/src/words/say.ts';

type Asked = SourceQuestions['sourceAt'][0];

/** What is slow to read is shown to be so after this time, in milliseconds. */
const PATIENCE = 500;

/** The tab of sources, for tests and other extensions. */
export interface Sources extends Disposable {
  readonly tab: SourceTab;
}

/** Registers the commands that show the sources of citations and quotations. */
export function registerSources(extension: Address, server: Server): Sources {
  const texts = new LastText();
  const tab = new SourceTab(extension, server, texts);
  const handlers: Record<string, (asked?: unknown) => unknown> = {
    showSource: (asked) => atPlace(asked, server, texts, (source) => tab.show(source)),
    openSourceIn: (asked) => {
      const current = askedPlace(asked) ? null : inTab(tab);
      if (current) return openSourceIn(current.source, current.index);
      return atPlace(asked, server, texts, (source) => openSourceIn(source, source.index));
    },
    takeSource: (asked) => {
      const current = askedPlace(asked) ? null : inTab(tab);
      if (current) return takeSource(current.source, current.source.from, server, texts);
      return atPlace(asked, server, texts, (source) => takeSource(source, source.from, server, texts));
    },
    quoteThis: () => tab.act('quote'),
    sourceNextPage: () => tab.act('next'),
    sourcePreviousPage: () => tab.act('previous'),
    sourceSearch: () => tab.act('search'),
    sourcePassage: () => tab.act('passage'),
  };
  const all = Disposable.from(
    texts,
    tab,
    ...Object.entries(handlers).map(([name, handler]) =>
      commands.registerCommand(`${productId}.${name}`, handler),
    ),
  );
  return { tab, dispose: () => void all.dispose() };
}

/** What the tab shows, if it is what the person looks at. */
function inTab(tab: SourceTab) {
  return window.activeTextEditor ? null : tab.current();
}

/** Asks for the source of what is at a place, and does something with it; or says why there is none. */
async function atPlace(
  asked: unknown,
  server: Server,
  texts: LastText,
  use: (source: ShownSource) => unknown,
): Promise<void> {
  const place = askedPlace(asked) ?? here()?.place;
  if (!place) return;
  const { uri, range } = place;
  const found = await askPatiently(server, { uri, range });
  if (found === 'cancelled') return;
  if (!found) return noAnswer();
  if (found.status === 'text') return openBeside(found.spot);
  if (found.status === 'file') {
    await use({ ...found.source, from: uri });
    return;
  }
  await refuse(found.why, found.mend, server, texts, () => atPlace(place, server, texts, use));
}

/** Asks the server, with a progress that can be cancelled where it takes long: a large file is read as a whole first. */
async function askPatiently(server: Server, asked: Asked): Promise<SourceAt | null | 'cancelled'> {
  const ending = new CancellationTokenSource();
  const answer = server.ask('sourceAt', asked, ending.token);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), PATIENCE);
  });
  const first = await Promise.race([answer, late]);
  clearTimeout(timer);
  if (first !== 'late') return first;
  const outcome = await waitFor(say('Reading the work'), (token) => {
    token.onCancellationRequested(() => ending.cancel());
    return answer;
  });
  return ending.token.isCancellationRequested ? 'cancelled' : outcome;
}

/** The place in the argument of a command, from a code action, a hover or a key binding; null where there is none. */
function askedPlace(asked: unknown): Asked | null {
  if (typeof asked !== 'object' || asked === null || asked instanceof Uri) return null;
  const { uri, range } = asked as Partial<Asked>;
  return typeof uri === 'string' &&
    typeof range?.start?.line === 'number' &&
    typeof range.end?.line === 'number'
    ? { uri, range }
    : null;
}
