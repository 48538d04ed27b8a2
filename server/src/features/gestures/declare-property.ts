import type { Gesture } from '../../protocol/gestures.ts';
import { typeByLooks } from '../../reasoning/plain-values.ts';
import { parseSays } from '../../reasoning/says.ts';
import type { ActionRequest } from '../actions/action.ts';
import { refused, type Done, type Outcome } from './outcome.ts';
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

/**
 * The edit that declares the property of a statement that nothing declares yet, by the type that its value shows; null
 * where it shows none for sure, as words do, which a choice or a mere text may be, and where nothing can be added.
 */
export function declarationFor(request: ActionRequest, says: string): Done | null {
  const [proposition] = parseSays({ text: says, range: { from: 0, to: says.length } }).propositions;
  if (!proposition) return null;
  const { property, value } = proposition;
  const type = typeByLooks(value.text);
  // A unit would have to be guessed.
  if (type === 'choice' || (type === 'quantity' && !/^[\d.,]+$/.test(value.text))) return null;
  const declared = declareProperty(request, { kind: 'declareProperty', name: property.text, type });
  return declared.status === 'refused' ? null : declared;
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
