import { parseSays } from '../../reasoning/says.ts';
import { PROJECT_FILE } from '../../workspace/project-file.ts';
import { occurrence, type Occurrences, type ReferenceWorld } from './model.ts';

/** Where a property is named: in the project file, and in every `says` that states it. */
export function* occurrencesOfProperty(
  name: string,
  { library, reasoning, only }: Omit<ReferenceWorld, 'view'>,
): Occurrences {
  if (only === undefined)
    for (const token of library.project.propertyNames)
      if (token.text === name) yield occurrence(PROJECT_FILE, token, 'definition');
  for (const { path, says } of only === undefined ? reasoning.eachSaying(name) : reasoning.claimsIn(only)) {
    if (!says) continue;
    for (const { property } of parseSays(says).propositions)
      if (property.text === name) yield occurrence(path, property);
  }
}
