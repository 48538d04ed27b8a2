import { deferred } from '../words/say.ts';

type Schema = Readonly<Record<string, unknown>>;

/**
 * The JSON Schema (draft 7) of the front matter keys with a meaning here. Pandoc, Quarto and others have many
 * more, so other keys are allowed.
 */
export function frontMatterSchema(): Schema {
  const path = { type: 'string', minLength: 1 };
  const style: Schema = {
    title: deferred('Citation style'),
    description: deferred(
      'A CSL style for this document, looked for beside it and then at the root of the workspace.',
    ),
    type: 'string',
    examples: ['chicago-note-bibliography.csl'],
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: deferred('Front matter'),
    description: deferred('The YAML between `---` lines at the head of a document.'),
    type: ['object', 'null'],
    properties: {
      title: {
        title: deferred('Title'),
        description: deferred('The title of the document. One with a colon must stand in quotation marks.'),
        examples: ['Dyers and Weavers: A Review'],
      },
      lang: {
        title: deferred('Language'),
        description: deferred('The language of the document, as a BCP 47 tag.'),
        type: 'string',
        pattern: '^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$',
        examples: ['en', 'de-CH', 'zh-Hans'],
      },
      source: {
        title: deferred('Source'),
        description: deferred(
          'The citekey of the work whose text this file is. Claims in it are then the work’s own, and quotations from the work are verified against it.',
        ),
        type: 'string',
        minLength: 1,
        examples: ['lin1998'],
      },
      excerpt: {
        title: deferred('Excerpt'),
        description: deferred(
          'Beside `source`: whether this file holds only a part of that work. What is quoted from it and not in it may be in the rest.',
        ),
        type: 'boolean',
        default: false,
      },
      bibliography: {
        title: deferred('Bibliography'),
        description: deferred(
          'Files that describe the works cited here, looked for beside this file and then at the root of the workspace.',
        ),
        anyOf: [
          path,
          { type: 'array', items: path },
          { type: 'object', additionalProperties: { anyOf: [path, { type: 'array', items: path }] } },
        ],
        examples: ['references.bib', ['references.bib', 'archive.json']],
      },
      csl: style,
      'citation-style': style,
      nocite: {
        title: deferred('Works listed without being cited'),
        description: deferred(
          'Citations of works that belong in the bibliography all the same; `@*` stands for every one.',
        ),
        anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
        examples: ['@lin1998, @lin2004', '@*'],
      },
      references: {
        title: deferred('References'),
        description: deferred(
          'Works described in this very file, as CSL items. Each needs an `id`, by which it is cited.',
        ),
        type: ['array', 'null'],
        items: {
          type: 'object',
          properties: {
            id: {
              title: deferred('Citekey'),
              description: deferred('The key by which the work is cited.'),
              type: ['string', 'number'],
            },
            type: {
              title: deferred('Type'),
              description: deferred('What sort of work it is, in CSL’s terms.'),
              type: 'string',
              examples: ['book', 'article-journal', 'chapter', 'thesis', 'webpage'],
            },
          },
          required: ['id'],
        },
      },
    },
  };
}
