/** Edits of the project file, which is created where there is none. */
import type { Library } from '../../workspace/library.ts';
import { gapsUnder } from '../../workspace/project-layout.ts';
import { PROJECT_FILE } from '../../workspace/project-file.ts';
import { yamlValue } from './names.ts';
import { refused, type Outcome } from './outcome.ts';
import { beingWritten } from '../being-written.ts';
import { say } from '../../words/say.ts';

/** Adds an item to a list of the project file, such as a register to `actors`. */
export function addToList(library: Library, key: string, item: string): Outcome {
  return add(library, key, 'list', yamlPath(item));
}

/** Adds an entry to a mapping of the project file, such as a property to `properties`; `value` is YAML. */
export function addToMap(library: Library, key: string, name: string, value: string): Outcome {
  return add(library, key, 'map', `${yamlPath(name)}: ${value}`);
}

function add(library: Library, key: string, kind: 'map' | 'list', words: string): Outcome {
  const fresh = kind === 'list' ? `${key}: [${words}]\n` : `${key}:\n  ${words}\n`;
  const lines = library.linesOf(PROJECT_FILE);
  if (!library.hasProject || !lines)
    return {
      status: 'done',
      edits: [{ path: PROJECT_FILE, range: { from: 0, to: 0 }, insert: fresh }],
      creates: PROJECT_FILE,
    };
  if (library.inDoubt.has(PROJECT_FILE)) return refused(beingWritten(PROJECT_FILE));
  const known = gapsUnder(library.project, key);
  const gap = known?.[kind];
  if (gap) {
    const insert = `${gap.before}${words}${gap.after}`;
    return { status: 'done', edits: [{ path: PROJECT_FILE, range: { from: gap.at, to: gap.at }, insert }] };
  }
  if (known || library.project.problems.length > 0)
    return refused(
      say('“{key}” in {file} cannot be added to as it is written: add “{words}” by hand.', {
        key,
        file: PROJECT_FILE,
        words,
      }),
    );
  const last = lines.lineCount - 1;
  const at = lines.lineEnd(last);
  const isOpen = lines.lineStart(last) < at;
  return {
    status: 'done',
    edits: [{ path: PROJECT_FILE, range: { from: at, to: at }, insert: `${isOpen ? '\n' : ''}${fresh}` }],
  };
}

/** A path or name in YAML, valid in brackets too. */
function yamlPath(path: string): string {
  return /^[\p{L}\p{N}_./-]+$/u.test(path) && /\p{L}/u.test(path) ? path : yamlValue(path);
}

/** Joins results: the first refusal, or the edits and new files of all. */
export function together(...outcomes: readonly Outcome[]): Outcome {
  const edits = [];
  const files = new Set<string>();
  for (const outcome of outcomes) {
    if (outcome.status === 'refused') return outcome;
    edits.push(...outcome.edits);
    for (const file of [outcome.creates, ...(outcome.alsoCreates ?? [])])
      if (file !== undefined) files.add(file);
  }
  const [creates, ...alsoCreates] = files;
  return {
    status: 'done',
    edits,
    ...(creates === undefined ? {} : { creates }),
    ...(alsoCreates.length > 0 ? { alsoCreates } : {}),
  };
}
