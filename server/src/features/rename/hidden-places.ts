import { beingWritten } from '../being-written.ts';
import { isGlob, resolvePath } from '../../workspace/paths.ts';
import { PROJECT_FILE } from '../../workspace/project-file.ts';
import { matcherOf } from '../../workspace/glob.ts';
import type { Unreadable } from '../../workspace/unreadable.ts';
import type { Occurrence, ReferenceWorld, Subject } from '../references/model.ts';
import { say } from '../../words/say.ts';

type World = Pick<ReferenceWorld, 'library'>;

/**
 * Why the subject may be named in places that cannot be searched now, as a sentence: in a data file that is not read,
 * or doubted. Null where `found` is complete. A partial renaming would be worse than none.
 */
export function hiddenPlaces(subject: Subject, found: readonly Occurrence[], world: World): string | null {
  switch (subject.kind) {
    case 'work':
      return notAtRest(world) ?? unreadBibliography(subject, found, world) ?? unreadRegister(world, true);
    case 'actor':
      return notAtRest(world) ?? unreadRegister(world, isDefined(found));
    case 'property':
      return notAtRest(world) ?? brokenProject(found, world);
    case 'claim':
    case 'note':
    case 'found-note':
    case 'found-work':
    case 'note-work':
      return null;
  }
}

/** Offsets in a doubted file may not match the file on disk, so nothing in it can be edited. */
function notAtRest({ library }: World): string | null {
  for (const path of library.inDoubt) return beingWritten(path);
  return null;
}

/** An unread bibliography, in the scope of somebody who names the work, that may have an entry of it. */
function unreadBibliography(
  { key, near }: Extract<Subject, { kind: 'work' }>,
  found: readonly Occurrence[],
  world: World,
): string | null {
  const { library } = world;
  const paths = new Set([near, ...found.map(({ path }) => path)]);
  const known = isDefined(found);
  for (const path of paths)
    for (const declared of library.scopeOf(path)) {
      const state = library.stateOf(declared);
      if (declared.found && (state === 'unrelated' || state === 'missing')) continue;
      const { text } = declared.token;
      if (state === 'loading') return say('“{text}” has not been read yet: try again in a moment.', { text });
      for (const candidate of declared.paths) {
        const why = library.unreadableFile(candidate);
        if (why !== undefined && why !== 'missing') return cannotTell(key, candidate, why);
        const [fault] = library.bibliography(candidate)?.content.problems ?? [];
        if (fault && !known) return faulty(key, candidate, fault.range.from, world);
      }
      if (state !== 'read' && !known) return cannotTell(key, text, state);
    }
  return null;
}

/** An unread register that the project names; where the subject is `known`, a missing one hides nothing. */
function unreadRegister(world: World, known: boolean): string | null {
  const { library } = world;
  for (const { text } of library.project.actors) {
    const path = isGlob(text) ? null : resolvePath('', text);
    const matches = matcherOf([text]);
    for (const candidate of path === null ? [...library.files].filter(matches) : [path]) {
      const why = library.unreadableFile(candidate);
      if (why !== undefined && !(why === 'missing' && known)) return cannotTell(null, candidate, why);
    }
  }
  return null;
}

function brokenProject(found: readonly Occurrence[], world: World): string | null {
  const [fault] = world.library.project.problems;
  return fault && !isDefined(found) ? faulty(null, PROJECT_FILE, fault.range.from, world) : null;
}

function isDefined(found: readonly Occurrence[]): boolean {
  return found.some(({ role }) => role === 'definition');
}

function cannotTell(key: string | null, path: string, why: Unreadable | 'made'): string {
  return say(
    '{path} {why, select, made {is made only when the text is rendered} missing {is not there} folder {is a folder} outside {lies outside of the workspace} encoding {is in no encoding that can be read} large {is too large to be read} unrelated {holds no works} other {cannot be read}}, and {named, select, true {“{key}” may stand there} other {it may be named there}}: only all places together can be renamed. Mend that first.',
    { path, why, named: key !== null, key: key ?? '' },
  );
}

function faulty(key: string | null, path: string, offset: number, { library }: World): string {
  const line = (library.linesOf(path)?.lineAt(offset) ?? 0) + 1;
  return say(
    '{named, select, true {“{key}”} other {It}} is defined nowhere, perhaps because of a fault in {path}, line {line}: mend that first.',
    { named: key !== null, key: key ?? '', path, line },
  );
}
