/**
 * From a proposition to an English clause: `trusted-by-crew = no` → is not trusted by crew. Only English asks for it:
 * the names of properties are a scholar's words, which no grammar of another language knows how to bend.
 */
import type { PropertyDeclaration, PropertyType } from '../workspace/project.ts';
import type { Operator, Saying } from './model.ts';
import { unhedged } from './hedges.ts';
import { amountInWords, isTruth, plainDate, typeByLooks, wordsOf } from './plain-values.ts';

/** A clause about an actor, once with its name and once with a pronoun for a second mention. */
export interface Clause {
  readonly full: string;
  readonly again: string;
}

/** The grammatical shape of a property name, which decides how a sentence uses it. */
type Shape = 'participle' | 'adjective' | 'auxiliary' | 'verb' | 'plural' | 'noun';

const INTRANSITIVE: ReadonlySet<string> = new Set(
  'emerged appeared died arose arisen began ended existed moved closed opened grew rose fell merged split'.split(
    ' ',
  ),
);
const ADJECTIVE = /(?:ate|al|ive|ous|able|ible|ful|less|ic|ary|ent|ant|ish|open|free|legal|illegal)$/;
const NOT_A_VERB = /(?:ss|us|is|ness|ics|news|ings|ions|ments|(?<!ex)ists|(?<!s)ees)$/;
/** Nouns that look like verbs: `ties = family`, unless the value is yes or no. */
const PLURAL_NOUNS: ReadonlySet<string> = new Set(
  `aims allies colors colours forms functions goals interests kinds languages links means members methods names origins
   parties places policies powers rights rivals roles roots sources statuses strategies tactics ties types values`.split(
    /\s+/,
  ),
);
/** `is-legal`, `has-members`, `can-strike`: forms for one and for several. */
const AUXILIARIES: ReadonlyMap<string, readonly [one: string, several: string]> = new Map([
  ['is', ['is', 'are']],
  ['are', ['is', 'are']],
  ['was', ['was', 'were']],
  ['were', ['was', 'were']],
  ['can', ['can', 'can']],
  ['could', ['could', 'could']],
  ['may', ['may', 'may']],
  ['must', ['must', 'must']],
  ['should', ['should', 'should']],
  ['will', ['will', 'will']],
]);
/** Endings of agent nouns, unless the value is yes or no: `workers`, but `empowers = yes`. */
const AGENTS = /(?:ers|ors)$/;
const PREPOSITIONS: ReadonlySet<string> = new Set(
  'of to in for by from with as at on against under'.split(' '),
);
/** First words of names that take an article: the Federation of …, the Migrants' Club. */
const ARTICLE_HEADS =
  /^(?:Academy|Agency|Association|Authority|Board|Branch|Bureau|Center|Centre|Chamber|Church|Club|College|Commission|Committee|Company|Confederation|Congress|Constitution|Council|Court|Department|Directorate|Division|Executive|Federation|Foundation|Fund|Government|Guild|Institute|League|Ministry|Movement|Network|Office|Organisation|Organization|Parliament|Party|Press|Society|Union|Unions|University|branch|government|union|unions)$/;

/**
 * The clause that a proposition makes about an actor, in English. `declaration` gives the type; without one the
 * value's shape decides. `actor` is the name, without an article where names of its kind take one.
 */
export function englishClause(
  saying: Saying,
  declaration: PropertyDeclaration | null,
  actor: string,
): Clause {
  const words = wordsOf(saying.property.text);
  const name = withEnglishArticle(actor);
  const plural = isEnglishPlural(actor);
  const type = declaration?.type ?? typeByLooks(saying.value.text);
  const { operator, value } =
    type === 'quantity'
      ? unhedged(saying.operator, saying.value.text)
      : { operator: saying.operator, value: saying.value.text };
  const build = declaration?.share && !isTruth(value) ? shareClause : type === 'boolean' ? truthClause : type === 'date' ? dateClause : type === 'quantity' ? amountClause : choiceClause; // prettier-ignore
  const unit = type === 'quantity' ? (declaration?.unit ?? null) : null;
  const clause = build({ words, shape: shapeOf(words, type), name, plural, operator, value, unit });
  return isNormative(words, declaration)
    ? { full: `by rule ${clause.full}`, again: `by rule ${clause.again}` }
    : clause;
}

/** Whether a norm has to be called one: `should-serve` and `defined-as` say so themselves. */
export function isNormative(
  [first = '']: readonly string[],
  declaration: PropertyDeclaration | null,
): boolean {
  return declaration?.mood === 'norm' && !MODALS.has(first);
}

const MODALS: ReadonlySet<string> = new Set('should must shall ought may defined'.split(' '));

/** `are trusted in few cases`, `are trusted in more than 60% of cases`. */
function shareClause(parts: Parts): Clause {
  const { full, again } = truthClause({ ...parts, operator: '=', value: 'yes' });
  const cases = shareInWords(parts.operator, parts.value);
  return { full: `${full} ${cases}`, again: `${again} ${cases}` };
}

