import { subjectsInData } from '../features/references/data-subject.ts';
import type { ReferenceWorld, SubjectAt } from '../features/references/model.ts';
import { subjectsAt } from '../features/references/subject.ts';
import type { Position } from '../text/range.ts';
import type { HandlerContext, ShownFile } from './handlers/handler.ts';

/** The subjects at a position of any open file: a document or a data file. */
export function subjectsOf(
  { ask, shown }: HandlerContext,
  uri: string,
  position: Position,
): {
  readonly file: ShownFile;
  readonly world: ReferenceWorld;
  readonly subjects: readonly SubjectAt[];
} | null {
  const asked = ask(uri, position);
  if (asked) return { file: asked.file, world: asked.request, subjects: subjectsAt(asked.request) };
  const file = shown(uri);
  if (!file) return null;
  const { service } = file.desk;
  const world: ReferenceWorld = { ...service.world(), view: null };
  const offset = service.offset(file.path, position);
  return { file, world, subjects: subjectsInData(file.path, offset, world) };
}

/** Has the whole folder read if a name stands at a position: other files may have it, even if the folder is not marked as ours. */
export function widenFor(context: HandlerContext, uri: string, position: Position): void {
  if (subjectsOf(context, uri, position)?.subjects.length) context.shown(uri)?.desk.reach?.widen();
}
