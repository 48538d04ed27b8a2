import type { CancellationToken } from 'vscode-languageserver';
import { choicesOf } from '../../features/gestures/choices.ts';
import type { Outcome } from '../../features/gestures/outcome.ts';
import { perform } from '../../features/gestures/perform.ts';
import { selectionAfter, spliced } from '../../features/actions/splices.ts';
import { LineIndex } from '../../text/line-index.ts';
import {
  gestureMethods,
  type EditedFile,
  type GestureAnswer,
  type GesturePlace,
  type GestureQuestions,
} from '../../protocol/names.ts';
import { untilWhole } from '../until-whole.ts';
import { refusedFiles } from '../written-files.ts';
import { inSlices } from '../view-answers.ts';
import type { Handler, HandlerContext } from './handler.ts';
import { unmarked } from '../../text/unmarked.ts';
import { deferred, say } from '../../words/say.ts';

type Asked<Name extends keyof GestureQuestions> = GestureQuestions[Name][0];
type Answer<Name extends keyof GestureQuestions> = GestureQuestions[Name][1];

/** Why nothing is done where the text is another by now. */
export const MOVED_ON = deferred('The text has changed meanwhile: try once more.');

/** The choices for a gesture. */
export const gestureChoices: Handler = {
  capabilities: {},
  register(context) {
    context.connection.onRequest(
      gestureMethods.gestureChoices,
      async (asked: Asked<'gestureChoices'>, token: CancellationToken): Promise<Answer<'gestureChoices'>> => {
        await untilKnown(asked, token, context);
        const place = gesturePlaceOf(asked, context);
        if (!place) return { items: [], more: false, refusal: say(MOVED_ON), words: '', unheardOf: false };
        return inSlices(choicesOf(place.request, asked), token, context);
      },
    );
  },
};

/** The edits of a gesture. */
export const gestureEdit: Handler = {
  capabilities: {},
  register(context) {
    context.connection.onRequest(
      gestureMethods.gestureEdit,
      async (asked: Asked<'gestureEdit'>, token: CancellationToken): Promise<Answer<'gestureEdit'>> => {
        await untilKnown(asked, token, context);
        const place = gesturePlaceOf(asked, context);
        if (!place) return { status: 'refused', why: say(MOVED_ON) };
        const outcome = perform(place.request, asked.gesture);
        return gestureAnswer(asked, place, outcome, context);
      },
    );
  },
};

/** The answer to a gesture whose outcome is known; refused where a file cannot be written, or the text has changed meanwhile. */
export async function gestureAnswer(
  asked: GesturePlace,
  { file, request }: NonNullable<ReturnType<typeof gesturePlaceOf>>,
  outcome: Outcome,
  context: HandlerContext,
): Promise<GestureAnswer> {
  if (outcome.status === 'refused') return { ...outcome, why: unmarked(outcome.why) };
  const { desk } = file;
  const isShown = (path: string) => context.shown(context.uriOf(desk, path)) !== undefined;
  const written = outcome.edits.map(({ path }) => path);
  const why = await refusedFiles(desk, written, isShown);
  if (why !== null) return { status: 'refused', why: unmarked(why) };
  if (!gesturePlaceOf(asked, context)) return { status: 'refused', why: say(MOVED_ON) };
  const byPath = new Map<string, EditedFile['edits'][number][]>();
  for (const { path, range, insert } of outcome.edits) {
    const edits = byPath.get(path) ?? [];
    byPath.set(path, edits);
    edits.push({ range: context.positions(file.desk, path, range), newText: insert });
  }
  const own = outcome.edits.filter(({ path }) => path === file.path);
  const selected = selectionAfter(own);
  return {
    status: 'done',
    files: [...byPath].map(([path, edits]) => ({
      uri: context.uriOf(file.desk, path),
      isNew: path === outcome.creates || (outcome.alsoCreates?.includes(path) ?? false),
      edits,
    })),
    select: selected && LineIndex.of(spliced(request.view.text.text, own).text).positions(selected),
  };
}

/** Waits for the first reading: a gesture chooses among everything in the workspace, and may edit several files. */
export async function untilKnown(
  { uri }: Pick<GesturePlace, 'uri'>,
  token: CancellationToken,
  { shown }: HandlerContext,
): Promise<void> {
  const file = shown(uri);
  if (!file) return;
  // Whoever makes one makes the folder one of ours.
  file.desk.reach?.widen();
  await untilWhole(file.desk, token, null, true);
  // A plain text is no document until the user declares its source, so add it now.
  const { service } = file.desk;
  const nowhere = { line: 0, character: 0 };
  if (!/\.txt$/i.test(file.path) || service.actionRequest(file.path, { start: nowhere, end: nowhere }))
    return;
  await service.invite(file.path);
  const text = service.shownText(file.path);
  if (text) service.open(file.path, text.text);
}

/** The request's document, if it is still at the version that the user saw. */
export function gesturePlaceOf({ uri, version, range }: GesturePlace, { shown }: HandlerContext) {
  const file = shown(uri);
  if (!file || file.version !== version) return null;
  const request = file.desk.service.actionRequest(file.path, range);
  return request && { file, request };
}
