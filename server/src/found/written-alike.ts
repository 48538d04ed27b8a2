import type { FoundName } from './model.ts';
import type { Found } from './targets.ts';
import type { WorkComparer } from './work-comparer.ts';

/**
 * Tells works of one author apart by the letters of the name, where a text sets authors of books in capitals and others
 * not: ‘Weaver, supra note 7; WEAVER, supra note 7’. All of them, where the letters tell nothing.
 */
export function writtenAlike(works: Found[], names: readonly FoundName[], comparer: WorkComparer): Found[] {
  const [name] = names;
  if (!name || works.length < 2) return works;
  const written = lastWord(name);
  const alike = works.filter(({ target }) =>
    comparer.namesOf(target).some((own) => lastWord(own) === written),
  );
  return alike.length > 0 ? alike : works;
}

function lastWord({ family }: FoundName): string {
  return family.split(/\s+/).at(-1)!;
}
