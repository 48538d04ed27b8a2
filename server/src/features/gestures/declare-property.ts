import type { Gesture } from '../../protocol/gestures.ts';
import type { ActionRequest } from '../actions/action.ts';
import { refused, type Outcome } from './outcome.ts';
import { addToMap } from './project-edits.ts';
import { yamlValue } from './names.ts';
import { say } from '../../words/say.ts';

/** Declares a property in the project file, which is created where there is none. */
export function declareProperty(
  { library }: ActionRequest,
  { name, type, of, unit }: Extract<Gesture, { readonly kind: 'declareProperty' }>,
): Outcome {
  const wanted = name.trim();
  if (!/^\p{L}[\p{L}\p{N}_-]*$/u.test(wanted))
    return refused(
      say('A property is named by letters, digits and hyphens, and begins with a letter.'),
      'again',
    );
  if (library.project.properties.has(wanted))
    return refused(say('“{wanted}” is declared already.', { wanted }));
  const values = (of ?? []).map((value) => value.trim()).filter(Boolean);
  if (type === 'choice' && values.length < 2)
    return refused(say('A choice needs two values at least, such as “association, enterprise”.'), 'again');
  const more =
    type === 'choice'
      ? `, of: [${values.map(yamlValue).join(', ')}]`
      : type === 'quantity' && unit?.trim()
        ? `, unit: ${yamlValue(unit.trim())}`
        : '';
  return addToMap(library, 'properties', wanted, `{type: ${type}${more}}`);
}

/** The undeclared property at the cursor; '' where there is none. */
export function undeclaredAt({ view, selection, library, reasoning }: ActionRequest): string {
  for (const claim of reasoning.claimsIn(view.path))
    for (const { property } of reasoning.sayings.of(claim))
      if (
        property.range.from <= selection.to &&
        selection.from <= property.range.to &&
        !library.project.properties.has(property.text)
      )
        return property.text;
  return '';
}
