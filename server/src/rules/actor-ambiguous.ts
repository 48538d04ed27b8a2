import type { Library } from '../workspace/library.ts';
import type { Fix, RelatedPlace, Rule } from '../checking/rule.ts';
import { deferred, listOf, say } from '../words/say.ts';

const REGISTER = `//- sicetnon.yaml
actors: [actors.yaml]
//- actors.yaml
harbour-office:
  name: Office of Harbours
  aliases: [⟦actor-duplicate-alias|the Office⟧]
tithe-office:
  name: Office of Tithes
  aliases: [⟦actor-duplicate-alias|the Office⟧]
`;

/** How many actors with the name are listed. */
const MOST_CANDIDATES = 8;

export const actorAmbiguous: Rule = {
  code: 'actor-ambiguous',
  severity: 'information',
  title: deferred('Name that several actors share'),
  what: deferred(
    'A name or alias of more than one registered actor, used in prose without a mark that says who is meant. Reported once for a name in a document, at its first use.',
  ),
  why: deferred(
    'A reader who does not know the field cannot tell who acts here, and neither can whoever looks for all that is said of one of them.',
  ),
  examples: [
    {
      title: 'Which office?',
      fixture: `${REGISTER}//- notes.md
⟦actor-ambiguous|The Office⟧ refused. When the Office of Tithes heard of it, the Office gave way.
`,
    },
    {
      title: 'Marked where it is ambiguous',
      fixture: `${REGISTER}//- notes.md
[The Office]{.actor ref="harbour-office"} refused. The Office of Tithes did not hear of it.
`,
    },
  ],
  *checkLinks({ path }, { library }) {
    for (const { range, ids, matched } of library.mentions.ambiguousIn(path)) {
      const candidates = ids
        .slice(0, MOST_CANDIDATES)
        .map((id) => ({ id, name: library.actors(id)[0]?.actor.name.text ?? id }));
      const names = candidates.map(({ id, name }) => (name === matched ? `${name} (${id})` : name));
      const written = matched.replace(/\s+/g, ' ');
      yield {
        range,
        message: say('“{name}” may be {candidates}. Mark who is meant, as in {form}.', {
          name: written,
          candidates: listOf(names, 'or'),
          form: `[${written}]{.actor ref="${ids[0]}"}`,
        }),
        related: candidates.flatMap(({ id }) => placesOf(id, library)),
        ...(canBeMarked(matched)
          ? {
              fixes: candidates.map(({ id, name }): Fix => ({
                title: say('Mark as {name} ({id})', { name, id }),
                edits: [
                  { range: { from: range.from, to: range.from }, insert: '[' },
                  { range: { from: range.to, to: range.to }, insert: `]{.actor ref="${id}"}` },
                ],
              })),
            }
          : {}),
      };
    }
  },
};

/** Brackets around a part of emphasis would break it. */
function canBeMarked(words: string): boolean {
  return !/[[\]*_`\\]/.test(words);
}

function placesOf(id: string, library: Library): RelatedPlace[] {
  return library.actors(id).map(({ path, actor: { id, name, kind } }) => ({
    path,
    range: id.range,
    message: kind
      ? say('One who is called so: {name}, {kind}.', { name: name.text, kind })
      : say('One who is called so: {name}.', { name: name.text }),
  }));
}
