import type { CancellationToken } from 'vscode-languageserver';
import { LSPErrorCodes } from 'vscode-languageserver';
import { ViewRequest, type ViewScope, type ViewWorld } from '../features/views/view-request.ts';
import type { Stepwise } from '../features/stepwise.ts';
import type { HandlerContext } from './handlers/handler.ts';
import type { PictureScope } from '../protocol/pictures.ts';
import type { ViewQuestions } from '../protocol/names.ts';
import { viewMethods } from '../protocol/names.ts';
import type { Desk } from './workbench.ts';
import { refusal } from './refusal.ts';

/** How long one slice of an answer may last before the editor's next word is heard, in milliseconds. */
const SLICE = 8;

/** A folder that a view looks at, and what it may ask there. */
export interface ViewDesk {
  readonly request: ViewRequest;
  readonly desk: Desk;
}

/** Answers one of the views' questions; the answer is worked out in slices and given up when cancelled. */
export function answer<Name extends keyof ViewQuestions>(
  context: HandlerContext,
  name: Name,
  steps: (asked: ViewQuestions[Name][0]) => Stepwise<ViewQuestions[Name][1]>,
): void {
  context.connection.onRequest(viewMethods[name], (asked: ViewQuestions[Name][0], token: CancellationToken) =>
    inSlices(steps(asked), token, context),
  );
}

/**
 * Works an answer out in slices, between which the editor's other words are heard; gives it up when cancelled. With
 * `steady`, where the answer holds places in its texts, also when one of these changes meanwhile.
 */
export async function inSlices<T>(
  steps: Stepwise<T>,
  token: CancellationToken,
  { later, now }: HandlerContext,
  steady: Desk | null = null,
): Promise<T> {
  const edition = steady?.service.edition;
  for (;;) {
    const until = now() + SLICE;
    while (now() < until) {
      const step = steps.next();
      if (step.done) return step.value;
    }
    await new Promise<void>((resolve) => later(resolve));
    if (token.isCancellationRequested)
      throw refusal('The answer is not wanted any more.', LSPErrorCodes.RequestCancelled);
    if (steady?.service.edition !== edition)
      throw refusal('The texts changed meanwhile: ask again.', LSPErrorCodes.ContentModified);
  }
}

/** The folders that are open, and those of lone files, as views see them. */
export function viewDesks(context: HandlerContext): ViewDesk[] {
  const desks = [...context.desks()].filter((desk) => desk.service.documentCount > 0);
  // A page of the documentation is open in a folder of its own, and has nothing to be told from.
  const areSeveral = desks.filter(({ service }) => hasRows(service.viewed())).length > 1;
  return desks.map((desk, index) => ({
    desk,
    request: new ViewRequest({
      ...desk.service.viewed(),
      spot: (path, range) => context.location(desk, path, range),
      prefix: desks.length > 1 ? `${index}:` : '',
      ...(areSeveral ? { root: desk.folder.name } : {}),
    }),
  }));
}

/** Whether the trees show anything of a folder. */
function hasRows({ reasoning, library }: Pick<ViewWorld, 'reasoning' | 'library'>): boolean {
  return reasoning.size > 0 || library.hasRegister;
}

/** The folders that a scope reaches, each with what the scope is there. */
export function inScope(
  context: HandlerContext,
  scope: PictureScope,
): { readonly request: ViewRequest; readonly scope: ViewScope }[] {
  if (scope.kind !== 'file') return viewDesks(context).map(({ request }) => ({ request, scope }));
  const place = context.place(scope.uri);
  return viewDesks(context)
    .filter(({ desk }) => desk === place?.desk)
    .map(({ request }) => ({ request, scope: { kind: 'file', path: place!.path } }));
}
