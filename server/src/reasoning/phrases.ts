/** Propositions and their values in words: a clause in English, and a plain entry in other languages. */
import type { PropertyDeclaration } from '../workspace/project.ts';
import { deferred, language, say } from '../words/say.ts';
import type { Saying } from './model.ts';
import {
  englishClause,
  isEnglishPlural,
  isNormative,
  SHARES,
  shapeOf,
  withEnglishArticle,
  type Clause,
} from './english-clauses.ts';
import { unhedged } from './hedges.ts';
import { amountInWords, dateAsAnswer, isTruth, typeByLooks, wordsOf } from './plain-values.ts';
import { wordTable } from '../text/word-table.ts';

export type { Clause } from './english-clauses.ts';
export { plainDate, propertyInWords } from './plain-values.ts';

/**
 * The clause that a proposition makes about an actor: `the Guild is not trusted by crew`. In other languages than
 * English it is an entry, `Guild, trusted by crew: no`. `declaration` gives the type; without one the value's shape
 * decides. `actor` is the name, without an article where names of its kind take one.
 */
export function clauseOf(saying: Saying, declaration: PropertyDeclaration | null, actor: string): Clause {
  return language() === 'en'
    ? englishClause(saying, declaration, actor)
    : entryOf(saying, declaration, actor);
}

/** As `clauseOf`, in a form that no language has to bend: names and the value as it stands alone. */
function entryOf(saying: Saying, declaration: PropertyDeclaration | null, actor: string): Clause {
  const words = wordsOf(saying.property.text);
  const answer = answerOf(saying, declaration);
  const value = isNormative(words, declaration) ? say('by rule {value}', { value: answer }) : answer;
  return {
    full: say('{actor}, {property}: {value}', { actor, property: words.join(' '), value }),
    again: value,
  };
}

function answerOf(saying: Saying, declaration: PropertyDeclaration | null): string {
  const { operator, value } = saying;
  if (declaration?.share && !isTruth(value.text)) return shareAsAnswer(saying);
  const answer = valueInWords(saying, declaration);
  const unit = declaration?.type === 'quantity' ? declaration.unit : null;
  // A value that brings its own unit, or words of its own, is not given another.
  if (!unit || /[^\d\s.,~≈+-]/.test(unhedged(operator, value.text).value)) return answer;
  return unit === '%' ? `${answer}%` : `${answer} ${unit}`;
}

const SHARES_SAID = wordTable<string>({
  none: deferred('in no case'),
  few: deferred('in few cases'),
  some: deferred('in some cases'),
  most: deferred('in most cases'),
  all: deferred('in all cases'),
});

function shareAsAnswer({ operator, value }: Saying): string {
  const share = value.text.toLowerCase();
  const by = unhedged(operator, value.text);
  const cases =
    share === 'none' || SHARES.has(share)
      ? say(SHARES_SAID[share]!)
      : say('in {amount} of cases', { amount: amountInWords(by.operator, by.value) });
  return operator === '!=' ? say('but not {cases}', { cases }) : cases;
}

/** A value as an answer of its own: `no`, `at least 3000`, `not ngo`, `October 2004 or later`. */
export function valueInWords(saying: Saying, declaration: PropertyDeclaration | null): string {
  const { property, operator, value } = saying;
  const type = declaration?.type ?? typeByLooks(value.text);
  if (declaration?.share && !isTruth(value.text)) {
    const by = unhedged(operator, value.text);
    return operator === '!=' ? not(value.text) : amountInWords(by.operator, by.value);
  }
  if (type === 'boolean' && isTruth(value.text))
    return /^(?:yes|true)$/i.test(value.text) === (operator === '=') ? say('yes') : say('no');
  const plain = () => {
    if (type === 'date') return dateAsAnswer(operator, value.text);
    if (type === 'choice') return value.text;
    const isMany = shapeOf(wordsOf(property.text), type) === 'plural';
    const by = unhedged(operator, value.text);
    return amountInWords(by.operator, by.value, isMany);
  };
  return operator === '!=' ? not(plain()) : plain();
}

function not(value: string): string {
  return say('not {value}', { value });
}

/** The name with its article, where English gives it one: the Federation of Dockers, Harbour Office. */
export function withArticle(name: string): string {
  return language() === 'en' ? withEnglishArticle(name) : name;
}

/** Whether a name is plural, by the look of English names: Dockers, People of the Port. */
export const isPlural = isEnglishPlural;
