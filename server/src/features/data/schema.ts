import { registerSchema } from '../../actors/register-schema.ts';
import { cslItemSchema } from '../../bibliography/csl-schema.ts';
import { frontMatterSchema } from '../../facts/front-matter-schema.ts';
import { projectSchema, type RuleForSchema } from '../../workspace/project-schema.ts';
import type { DataKind } from './request.ts';

/** The part of JSON Schema that is used here. */
export interface Schema {
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly enumDescriptions?: readonly string[];
}

/** The schema of a kind of data file, or of front matter; null where there is none. */
export function schemaOf(kind: DataKind | 'front-matter', rules: readonly RuleForSchema[]): Schema | null {
  switch (kind) {
    case 'project':
      return projectSchema(rules);
    case 'register':
      return registerSchema();
    case 'front-matter': {
      const schema = frontMatterSchema() as Schema;
      const references: Schema = { ...schema.properties!['references'], items: cslItemSchema() };
      return { ...schema, properties: { ...schema.properties, references } };
    }
    case 'csl-json':
    case 'csl-yaml':
      return {
        anyOf: [
          { items: cslItemSchema() },
          { properties: { references: { title: 'References', items: cslItemSchema() } } },
        ],
      };
    case 'bibtex':
    case 'ris':
      return null;
  }
}

/** The schemas that may apply at a path of keys, in which `[]` is a list item. */
export function schemasAt(schema: Schema, path: readonly string[]): Schema[] {
  let here = alternatives(schema);
  for (const key of path)
    here = here.flatMap((each) => {
      const next =
        key === '[]'
          ? each.items
          : each.properties && Object.hasOwn(each.properties, key)
            ? each.properties[key]
            : each.additionalProperties;
      return typeof next === 'object' ? alternatives(next) : [];
    });
  return here;
}

function alternatives(schema: Schema): Schema[] {
  return schema.anyOf ? [schema, ...schema.anyOf.flatMap(alternatives)] : [schema];
}
