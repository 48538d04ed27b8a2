import { isTime } from '../reasoning/time.ts';
import type { Library } from '../workspace/library.ts';
import { isGlob, resolvePath } from '../workspace/paths.ts';
import { worksCited } from '../workspace/registers.ts';
import type { Observation, Rule, World } from '../checking/rule.ts';
import { whyUnread } from '../checking/named-files.ts';
import { deferred, say } from '../words/say.ts';

export const registerInvalid: Rule = {
  code: 'register-invalid',
  severity: 'warning',
  title: deferred('Fault in an actor register'),
  what: deferred(
    'YAML that cannot be read in a register, an actor that is described wrongly (an unknown key, an `active` that is no date in EDTF, a `part-of` or `kind-of` that leads back to the actor, a relation to what is neither a registered actor nor a work of a bibliography, a work that no bibliography knows), or a register that is not there.',
  ),
  why: deferred('What the register says of that actor is lost; the others are read all the same.'),
  examples: [
    {
      title: 'No such register',
      fixture: `//- sicetnon.yaml
actors: [⟦register-invalid|people.yaml⟧]
`,
    },
    {
      title: 'No date, no such actor, no such work',
      fixture: `//- sicetnon.yaml
actors: [people.yaml]
bibliography: [works.bib]
//- works.bib
@book{meyer2011, author = {Meyer, Lena}, title = {Dockers}}
//- people.yaml
meyer:
  name: Lena Meyer
  active: ⟦register-invalid|1889-1933⟧
  relations: {member-of: [⟦register-invalid|harbor-union⟧], wrote: [meyer2011]}
  works: [meyer2011, ⟦register-invalid|meyer2012⟧]
harbour-union:
  name: Union of Harbour Workers
  cite: "[@meyer2011, p. 3; @⟦register-invalid|adler2014⟧]"
//- notes.md
Dockers [@meyer2011].
`,
    },
    {
      title: 'A register',
      fixture: `//- sicetnon.yaml
actors: [people.yaml]
//- people.yaml
meyer:
  name: Lena Meyer
  active: 1889/1933
  place: Altona
`,
    },
  ],
  *checkFile({ kind, path, allIsRead }, world) {
    if (kind === 'project') yield* unreadableRegisters(world.library);
    if (kind !== 'register') return;
    yield* world.library.problemsIn(path);
    yield* registerFaults(path, world, allIsRead);
  },
};

/** The registers that the project file names and that could not be read. */
function* unreadableRegisters(library: Library): Generator<Observation> {
  for (const { text, range } of library.project.actors) {
    if (isGlob(text)) continue;
    const path = resolvePath('', text);
    const why = path === null ? 'outside' : library.unreadableFile(path);
    if (why) yield { range, message: whyUnread(text, why, 'register', library.largest) };
  }
}

/**
 * Invalid values in the register at `path`: unreadable times, unknown actors and works. The latter only when
 * everything that might define them has been read.
 */
function* registerFaults(
  path: string,
  { library, reasoning }: World,
  allIsRead: boolean,
): Generator<Observation> {
  const judgesWorks = allIsRead && library.canJudgeCitations(path);
  // Relations may lead to works (`wrote: [meyer2011]`), so that an unknown actor may be a work.
  const hasWorks = library.scopeOf(path).length > 0;
  const judgesActors = allIsRead && library.canJudgeActors() && (judgesWorks || !hasWorks);
  for (const actor of library.register(path)?.content.actors ?? []) {
    if (actor.active) {
      const time = reasoning.times.read(actor.active.text);
      if (!isTime(time)) yield { range: actor.active.range, message: time.message };
    }
    for (const { kind, targets } of actor.relations)
      if (kind === 'part-of' || kind === 'kind-of')
        for (const { text, range } of targets)
          if (reasoning.kin.leadsBack(actor.id.text, text))
            yield {
              range,
              message: say(
                '{relation} leads back: {name} belongs to “{other}”, and that to {name}. Between them nothing is carried; take one of these relations out.',
                { relation: `\`${kind}\``, name: actor.name.text, other: text },
              ),
            };
    if (judgesActors)
      for (const { kind, targets } of actor.relations)
        for (const { text, range } of targets)
          if (library.actors(text).length === 0 && !library.knowsWork(text))
            yield {
              range,
              message: [
                say(
                  '“{id}” is neither an actor of a register nor a work of a bibliography: {relation} of {name} leads nowhere.',
                  { id: text, relation: `\`${kind}\``, name: actor.name.text },
                ),
                suggestion(text, library),
              ].join(' '),
            };
    if (judgesWorks)
      for (const { text, range } of [...actor.works, ...worksCited(actor)])
        if (!library.knowsWork(text))
          yield {
            range,
            message: say('The work “{key}” is in no bibliography. Correct the citekey, or add the entry.', {
              key: text,
            }),
          };
  }
}

function suggestion(id: string, library: Library): string {
  const near = library.nearestActor(id);
  return near
    ? say('Did you mean “{name}”?', { name: near })
    : say('Relations name others by their ids: register it, or correct the id.');
}
