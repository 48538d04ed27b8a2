import { parseSays } from '../../reasoning/says.ts';
import { PROJECT_FILE } from '../../workspace/project-file.ts';
import { occurrence, type Occurrence, type ReferenceWorld } from './model.ts';

/** Where a property is named: in the project file, and in every `says` that states it. */
export function occurrencesOfProperty(
  name: string,
  { library, reasoning, only }: Omit<ReferenceWorld, 'view'>,
): Occurrence[] {
  const found: Occurrence[] = [];
  if (only === undefined)
    for (const token of library.project.propertyNames)
      if (token.text === name) found.push(occurrence(PROJECT_FILE, token, 'definition'));
  for (const { path, says } of only === undefined ? reasoning.claimsSaying(name) : reasoning.claimsIn(only))
    if (says)
      for (const { property } of parseSays(says).propositions)
        if (property.text === name) found.push(occurrence(path, property));
  return found;
}
