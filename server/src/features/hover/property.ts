import type { PropertyDeclaration } from '../../workspace/project.ts';
import { escapeLine } from '../../text/markdown-escape.ts';
import type { FeatureRequest } from '../request.ts';
import { enumerated, say } from '../../words/say.ts';

/** A property with its declaration, and the number of claims that state it. */
export function propertyCard(name: string, { library, reasoning }: FeatureRequest): string {
  const declared = library.project.properties.get(name);
  const count = reasoning.claimsSaying(name).length;
  return [
    `**${escapeLine(name)}**: ${declared ? typeOf(declared) : say('declared by no vocabulary; read by the shape of its values')}`,
    say('stated by {count, plural, =1 {one claim} other {{count} claims}}', { count }),
  ].join('\n\n');
}

/** What a property is in words. Text from the project file is escaped. */
function typeOf(declared: PropertyDeclaration): string {
  return [
    kindOf(declared),
    ...(declared.share
      ? [say('holds of a share: none, few (at most a third), some, no (less than half), yes and most (more than half), all, or per cent')] // prettier-ignore
      : []),
    ...(declared.additive
      ? [say('counts of parts: the part and the whole are at odds only where the part’s is larger')]
      : []),
    ...(declared.mood === 'norm' ? [say('a norm: what ought to be, compared with norms of this property alone')] : []), // prettier-ignore
  ].join('; ');
}

function kindOf({ type, of, many, unit, tolerance, share }: PropertyDeclaration): string {
  switch (type) {
    case 'boolean':
      return share ? say('yes or no, of how many') : say('yes or no');
    case 'choice':
      return say('{many, select, true {any of} other {one of}} {choices}', {
        many,
        choices: enumerated(of.map(escapeLine)),
      });
    case 'quantity':
      return [
        unit === null ? say('a quantity') : say('a quantity (unit: {unit})', { unit: escapeLine(unit) }),
        ...(tolerance === 0
          ? []
          : [say('values within {percent} % agree', { percent: round(tolerance * 100) })]),
      ].join('; ');
    case 'date':
      return say('a date');
    case 'text':
      return say('text, of which no two values conflict');
  }
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
