import type { Library } from '../workspace/library.ts';
import type { Rule } from '../checking/rule.ts';
import { deferred, say } from '../words/say.ts';

const REGISTER = `//- sicetnon.yaml
actors: [actors.yaml]
bibliography: [works.bib]
//- works.bib
@book{meyer2011,
  author = {Meyer, Lena},
  title = {Dockers},
  date = {2011},
}
//- actors.yaml
harbour-union:
  name: Union of Harbour Workers
`;

export const actorUndefined: Rule = {
  code: 'actor-undefined',
  severity: 'warning',
  title: deferred('Actor that no register knows'),
  what: deferred(
    'An id in `ref`, `about`, `by` or in front of a proposition in `says` that stands in no actor register (nor, in `by`, in a bibliography).',
  ),
  why: deferred('Whatever is claimed of that actor is not found with the rest that is known of it.'),
  examples: [
    {
      title: 'A slip in the id',
      fixture: `${REGISTER}//- notes.md
[The union]{.actor ref="⟦actor-undefined|harbor-union⟧"} called the strike off.
`,
    },
    {
      title: 'In a claim',
      fixture: `${REGISTER}//- notes.md
[It won]{.claim #won about="harbour-union ⟦actor-undefined|ship-owners⟧" by="⟦actor-undefined|adler2014⟧"} [@meyer2011].
`,
    },
    {
      title: 'In front of a proposition',
      fixture: `${REGISTER}//- notes.md
[It won]{.claim #won says="harbour-union.won = yes; ⟦actor-undefined|ship-owners⟧.won = no"} [@meyer2011].
`.replace('bibliography:', 'properties: {won: {type: boolean}}\nbibliography:'),
    },
    {
      title: 'Registered actors, and a work that asserts',
      fixture: `${REGISTER}//- notes.md
[It won]{.claim #won about="@harbour-union" by="@meyer2011"} [@meyer2011].
`,
    },
  ],
  *checkNames({ path, actors, asserters }, { library }) {
    if (!library.hasProject && !library.hasRegister) return;
    if (!library.mayNameUnknown(path) || !library.canJudgeActors()) return;
    for (const id of actors)
      if (library.actors(id.text).length === 0)
        yield {
          range: id.range,
          message: [
            say('The actor “{id}” is in no register.', { id: id.text }),
            suggestion(id.text, library),
          ].join(' '),
        };
    for (const id of asserters) {
      if (library.actors(id.text).length > 0 || library.entries(path, id.text).length > 0) continue;
      if (library.scopeOf(path).length > 0 && !library.canJudgeCitations(path)) continue;
      yield {
        range: id.range,
        message: [
          say('“{id}” is neither an actor of a register nor a work of a bibliography.', { id: id.text }),
          suggestion(id.text, library),
        ].join(' '),
      };
    }
  },
};

function suggestion(id: string, library: Library): string {
  if (!library.hasRegister) return say('There is no register yet: name one under “actors” in sicetnon.yaml.');
  const near = library.nearestActor(id);
  return near ? say('Did you mean “{name}”?', { name: near }) : say('Register it, or correct the id.');
}
