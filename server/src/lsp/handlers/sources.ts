import type { CancellationToken } from 'vscode-languageserver';
import { entryOf, folderToAllow, sourceAt } from '../../features/source/source-at.ts';
import { whyNotShown } from '../../features/source/refusals.ts';
import { sourceMethods } from '../../protocol/names.ts';
import type { SourceAt, SourceMend, SourceQuestions } from '../../protocol/source.ts';
import { pageToShow } from '../../service/source-pages.ts';
import { nameOf } from '../../workspace/paths.ts';
import { fileNameOf, takenText } from '../../works/take-text.ts';
import type { WorkRefusal } from '../../works/work-reader.ts';
import { workLabel } from '../../workspace/labels.ts';
import { refusedFiles } from '../written-files.ts';
import { untilKnown } from './gestures.ts';
import type { Handler, HandlerContext, ShownFile } from './handler.ts';
import { deferred, say } from '../../words/say.ts';

type Asked<Name extends keyof SourceQuestions> = SourceQuestions[Name][0];
type Answer<Name extends keyof SourceQuestions> = SourceQuestions[Name][1];

const NOTHING_HERE = deferred(
  'Put the cursor on a citation or a quotation: then the text of its work is shown.',
);
const NOT_OPEN = deferred('The text that you came from is not open any more.');

/** Where the texts of works are written. */
const FOLDER = 'sources';

/** The works of citations and quotations: which they are, their pages, what stands in them. */
export const sources: Handler = {
  capabilities: {},
  register(context) {
    const { connection } = context;
    const on = <Name extends keyof SourceQuestions>(
      name: Name,
      answer: (asked: Asked<Name>, token: CancellationToken) => Promise<Answer<Name>>,
    ): void => {
      connection.onRequest(sourceMethods[name], (asked: Asked<Name>, token: CancellationToken) =>
        answer(asked, token),
      );
    };
    on('sourceAt', ({ uri, range }, token) => sourceBehind(context, uri, range.start, token));
    on('sourcePage', async ({ uri, file, work, index, scale }, token) => {
      const from = context.shown(uri) ?? context.place(uri);
      if (!from) return { status: 'refused', why: say(NOT_OPEN), mend: null };
      const page = await from.desk.service.sources.page(file, index, scale, signalOf(token));
      return page.status === 'read'
        ? { status: 'shown', page: page.value }
        : { status: 'refused', ...refusal(context, from, file, work, page) };
    });
    on('searchSource', async ({ uri, file, words }) => {
      const from = context.shown(uri) ?? context.place(uri);
      return from ? from.desk.service.sources.search(file, words) : { hits: [], more: false };
    });
    on('takeSource', (asked) => taken(context, asked));
  },
};

/** The source of what is at a place of an open document, and where it could be shown. */
export async function sourceBehind(
  context: HandlerContext,
  uri: string,
  position: Asked<'sourceAt'>['range']['start'],
  token: CancellationToken,
): Promise<SourceAt> {
  await untilKnown({ uri }, token, context);
  const asked = context.ask(uri, position);
  const here = asked && sourceAt(asked.request);
  if (!here) return { status: 'none', why: say(NOTHING_HERE), mend: null };
  const { file } = asked;
  if (here.kind === 'text')
    return { status: 'text', spot: context.location(file.desk, here.path, here.range) };
  const { library } = file.desk.service.world();
  const title = workLabel(here.work, file.path, library) ?? here.work;
  if (here.kind === 'nothing')
    return {
      status: 'none',
      why: say('Neither its entry nor the project names a file with the text of {title}.', { title }),
      mend: nameFile(context, file, here.work),
    };
  const opened = await file.desk.service.sources.open(here.path);
  if (opened.status !== 'read' && opened.status !== 'no-words')
    return { status: 'none', ...refusal(context, file, here.path, here.work, opened) };
  const read = opened.status === 'read' ? opened.value : null;
  const passage =
    read && here.words !== null
      ? file.desk.service.sources.passageOf(read, here.words)
      : read && here.passage;
  const index = read ? pageToShow(read, passage, here.page) : 0;
  return {
    status: 'file',
    source: {
      file: here.path,
      uri: context.uriOf(file.desk, here.path),
      work: here.work,
      title,
      index,
      passage,
    },
  };
}

/** The text of a work as a document, for the client to write. */
async function taken(
  context: HandlerContext,
  { uri, file, work }: Asked<'takeSource'>,
): Promise<Answer<'takeSource'>> {
  const from = context.shown(uri) ?? context.place(uri);
  if (!from) return { status: 'refused', why: say(NOT_OPEN), mend: null };
  const { service } = from.desk;
  const opened = await service.sources.open(file);
  if (opened.status !== 'read') return { status: 'refused', ...refusal(context, from, file, work, opened) };
  const path = `${FOLDER}/${fileNameOf(work)}`;
  const why = await refusedFiles(from.desk, [path], () => false);
  if (why !== null) return { status: 'refused', why, mend: null };
  const read = opened.value.work;
  const folios = read.folios.filter((folio) => folio !== null);
  return {
    status: 'taken',
    uri: context.uriOf(from.desk, path),
    path,
    text: takenText(read, { key: work, file: nameOf(file) }),
    from: nameOf(file),
    pages: folios.length > 0 ? { first: folios[0]!, last: folios.at(-1)! } : null,
  };
}

/** Why a file gives nothing, and what can be done. */
function refusal(
  context: HandlerContext,
  from: Pick<ShownFile, 'desk' | 'path'>,
  file: string,
  work: string,
  { status, folder }: { readonly status: WorkRefusal; readonly folder?: string },
): { readonly why: string; readonly mend: SourceMend | null } {
  const why = whyNotShown(file, status);
  if (status === 'outside' && folder !== undefined)
    return { why, mend: { kind: 'allowFolder', folder: folderToAllow(folder) } };
  return { why, mend: status === 'missing' ? nameFile(context, from, work) : null };
}

function nameFile(context: HandlerContext, from: Pick<ShownFile, 'desk' | 'path'>, work: string): SourceMend {
  const entry = entryOf(from.path, work, from.desk.service.world().library);
  return { kind: 'nameFile', work, entry: entry && context.location(from.desk, entry.path, entry.range) };
}

function signalOf(token: CancellationToken): AbortSignal {
  const ending = new AbortController();
  if (token.isCancellationRequested) ending.abort();
  token.onCancellationRequested(() => ending.abort());
  return ending.signal;
}
