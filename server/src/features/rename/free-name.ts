/** Whether a name is free. If it is sought already, renaming would capture those references. */
import type { ClaimRecord } from '../../reasoning/model.ts';
import { PROJECT_FILE } from '../../workspace/project-file.ts';
import { folderOf, resolvePath } from '../../workspace/paths.ts';
import type { TextRange } from '../../text/range.ts';
import { addressesIn, type WrittenAddress } from '../references/addresses.ts';
import { occurrencesOfActor } from '../references/actors.ts';
import type { Occurrence, Occurrences, ReferenceWorld, Subject } from '../references/model.ts';
import { partsBeside } from '../references/notes.ts';
import { circleOf, occurrencesOfWork } from '../references/works.ts';
import { say } from '../../words/say.ts';

/** Why the subject cannot be renamed to `name` because that is taken, as a sentence; null where it can. */
export function holderOfName(
  subject: Subject,
  name: string,
  world: ReferenceWorld,
  occurrences: readonly Occurrence[],
): string | null {
  switch (subject.kind) {
    case 'note':
      return noteHolder(name, world);
    case 'claim':
      return claimHolder(subject.claim, name, world, occurrences);
    case 'work':
      return workHolder(subject, name, world);
    case 'actor':
      return actorHolder(name, world);
    case 'property':
      return propertyHolder(name, world);
    case 'found-note':
    case 'found-work':
    case 'note-work':
      return null;
  }
}

function noteHolder(label: string, world: ReferenceWorld): string | null {
  const { view } = world;
  if (!view) return null;
  const definition = view.facts.definitions.find((each) => each.label === label);
  if (definition)
    return say('This text has a note [^{label}] already, {place}.', {
      label,
      place: place(view.path, definition.range, world),
    });
  for (const { path, written } of partsBeside(view.path, world.library)) {
    const other = written.find(({ text }) => text === label);
    if (other)
      return say('This text has a note [^{label}] already, {place}.', {
        label,
        place: place(path, other.range, world),
      });
  }
  const marker = view.facts.markers.find((each) => each.label === label);
  return marker
    ? say('This text calls a note [^{label}] already, {place}, though it is not written yet.', {
        label,
        place: place(view.path, marker.range, world),
      })
    : null;
}

function claimHolder(
  claim: ClaimRecord,
  id: string,
  world: ReferenceWorld,
  occurrences: readonly Occurrence[],
): string | null {
  const { reasoning, library } = world;
  const { path, fileSource } = claim;
  const files = [path, ...(fileSource === null ? [] : library.workTexts.documentsOf(fileSource))];
  for (const file of files)
    for (const other of reasoning.claimsIn(file))
      if (other.id === id)
        return say('There is a claim #{id} already, {place}.', {
          id,
          place: place(file, other.headRange, world),
        });
  // A bare id must be unique in the workspace.
  const isNamedBare = reasoning
    .seekersOf(path, claim.id!)
    .some((seeker) =>
      addressesIn(seeker).some(
        (written) =>
          written.place === null && occurrences.some(({ range }) => range.from === written.idRange.from),
      ),
    );
  const bare = reasoning.resolveAddress(path, id);
  if (isNamedBare && bare.status !== 'undefined') {
    const other = bare.status === 'resolved' ? bare.claim : bare.candidates[0]!;
    return say(
      'Another claim is called #{id}, {place}, and this one is named by its id alone somewhere: the two would be taken for each other.',
      { id, place: place(other.path, other.headRange, world) },
    );
  }
  for (const seeker of reasoning.seekersOf(path, id))
    for (const written of addressesIn(seeker))
      if (written.id === id && couldLead(written, seeker, claim))
        return say('“{address}” is named already, {place}, and would lead to this claim.', {
          address: written.address,
          place: place(seeker.path, written.idRange, world),
        });
  return null;
}

function couldLead({ place: written }: WrittenAddress, seeker: ClaimRecord, claim: ClaimRecord): boolean {
  if (written === null) return true;
  if (written === '') return seeker.path === claim.path;
  return written === claim.fileSource || resolvePath(folderOf(seeker.path), written) === claim.path;
}

function workHolder(
  { key, near }: Extract<Subject, { kind: 'work' }>,
  name: string,
  world: ReferenceWorld,
): string | null {
  const { library } = world;
  const { entries, documents } = circleOf(key, near, library);
  for (const path of [near, ...documents]) {
    const [other] = library.entries(path, name);
    if (other)
      return say('There is an entry “{name}” already, {place}.', {
        name,
        place: place(other.path, other.entry.key.range, world),
      });
  }
  for (const path of entries) {
    const other = library.bibliography(path)?.content.entries.find((entry) => entry.key.text === name);
    if (other)
      return say('There is an entry “{name}” already, {place}.', {
        name,
        place: place(path, other.key.range, world),
      });
  }
  const [source] = library.workTexts.documentsOf(name);
  if (source !== undefined) return say('{source} is the text of a work “{name}” already.', { source, name });
  return actorOf(name, world) ?? namedAlready(name, near, world);
}

/** The message where a missing work or actor is already named so. */
function namedAlready(name: string, near: string, world: ReferenceWorld): string | null {
  const other = firstOf(occurrencesOfWork(name, near, world)) ?? firstOf(occurrencesOfActor(name, world));
  return other
    ? say('“{name}” is named already, {place}, and would be taken for this.', {
        name,
        place: place(other.path, other.range, world),
      })
    : null;
}

function firstOf(occurrences: Occurrences): Occurrence | null {
  for (const each of occurrences) if (each) return each;
  return null;
}

function actorOf(id: string, world: ReferenceWorld): string | null {
  const [actor] = world.library.actors(id);
  return actor
    ? say('There is an actor “{id}” already, {place}.', {
        id,
        place: place(actor.path, actor.actor.id.range, world),
      })
    : null;
}

function actorHolder(id: string, world: ReferenceWorld): string | null {
  const known = actorOf(id, world);
  if (known !== null) return known;
  const [entry] = world.library.definersOfKey(id);
  if (entry !== undefined) return say('There is a work “{id}” already, in {entry}.', { id, entry });
  return namedAlready(id, PROJECT_FILE, world);
}

function propertyHolder(name: string, world: ReferenceWorld): string | null {
  const { library, reasoning } = world;
  if (library.project.properties.has(name))
    return say('The project file has a property “{name}” already.', { name });
  const [claim] = reasoning.claimsSaying(name);
  return claim?.says
    ? say('“{name}” is stated already, {place}, and would mean this property.', {
        name,
        place: place(claim.path, claim.says.range, world),
      })
    : null;
}

/** `in a.md, line 3`. */
export function place(path: string, range: TextRange, { library }: Pick<ReferenceWorld, 'library'>): string {
  return say('in {path}, line {line}', { path, line: (library.linesOf(path)?.lineAt(range.from) ?? 0) + 1 });
}
