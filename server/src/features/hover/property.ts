import type { PropertyDeclaration } from '../../workspace/project.ts';
import { escapeLine } from '../../text/markdown-escape.ts';
import type { FeatureRequest } from '../request.ts';

/** A property with its declaration, and the number of claims that state it. */
export function propertyCard(name: string, { library, reasoning }: FeatureRequest): string {
  const declared = library.project.properties.get(name);
  const count = reasoning.claimsSaying(name).length;
  return [
    `**${escapeLine(name)}**: ${declared ? typeOf(declared) : 'declared by no vocabulary; read by the shape of its values'}`,
    `stated by ${count === 1 ? 'one claim' : `${count} claims`}`,
  ].join('\n\n');
}

/** What a property is in words. Text from the project file is escaped. */
function typeOf(declared: PropertyDeclaration): string {
  return [
    kindOf(declared),
    ...(declared.share
      ? ['holds of a share: none, few (at most a third), some, no (less than half), yes and most (more than half), all, or per cent'] // prettier-ignore
      : []),
    ...(declared.additive
      ? ['counts of parts: the part and the whole are at odds only where the part’s is larger']
      : []),
    ...(declared.mood === 'norm' ? ['a norm: what ought to be, compared with norms of this property alone'] : []), // prettier-ignore
  ].join('; ');
}

function kindOf({ type, of, many, unit, tolerance, share }: PropertyDeclaration): string {
  switch (type) {
    case 'boolean':
      return share ? 'yes or no, of how many' : 'yes or no';
    case 'choice':
      return `${many ? 'any of' : 'one of'} ${of.map(escapeLine).join(', ')}`;
    case 'quantity':
      return `a quantity${unit === null ? '' : ` (unit: ${escapeLine(unit)})`}${tolerance === 0 ? '' : `; values within ${round(tolerance * 100)} % agree`}`;
    case 'date':
      return 'a date';
    case 'text':
      return 'text, of which no two values conflict';
  }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
