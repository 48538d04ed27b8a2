import { occurrencesOfActor } from './actors.ts';
import { occurrencesOfClaim } from './claims.ts';
import type { Occurrence, ReferenceWorld, Subject } from './model.ts';
import { occurrencesOfFoundNote, occurrencesOfFoundWork, occurrencesOfNote } from './notes.ts';
import { occurrencesOfProperty } from './properties.ts';
import { occurrencesOfWork } from './works.ts';

/** Every place that names the subject, in the order of files and text, each once. Reads no file. */
export function occurrencesOf(subject: Subject, world: ReferenceWorld): Occurrence[] {
  const found = new Map<string, Occurrence>();
  for (const each of collect(subject, world)) {
    const place = `${each.path}\n${each.range.from}`;
    if (!found.has(place)) found.set(place, each);
  }
  return [...found.values()].sort(
    (a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) || a.range.from - b.range.from,
  );
}

function collect(subject: Subject, world: ReferenceWorld): Occurrence[] {
  const { view } = world;
  switch (subject.kind) {
    case 'note':
      return view?.path === subject.path ? occurrencesOfNote(view, subject.label) : [];
    case 'found-note':
      return view?.path === subject.path ? occurrencesOfFoundNote(view, subject.note) : [];
    case 'found-work':
      return view?.path === subject.path ? occurrencesOfFoundWork(view, subject.reference) : [];
    case 'work':
      return occurrencesOfWork(subject.key, subject.near, world);
    case 'claim':
      return occurrencesOfClaim(subject.claim, world);
    case 'actor':
      return occurrencesOfActor(subject.id, world);
    case 'property':
      return occurrencesOfProperty(subject.name, world);
  }
}
