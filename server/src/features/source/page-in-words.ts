/** Which page is looked at, in words. */
import type { WorkFormat } from '../../works/model.ts';
import { say } from '../../words/say.ts';

/** `p. 12 (page 14 of the file)`; null for texts that have no pages. */
export function pageInWords(
  file: {
    readonly work: { readonly format: WorkFormat };
    readonly portions: readonly { readonly label: string | null }[];
  },
  index: number,
): string | null {
  const label = file.portions[index]?.label ?? null;
  const printed = label === null ? null : `p. ${label}`;
  if (file.work.format !== 'pdf') return printed;
  const counted = say('page {number} of the file', { number: index + 1 });
  return printed === null ? counted : `${printed} (${counted})`;
}
