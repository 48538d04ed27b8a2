import { deferred, say } from '../words/say.ts';
import { MOODS, PROPERTY_OPTIONS, PROPERTY_TYPES } from './project-properties.ts';
import { CONFLICT_ENDS, PROJECT_KEYS, SEVERITIES } from './project-file.ts';
import type { PropertyType, Severity } from './project.ts';

/** What the schema needs of a rule. */
export interface RuleForSchema {
  readonly code: string;
  readonly severity: Severity;
  readonly title: string;
}

type Schema = Readonly<Record<string, unknown>>;

const SEVERITY_MEANINGS: Readonly<Record<Severity, string>> = {
  off: deferred('Not reported.'),
  hint: deferred('Shown faintly in the text, and nowhere else.'),
  information: deferred('Worth knowing.'),
  warning: deferred('Probably a mistake.'),
  error: deferred('Certainly a mistake.'),
};

const TYPE_MEANINGS: Readonly<Record<PropertyType, string>> = {
  boolean: deferred('Holds or does not: `yes` or `no`.'),
  choice: deferred('One of a closed set, given in `of`.'),
  quantity: deferred('A number, with a unit and a tolerance.'),
  date: deferred('A date or a span of time, in EDTF: `1996`, `2003~`, `1925/..`.'),
  text: deferred('Any words. Two of them never conflict.'),
};

/**
 * The JSON Schema (draft 7) of `sicetnon.yaml`, for completion and validation in editors. With `rules`, other
 * codes are invalid; without, any code is valid.
 */
export function projectSchema(rules?: readonly RuleForSchema[]): Schema {
  const properties: Record<(typeof PROJECT_KEYS)[number], Schema> = {
    bibliography: paths(
      say('Bibliographies'),
      say(
        'Files that describe the works cited: BibTeX or BibLaTeX (`.bib`), CSL-JSON, CSL-YAML or RIS. Globs are allowed.',
      ),
      [['references.bib'], ['library/*.bib', 'archive.json']],
    ),
    'known-prefixes': {
      title: say('Keys that are made'),
      description: say(
        'What keys begin with that a program puts into a bibliography when a text is rendered, such as the `R-` of `knitr::write_bib`: they are not called unknown.',
      ),
      anyOf: [
        { type: 'string', minLength: 1 },
        { type: 'array', items: { type: 'string', minLength: 1 } },
      ],
      examples: [['R-']],
    },
    csl: {
      title: say('Citation style'),
      description: say(
        'A CSL style (`.csl`), by which hovers show references. Without one: author and date.',
      ),
      type: 'string',
      examples: ['chicago-author-date.csl'],
    },
    actors: paths(
      say('Registers of actors'),
      say(
        'YAML files that tell of the organisations, people, places and laws that the texts speak of. Globs are allowed.',
      ),
      [['actors.yaml'], ['actors/*.yaml']],
    ),
    include: paths(say('Files to check'), say('Globs of the files that are read and checked.'), [
      ['**/*.md', '**/*.txt'],
    ]),
    exclude: paths(
      say('Files to leave alone'),
      say('Globs of files that are not read although `include` names them.'),
      [['drafts/**']],
    ),
    sources: {
      title: say('Texts of works'),
      description: say(
        'Files that are the text of a work, kept as it is: path → citekey. Quotations are verified against them, and claims in them are the work’s. A file can say so itself, by `source` in its front matter.',
      ),
      type: 'object',
      additionalProperties: {
        anyOf: [
          { type: 'string', minLength: 1, description: say('The citekey of the work.') },
          {
            type: 'object',
            properties: {
              work: { type: 'string', minLength: 1, description: say('The citekey of the work.') },
              excerpt: {
                type: 'boolean',
                default: false,
                description: say(
                  'Whether the file holds only a part of the work: what is not in it may be in the rest.',
                ),
              },
            },
            required: ['work'],
            additionalProperties: false,
          },
        ],
      },
      examples: [
        { 'sources/lin1998.txt': 'lin1998' },
        { 'sources/lin2004.md': { work: 'lin2004', excerpt: true } },
      ],
    },
    papers: {
      title: say('Folders of papers'),
      description: say(
        'Folders with files of works (PDF, EPUB, DOCX, HTML) that are named for their citekeys: `lin1998.pdf`. They count where a bibliography names no file, or one that is not there.',
      ),
      anyOf: [
        { type: 'array', items: { type: 'string', minLength: 1 } },
        { type: 'string', minLength: 1 },
      ],
      examples: [['papers'], ['../papers', '~/Papers']],
    },
    properties: {
      title: say('Vocabulary'),
      description: say('What `says` may state of an actor: the name of each property → its type.'),
      type: 'object',
      additionalProperties: propertySchema(),
      examples: [{ members: { type: 'quantity', unit: 'person', tolerance: '5%' } }],
    },
    places: {
      title: say('Places'),
      description: say(
        'A place → the place that it lies in. Claims about places conflict only where one place lies in the other.',
      ),
      type: 'object',
      additionalProperties: { type: 'string', minLength: 1 },
      examples: [{ Chengdu: 'Sichuan', Sichuan: 'China' }],
    },
    'timeless-span': {
      title: say('Years between works'),
      description: say(
        'Where neither claim gives a time, a conflict between works more than so many years apart is a hint: things may have changed. Without it there is no limit.',
      ),
      type: 'integer',
      minimum: 0,
      maximum: 9999,
      examples: [10],
    },
    'conflict-ends': {
      title: say('Where conflicts are told'),
      description: say(
        '`one`: at the end where the writer can act, with a hint at the other that leads there. `both`: at both ends as equals.',
      ),
      enum: CONFLICT_ENDS,
      default: 'one',
    },
    rules: rulesSchema(rules),
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: say('Project file of Sic et Non'),
    description: say('What a folder of annotated sources has in common. Every key can be left out.'),
    type: ['object', 'null'],
    properties: Object.fromEntries(PROJECT_KEYS.map((key) => [key, properties[key]])),
    additionalProperties: false,
  };
}

