import { say } from '../words/say.ts';
import { ACTOR_KEYS } from './register.ts';

type Schema = Readonly<Record<string, unknown>>;

const words = { type: ['string', 'number'] };
/** The JSON Schema (draft 7) of a register of actors, for completion and validation in editors. */
export function registerSchema(): Schema {
  const id: Schema = {
    ...words,
    description: say('The id of an actor, in this register or another of the project.'),
  };
  const properties: Record<(typeof ACTOR_KEYS)[number], Schema> = {
    name: {
      title: say('Name'),
      description: say('The name that the actor goes by. Without one, the id.'),
      ...words,
      examples: [say('Guild of Dyers')],
    },
    aliases: {
      title: say('Other names'),
      description: say(
        'Abbreviations, translations, earlier names: whatever the texts call it. Each is found in prose, in whatever script.',
      ),
      ...listOf(words),
      examples: [['GoD', 'Dyers’ Guild']],
    },
    kind: {
      title: say('Kind'),
      description: say('What sort of actor it is, in your own words.'),
      type: 'string',
      examples: [say('trade union'), 'ministry', 'person', 'place', 'law', 'newspaper'],
    },
    active: {
      title: say('Active'),
      description: say(
        'From when to when it was active, in EDTF: `1925/..` (since 1925), `1949/1966`, `2003~` (about 2003). Claims that speak of another time are pointed out.',
      ),
      type: ['string', 'integer'],
      examples: ['1925/..', '1949/1966'],
    },
    place: {
      title: say('Place'),
      description: say('Where it sits or works.'),
      type: 'string',
      examples: ['Lyon'],
    },
    summary: {
      title: say('Summary'),
      description: say('A sentence or two that say who this is. Shown in hovers.'),
      type: 'string',
    },
    cite: {
      title: say('Sources'),
      description: say('What the entry rests on: citations as Pandoc writes them, in quotation marks.'),
      type: 'string',
      examples: ['[@lin1998, 61]'],
    },
    relations: {
      title: say('Relations'),
      description: say(
        'How it stands to other actors: a relation, in your own words → the ids of the others.',
      ),
      type: 'object',
      properties: {
        'part-of': {
          title: say('Part of'),
          description: say(
            'The wholes that it is a part of. What is claimed of the whole holds of the part, as a hint, for yes and no, choices and shares; counts that add up must not be larger in the part.',
          ),
          ...listOf(id),
        },
        'kind-of': {
          title: say('Kind of'),
          description: say(
            'The kinds that it belongs to. What is claimed of the kind holds of it, as a hint, for yes and no, choices and shares.',
          ),
          ...listOf(id),
        },
        wrote: {
          title: say('Wrote'),
          description: say('The works that it wrote, by their citekeys: work and author are one asserter.'),
          ...listOf(id),
        },
      },
      additionalProperties: listOf(id),
      examples: [{ 'led-by': ['council'], 'part-of': ['federation'] }],
    },
    'same-as': {
      title: say('The same elsewhere'),
      description: say('Addresses of the same actor in authority files, such as Wikidata or VIAF.'),
      ...listOf({ type: 'string', format: 'uri' }),
      examples: [['https://www.wikidata.org/wiki/Q7590']],
    },
    works: {
      title: say('Works'),
      description: say(
        'Citekeys of works that this person or body wrote. What the works claim, the actor claims: it is one asserter.',
      ),
      ...listOf({ type: 'string' }),
      examples: [['lin1998', 'lin2004']],
    },
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: say('Register of actors'),
    description: say(
      'Organisations, offices, people, places, laws: whatever the texts speak of. An id, one word, by which attributes name it → what is known of it.',
    ),
    type: ['object', 'null'],
    propertyNames: { pattern: '^[^\\s"\'=;{}#@]+$' },
    additionalProperties: {
      title: say('Actor'),
      type: ['object', 'null'],
      properties: Object.fromEntries(ACTOR_KEYS.map((key) => [key, properties[key]])),
      additionalProperties: false,
    },
  };
}

function listOf(item: Schema): Schema {
  return { anyOf: [{ type: 'array', items: item }, item] };
}
