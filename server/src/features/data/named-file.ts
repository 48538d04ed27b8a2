import type { Token } from '../../facts/model.ts';
import { touches, type TextRange } from '../../text/range.ts';
import type { Library } from '../../workspace/library.ts';
import { folderOf, resolvePath } from '../../workspace/paths.ts';
import { PROJECT_FILE } from '../../workspace/project-file.ts';
import type { FeatureRequest } from '../request.ts';

/** One or more files that a path or glob names. */
export interface NamedFile {
  readonly range: TextRange;
  /** As written. */
  readonly name: string;
  /** Those that exist. */
  readonly paths: readonly string[];
}

/** The file that front matter or a data file names at the request's offset; null where there is none. */
export function fileNamedAt({ view, offset, library }: FeatureRequest): NamedFile | null {
  const { path, facts } = view;
  const { frontMatter } = facts;
  const { bibliography, csl, actors, sourcePaths } = library.project;
  const tokens: readonly Token[] =
    path === PROJECT_FILE
      ? [...bibliography, ...(csl ? [csl] : []), ...actors, ...sourcePaths]
      : frontMatter
        ? [...frontMatter.bibliography, ...(frontMatter.csl ? [frontMatter.csl] : [])]
        : [];
  const token = tokens.find(({ range }) => touches(range, offset));
  return token ? { range: token.range, name: token.text, paths: pathsOf(path, token, library) } : null;
}

function pathsOf(path: string, token: Token, library: Library): string[] {
  const { paths, glob } = library.declared(path, token);
  const beside = glob ? null : resolvePath(folderOf(path), token.text);
  const there = [...(beside === null ? [] : [beside]), ...paths].filter(
    (each) => library.files.has(each) || library.bibliography(each) !== undefined,
  );
  // For a plain name the first candidate counts.
  return glob ? [...new Set(there)] : there.slice(0, 1);
}