function shareInWords(operator: Operator, value: string): string {
  const share = value.toLowerCase();
  const { operator: by, value: amount } = unhedged(operator, value);
  const cases = share === 'none' ? 'in no case' : SHARES.has(share) ? `in ${share} cases` : `in ${amountInWords(by, amount)} of cases`; // prettier-ignore
  return operator === '!=' ? `but not ${cases}` : cases;
}

/** Shares that go before `cases`. */
export const SHARES: ReadonlySet<string> = new Set(['few', 'some', 'most', 'all']);

interface Parts {
  readonly words: readonly string[];
  readonly shape: Shape;
  readonly name: string;
  readonly plural: boolean;
  readonly operator: Operator;
  readonly value: string;
  readonly unit: string | null;
}

function truthClause({ words, shape, name, plural, operator, value }: Parts): Clause {
  const holds = /^(?:yes|true)$/i.test(value) === (operator === '=');
  const phrase = words.join(' ');
  if (shape === 'verb') {
    const [verb = '', ...rest] = words;
    const base = baseForm(verb);
    const object = rest.length ? ` ${rest.join(' ')}` : '';
    const helper = plural ? 'do' : 'does';
    const full = holds
      ? `${name} ${plural ? base : verb}${object}`
      : `${name} ${helper} not ${base}${object}`;
    return { full, again: `${pronoun(plural)} ${helper}${holds ? '' : ' not'}` };
  }
  if (shape === 'auxiliary') {
    const [head = '', ...rest] = words;
    const helper = AUXILIARIES.get(head)![plural ? 1 : 0];
    const denied = helper === 'can' ? 'cannot' : `${helper} not`;
    const said = holds ? helper : denied;
    return { full: `${name} ${said} ${rest.join(' ')}`, again: `${pronoun(plural)} ${said}` };
  }
  const copula = `${plural ? 'are' : 'is'}${holds ? '' : ' not'}`;
  if (shape === 'participle' || shape === 'adjective')
    return { full: `${name} ${copula} ${phrase}`, again: `${pronoun(plural)} ${copula}` };
  const not = holds ? '' : ' not';
  return { full: `“${phrase}” is${not} true of ${name}`, again: `it is${not}` };
}

function choiceClause({ words, shape, name, plural, operator, value }: Parts): Clause {
  const phrase = words.join(' ');
  const [denied, be] = [operator === '!=', plural ? 'are' : 'is'];
  if (shape === 'verb') {
    const [verb = '', ...rest] = words;
    const base = baseForm(verb);
    const does = denied ? `${plural ? 'do' : 'does'} not ${base}` : plural ? base : verb;
    return both(name, plural, [does, ...rest, value].join(' '));
  }
  if (shape === 'auxiliary') {
    const [head = '', ...rest] = words;
    return both(name, plural, [head, ...(denied ? ['not'] : []), ...rest, value].join(' '));
  }
  if (shape === 'participle') return both(name, plural, `${be}${denied ? ' not' : ''} ${phrase} ${value}`);
  const many = shape === 'plural';
  const is = `${many ? 'are' : 'is'}${denied ? ' not' : ''} “${value}”`;
  return { full: `the ${ofWhom(phrase, name)} ${is}`, again: `${pronoun(many)} ${is}` };
}

function amountClause({ words, shape, name, plural, operator, value, unit }: Parts): Clause {
  const counted = words[0] === 'number' && words[1] === 'of' && words.length > 2;
  const phrase = (counted ? words.slice(2) : words).join(' ');
  const not = operator === '!=' ? ' not' : '';
  const own = /[^\d\s.,~≈+-]/.test(value);
  if (shape === 'plural' && !(own && !isPersons(value))) {
    const have = not ? `${plural ? 'do' : 'does'} not have` : plural ? 'have' : 'has';
    // The unit repeats the property: `80 persons` among members.
    const amount = amountInWords(operator, value.replace(/\s*\p{L}+\.?$/u, ''), true);
    return both(name, plural, `${have} ${amount} ${phrase}`);
  }
  const amount = amountInWords(operator, value);
  const shown = unit === null || own ? amount : `${amount}${unit === '%' ? '' : ' '}${unit}`;
  if (shape === 'participle') return both(name, plural, `${plural ? 'are' : 'is'}${not} ${shown} ${phrase}`);
  if (shape === 'plural')
    return { full: `the ${ofWhom(phrase, name)} are${not} ${shown}`, again: `they are${not} ${shown}` };
  return { full: `the ${ofWhom(phrase, name)} is${not} ${shown}`, again: `it is${not} ${shown}` };
}

/** `form of Guild`; of `members-of` the preposition is not repeated. */
function ofWhom(phrase: string, name: string): string {
  return `${phrase.replace(/ of$/, '')} of ${name}`;
}

/** Whether a unit only says that persons are counted. */
function isPersons(value: string): boolean {
  return /\d\s*(?:persons?|people|individuals?|人)?$/iu.test(value);
}