function paths(title: string, description: string, examples: readonly string[][]): Schema {
  const path = { type: 'string', minLength: 1 };
  return { title, description, anyOf: [{ type: 'array', items: path }, path], examples };
}

function propertySchema(): Schema {
  const words = { type: ['string', 'number'] };
  const options: Record<string, Schema> = {
    of: {
      title: say('Values'),
      description: say('Of a choice: all that it can be.'),
      type: 'array',
      items: words,
      minItems: 1,
      uniqueItems: true,
      examples: [['ngo', 'enterprise', 'none']],
    },
    many: {
      title: say('Several at once'),
      description: say('Of a choice: whether several values can hold at once.'),
      type: 'boolean',
      default: false,
    },
    contrary: {
      title: say('Contrary values'),
      description: say('Of a choice with `many`: pairs of values that cannot both hold all the same.'),
      type: 'array',
      items: { type: 'array', items: words, minItems: 2, maxItems: 2 },
      examples: [[['workers', 'capital']]],
    },
    unit: {
      title: say('Unit'),
      description: say('Of a quantity: what is counted or measured.'),
      type: 'string',
      examples: ['person', 'CNY', 'percent'],
    },
    tolerance: {
      title: say('Tolerance'),
      description: say(
        'Of a quantity: two figures agree when they differ by no more than this share of the larger. `5%` or `0.05`.',
      ),
      anyOf: [
        { type: 'string', pattern: '^[0-9]+(\\.[0-9]+)? ?%$' },
        { type: 'number', minimum: 0, maximum: 1 },
      ],
      default: 0,
      examples: ['5%'],
    },
    additive: {
      title: say('Parts add up'),
      description: say(
        'Of a quantity: whether it is a count of which places and times have their parts. A part’s count and the whole’s are at odds only where the part is larger.',
      ),
      type: 'boolean',
      default: false,
    },
    share: {
      title: say('Shares of a whole'),
      description: say(
        'Of a boolean: whether it holds of a share. Values are none, few, some, no (less than half), yes and most (more than half), all, or per cent.',
      ),
      type: 'boolean',
      default: false,
    },
    mood: {
      title: say('Fact or norm'),
      description: say(
        'Whether it says what is or what ought to be: by law, by statute, by definition. A norm is compared only with norms of the same property.',
      ),
      enum: MOODS,
      enumDescriptions: [say('What is.'), say('What ought to be, or counts as so by rule or by definition.')],
      default: 'fact',
    },
  };
  return {
    title: say('Property'),
    type: 'object',
    properties: {
      type: {
        title: say('Type'),
        description: say('What kind of value it has.'),
        enum: PROPERTY_TYPES,
        enumDescriptions: PROPERTY_TYPES.map((type) => say(TYPE_MEANINGS[type])),
      },
      ...options,
    },
    required: ['type'],
    additionalProperties: false,
    allOf: [
      { if: { properties: { type: { const: 'choice' } } }, then: { required: ['of'] } },
      ...Object.entries(PROPERTY_OPTIONS).map(([option, types]) => ({
        if: { properties: { type: { not: { enum: types } } } },
        then: { properties: { [option]: false } },
      })),
    ],
  };
}

function rulesSchema(rules: readonly RuleForSchema[] | undefined): Schema {
  const severity = {
    enum: SEVERITIES,
    enumDescriptions: SEVERITIES.map((level) => say(SEVERITY_MEANINGS[level])),
  };
  return {
    title: say('Severities'),
    description: say('How gravely each rule takes what it finds; `off` silences it.'),
    type: 'object',
    ...(rules
      ? {
          properties: Object.fromEntries(
            rules.map((rule) => [
              rule.code,
              {
                title: say(rule.title),
                description: `${say(rule.title)}.`,
                ...severity,
                default: rule.severity,
              },
            ]),
          ),
          additionalProperties: false,
        }
      : { additionalProperties: severity }),
    examples: [{ 'claim-unsupported': 'information' }],
  };
}
