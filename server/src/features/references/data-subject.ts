import type { Token } from '../../facts/model.ts';
import { touches } from '../../text/range.ts';
import { PROJECT_FILE } from '../../workspace/project-file.ts';
import { isRatherWork } from './doubt.ts';
import type { ReferenceWorld, SubjectAt } from './model.ts';
import { citedKeys } from './works.ts';

/** The subjects that are named at an offset of a data file. */
export function subjectsInData(
  path: string,
  offset: number,
  world: Pick<ReferenceWorld, 'library' | 'reasoning'>,
): SubjectAt[] {
  const { library } = world;
  const at = ({ range }: Token) => touches(range, offset);
  const work = (token: Token): SubjectAt => ({
    subject: { kind: 'work', key: token.text, near: path },
    range: token.range,
  });
  if (path === PROJECT_FILE) {
    const property = library.project.propertyNames.find(at);
    if (property) return [{ subject: { kind: 'property', name: property.text }, range: property.range }];
    return [...library.project.sources.values()].filter(at).map(work);
  }
  const entry = library.bibliography(path)?.content.entries.find(({ key }) => at(key));
  if (entry) return [work(entry.key)];
  const parent = library.bibliography(path)?.content.linkedKeys?.().find(at);
  if (parent) return [work(parent)];
  const actor = library
    .register(path)
    ?.content.actors.find(({ id, range }) => at(id) || touches(range, offset));
  if (!actor) return [];
  if (at(actor.id)) return [{ subject: { kind: 'actor', id: actor.id.text }, range: actor.id.range }];
  const related = actor.relations.flatMap(({ targets }) => targets).find(at);
  if (related && !isRatherWork(related.text, world))
    return [{ subject: { kind: 'actor', id: related.text }, range: related.range }];
  return [...actor.works, ...(related ? [related] : []), ...citedKeys(actor)]
    .filter(at)
    .slice(0, 1)
    .map(work);
}