function dateClause({ words: written, shape, name, plural, operator, value }: Parts): Clause {
  const words = /^(?:is|are|was|were)$/.test(written[0] ?? '') ? written.slice(1) : written;
  const phrase = words.join(' ');
  const when = dateInWords(operator, value);
  const not = operator === '!=' ? ' not' : '';
  const [head = ''] = words;
  if (shape === 'participle' && INTRANSITIVE.has(head))
    return both(name, plural, not ? `${phrase} not ${when}` : `${phrase} ${when}`);
  if (shape === 'participle') return both(name, plural, `${plural ? 'were' : 'was'}${not} ${phrase} ${when}`);
  if (/ since$/.test(phrase) && operator === '=' && !value.includes('/'))
    return both(name, plural, `${plural ? 'have' : 'has'} been ${phrase} ${plainDate(value)}`);
  return { full: `the ${ofWhom(phrase, name)} falls${not} ${when}`, again: `it falls${not} ${when}` };
}

/** A date with its preposition: `in October 2004`, `between 1990 and 1993`, `after 1996`. */
function dateInWords(operator: Operator, value: string): string {
  const [first = '', last] = value.split('/');
  if (operator === '>') return `after ${plainDate(value)}`;
  if (operator === '<') return `before ${plainDate(value)}`;
  if (operator === '>=') return `${onDate(value)} or later`;
  if (operator === '<=') return `${onDate(value)} or earlier`;
  if (last === undefined) return onDate(value);
  if (last === '..' || last === '') return `${onDate(first)} or later`;
  if (first === '..' || first === '') return `${onDate(last)} or earlier`;
  return `between ${plainDate(first)} and ${plainDate(last)}`;
}

function onDate(edtf: string): string {
  return `${/^-?\d{4}-\d\d-\d\d/.test(edtf) ? 'on' : 'in'} ${plainDate(edtf)}`;
}

function both(name: string, plural: boolean, predicate: string): Clause {
  return { full: `${name} ${predicate}`, again: `${pronoun(plural)} ${predicate}` };
}

function pronoun(plural: boolean): string {
  return plural ? 'they' : 'it';
}

/** How a sentence uses the name of a property, by its words and its type. */
export function shapeOf(words: readonly string[], type: PropertyType): Shape {
  const [first = ''] = words;
  if (type === 'boolean' && words.length > 1 && AUXILIARIES.has(first)) return 'auxiliary';
  if (type === 'choice' && words.length > 1 && /^(?:should|must|shall|may)$/.test(first)) return 'auxiliary';
  const at = type === 'date' && /^(?:is|are|was|were)$/.test(first) ? 1 : 0;
  const [head = '', next] = words.slice(at);
  const participle =
    INTRANSITIVE.has(head) ||
    (/(?:ed|born|held|led|run|made|known|taken|built|sold|paid)$/.test(head) && head.length > 2);
  if (participle && (words.length === at + 1 || PREPOSITIONS.has(next!))) return 'participle';
  if (type === 'quantity')
    return /[^s]s$/.test(words.at(-1) ?? '') && !NOT_PLURAL.test(words.at(-1)!) ? 'plural' : 'noun';
  if (type === 'date') return 'noun';
  if (type === 'boolean' && ADJECTIVE.test(head) && (words.length === 1 || PREPOSITIONS.has(next!)))
    return 'adjective';
  if (type === 'choice' && words.length === 1 && PLURAL_NOUNS.has(head)) return 'plural';
  if (type === 'boolean' && head === 'has' && words.length > 1) return 'verb';
  const verbal =
    /[^s]s$/.test(head) &&
    head.length > 3 &&
    !NOT_A_VERB.test(head) &&
    (type === 'boolean' || !AGENTS.test(head));
  return verbal && next !== 'of' ? 'verb' : 'noun';
}

const NOT_PLURAL = /(?:us|is|ss|ics|news)$/;

/** `carries` → carry, `teaches` → teach, `serves` → serve. */
function baseForm(verb: string): string {
  if (verb === 'has') return 'have';
  if (verb.endsWith('ies')) return `${verb.slice(0, -3)}y`;
  return /(?:ch|sh|x|z|o)es$/.test(verb) ? verb.slice(0, -2) : verb.slice(0, -1);
}

/** The head of a name: the words before the first preposition or comma. */
function headOf(name: string): string {
  const end = name.search(/ (?:of|for|in|at|from|on|to|and|under|against)\b|[,(]/);
  const head = (end < 0 ? name : name.slice(0, end)).trim();
  return head.slice(head.lastIndexOf(' ') + 1);
}

/** The name with its article, where it takes one: the Federation of Dockers, Harbour Office. */
export function withEnglishArticle(name: string): string {
  if (/^(?:the|a|an)\b/i.test(name) || !name.includes(' ')) return name;
  return ARTICLE_HEADS.test(headOf(name)) ? `the ${name}` : name;
}

/** Whether a name is plural: Dockers, People of the Port. */
export function isEnglishPlural(name: string): boolean {
  const head = headOf(name);
  return /(?:[^s’']s|people|women|men)$/.test(head) && !NOT_PLURAL.test(head.toLowerCase());
}
