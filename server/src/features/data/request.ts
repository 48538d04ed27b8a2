import type { RuleForSchema } from '../../workspace/project-schema.ts';
import type { Library } from '../../workspace/library.ts';
import { PROJECT_FILE } from '../../workspace/project-file.ts';
import type { FeatureRequest } from '../request.ts';

/**
 * A request for a position in a data file: a bibliography, register or project file. The view has its text, and no
 * facts.
 */
export interface DataRequest extends FeatureRequest {
  readonly rules: readonly (RuleForSchema & { readonly what: string })[];
  /** Whether another extension answers with the schema. */
  readonly schemaElsewhere: boolean;
}

/** The kinds of data files. */
export type DataKind = 'project' | 'register' | 'bibtex' | 'csl-json' | 'csl-yaml' | 'ris';

/** The kind of a data file; null for a file that is not named as one. */
export function dataKindOf(path: string, library: Library): DataKind | null {
  if (path === PROJECT_FILE) return 'project';
  if (library.register(path)) return 'register';
  return library.bibliography(path)?.content.format ?? null;
}

/** Whether a file has a name to which our extension binds a schema, so that schema extensions know it. */
export function isBoundToSchema(path: string): boolean {
  return path === PROJECT_FILE || /(?:^|\/)(?:actors|actors\/[^/]+)\.yaml$/.test(path);
}
