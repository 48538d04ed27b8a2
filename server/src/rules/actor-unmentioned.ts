import { worksOf } from '../workspace/registers.ts';
import type { Library } from '../workspace/library.ts';
import type { Observation, Rule } from '../checking/rule.ts';
import { deferred, say } from '../words/say.ts';

const PROJECT = `//- sicetnon.yaml
actors: [actors.yaml]
rules: {actor-unmentioned: information}
`;

export const actorUnmentioned: Rule = {
  code: 'actor-unmentioned',
  severity: 'off',
  title: deferred('Actor of whom no document speaks'),
  what: deferred(
    'A registered actor that no document of the workspace mentions by a name, marks, claims anything about or lets assert anything, and none of whose works is cited. Off unless asked for.',
  ),
  why: deferred(
    'A name that is never found is often misspelt in the register, and one wants to know before concluding that the sources are silent.',
  ),
  withoutFix: 'an actor may be registered before anybody speaks of it',
  examples: [
    {
      title: 'A slip in the register',
      fixture: `${PROJECT}//- actors.yaml
harbour-union:
  name: Union of Harbour Workers
⟦actor-unmentioned|ship-owners⟧:
  name: Leage of Ship Owners
//- notes.md
The Union of Harbour Workers struck against the League of Ship Owners.
`,
    },
    {
      title: 'Named, marked, claimed about, asserting, cited',
      fixture: `${PROJECT}bibliography: [works.bib]
//- works.bib
@book{adler2014, title = {Owners}}
//- actors.yaml
harbour-union: {name: Union of Harbour Workers}
ship-owners: {name: League of Ship Owners}
harbour-office: {name: Office of Harbours}
senate: {name: Senate of the Port}
adler: {name: Carl Adler, works: [adler2014]}
//- notes.md
[The Union of Harbour Workers won]{.claim #won about="ship-owners" by="senate"} against
[the office]{.actor ref="harbour-office"} [@adler2014].
`,
    },
  ],
  checkFile: ({ kind, path, allIsRead }, { library }) =>
    kind === 'register' && allIsRead ? unmentionedActors(path, library) : [],
};

/** The actors in the register at `path` that no document mentions. */
function unmentionedActors(path: string, library: Library): Observation[] {
  const { mentions } = library;
  return (library.register(path)?.content.actors ?? [])
    .filter(
      (actor) =>
        mentions.isSpokenOf(actor.id.text) === false &&
        worksOf(actor).every((key) => mentions.isSpokenOf(`@${key}`) === false),
    )
    .map((actor) => ({
      range: actor.id.range,
      message: say(
        '{name} is mentioned nowhere: no document of the workspace marks it or claims anything about it either. Are its names spelt as the texts have them?',
        { name: actor.name.text },
      ),
    }));
}
