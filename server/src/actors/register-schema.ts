import { ACTOR_KEYS } from './register.ts';

type Schema = Readonly<Record<string, unknown>>;

const words = { type: ['string', 'number'] };
const id: Schema = {
  type: ['string', 'number'],
  description: 'The id of an actor, in this register or another of the project.',
};

/** The JSON Schema (draft 7) of a register of actors, for completion and validation in editors. */
export function registerSchema(): Schema {
  const properties: Record<(typeof ACTOR_KEYS)[number], Schema> = {
    name: {
      title: 'Name',
      description: 'The name that the actor goes by. Without one, the id.',
      ...words,
      examples: ['Guild of Dyers'],
    },
    aliases: {
      title: 'Other names',
      description:
        'Abbreviations, translations, earlier names: whatever the texts call it. Each is found in prose, in whatever script.',
      ...listOf(words),
      examples: [['GoD', 'Dyers’ Guild']],
    },
    kind: {
      title: 'Kind',
      description: 'What sort of actor it is, in your own words.',
      type: 'string',
      examples: ['trade union', 'ministry', 'person', 'place', 'law', 'newspaper'],
    },
    active: {
      title: 'Active',
      description:
        'From when to when it was active, in EDTF: `1925/..` (since 1925), `1949/1966`, `2003~` (about 2003). Claims that speak of another time are pointed out.',
      type: ['string', 'integer'],
      examples: ['1925/..', '1949/1966'],
    },
    place: { title: 'Place', description: 'Where it sits or works.', type: 'string', examples: ['Lyon'] },
    summary: {
      title: 'Summary',
      description: 'A sentence or two that say who this is. Shown in hovers.',
      type: 'string',
    },
    cite: {
      title: 'Sources',
      description: 'What the entry rests on: citations as Pandoc writes them, in quotation marks.',
      type: 'string',
      examples: ['[@lin1998, 61]'],
    },
    relations: {
      title: 'Relations',
      description: 'How it stands to other actors: a relation, in your own words → the ids of the others.',
      type: 'object',
      properties: {
        'part-of': {
          title: 'Part of',
          description:
            'The wholes that it is a part of. What is claimed of the whole holds of the part, as a hint, for yes and no, choices and shares; counts that add up must not be larger in the part.',
          ...listOf(id),
        },
        'kind-of': {
          title: 'Kind of',
          description:
            'The kinds that it belongs to. What is claimed of the kind holds of it, as a hint, for yes and no, choices and shares.',
          ...listOf(id),
        },
        wrote: {
          title: 'Wrote',
          description: 'The works that it wrote, by their citekeys: work and author are one asserter.',
          ...listOf(id),
        },
      },
      additionalProperties: listOf(id),
      examples: [{ 'led-by': ['council'], 'part-of': ['federation'] }],
    },
    'same-as': {
      title: 'The same elsewhere',
      description: 'Addresses of the same actor in authority files, such as Wikidata or VIAF.',
      ...listOf({ type: 'string', format: 'uri' }),
      examples: [['https://www.wikidata.org/wiki/Q7590']],
    },
    works: {
      title: 'Works',
      description:
        'Citekeys of works that this person or body wrote. What the works claim, the actor claims: it is one asserter.',
      ...listOf({ type: 'string' }),
      examples: [['lin1998', 'lin2004']],
    },
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Register of actors',
    description:
      'Organisations, offices, people, places, laws: whatever the texts speak of. An id, one word, by which attributes name it → what is known of it.',
    type: ['object', 'null'],
    propertyNames: { pattern: '^[^\\s"\'=;{}#@]+$' },
    additionalProperties: {
      title: 'Actor',
      type: ['object', 'null'],
      properties: Object.fromEntries(ACTOR_KEYS.map((key) => [key, properties[key]])),
      additionalProperties: false,
    },
  };
}

function listOf(item: Schema): Schema {
  return { anyOf: [{ type: 'array', items: item }, item] };
}
