import type { RuleForSchema } from '../../workspace/project-schema.ts';
import type { Library } from '../../workspace/library.ts';
import { PROJECT_FILE } from '../../workspace/project-file.ts';
import type { FeatureRequest } from '../request.ts';

/**
 * A question about a position in a file that documents lean on: a bibliography, a register, the project file. Its text is
 * the view's; facts of prose there are none.
 */
export interface DataRequest extends FeatureRequest {
  readonly rules: readonly (RuleForSchema & { readonly what: string })[];
  /** Somebody else says what the schema of the file says. */
  readonly schemaElsewhere: boolean;
}

/** What kind of file of data a path is; null for what nobody names as such. */
export type DataKind = 'project' | 'register' | 'bibtex' | 'csl-json' | 'csl-yaml' | 'ris';

export function dataKindOf(path: string, library: Library): DataKind | null {
  if (path === PROJECT_FILE) return 'project';
  if (library.register(path)) return 'register';
  return library.bibliography(path)?.content.format ?? null;
}

/** Whether a file has one of the names to which this extension binds a schema, as others that know schemas see it. */
export function isBoundToSchema(path: string): boolean {
  return path === PROJECT_FILE || /(?:^|\/)(?:actors|actors\/[^/]+)\.yaml$/.test(path);
}
