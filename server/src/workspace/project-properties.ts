import { say } from '../words/say.ts';
import type { YamlEntry, YamlNode } from '../yaml/read-yaml.ts';
import { enumeration, isNothing } from '../yaml/yaml-reader.ts';
import type { YamlReader } from '../yaml/yaml-reader.ts';
import type { Mood, PropertyDeclaration, PropertyType } from './project.ts';
import { wordTable } from '../text/word-table.ts';

export const PROPERTY_TYPES: readonly PropertyType[] = ['boolean', 'choice', 'quantity', 'date', 'text'];

/** The options of a property besides its type, and the types that allow each. */
export const PROPERTY_OPTIONS = wordTable<readonly PropertyType[]>({
  of: ['choice'],
  many: ['choice'],
  contrary: ['choice'],
  unit: ['quantity'],
  tolerance: ['quantity'],
  additive: ['quantity'],
  share: ['boolean'],
  mood: ['boolean', 'choice', 'quantity', 'date', 'text'],
});

/** The allowed values of `mood`. */
export const MOODS: readonly Mood[] = ['fact', 'norm'];

/**
 * Parses one property declaration, `members: {type: quantity, unit: person, tolerance: 5%}`. One with a
 * missing or unknown type becomes `text`, whose values never conflict.
 */
export function readProperty(reader: YamlReader, entry: YamlEntry): PropertyDeclaration {
  const name = entry.key.text;
  const entries = propertyEntries(reader, entry);
  reader.checkKeys(entries, ['type', ...Object.keys(PROPERTY_OPTIONS)], say('A property'));
  const node = (key: string): YamlNode | null =>
    entries.find(({ key: { text } }) => text === key)?.value ?? null;

  // `trusted: boolean` is reported, but its meaning is clear.
  const short = entry.value.kind === 'scalar' && !isNothing(entry.value) ? entry.value.text : null;
  const typeNode = node('type');
  const type = typeNode
    ? reader.oneOf(typeNode, PROPERTY_TYPES, say('The type of a property'))
    : (PROPERTY_TYPES.find((known) => known === short) ?? null);
  if (entry.value.kind === 'map' || isNothing(entry.value)) {
    if (!typeNode || isNothing(typeNode))
      reader.report(
        entry.key.outer,
        say('`{name}` needs a type: {types}.', { name, types: enumeration(PROPERTY_TYPES, 'or') }),
      );
  }
  for (const { key } of entries) {
    const types = PROPERTY_OPTIONS[key.text];
    if (type && types && !types.includes(type))
      reader.report(
        key.outer,
        say('`{option}` means something for the type {types} only, and `{name}` is `{type}`.', {
          option: key.text,
          types: enumeration(types, 'or'),
          name,
          type,
        }),
      );
  }

  const ofNode = node('of');
  const of = ofNode ? reader.wordList(ofNode, '`of`').map(({ text }) => text) : [];
  if (type === 'choice' && of.length === 0)
    reader.report(
      entry.key.outer,
      say('`{name}` is a choice and needs `of`, the list of what it can be.', { name }),
    );
  const manyNode = node('many');
  const many = manyNode ? (reader.truth(manyNode, '`many`') ?? false) : false;
  const isTrue = (key: string): boolean => {
    const value = node(key);
    return value !== null && (reader.truth(value, `\`${key}\``) ?? false);
  };
  const moodNode = node('mood');
  const contraryNode = node('contrary');
  const contrary = contraryNode ? readContrary(reader, contraryNode, of) : [];
  if (contraryNode && !many && type === 'choice')
    reader.report(
      contraryNode.outer,
      say('`contrary` has a use only beside `many: true`: without it any two values are contrary.'),
    );
  const unitNode = node('unit');
  const toleranceNode = node('tolerance');
  return {
    name,
    type: type ?? 'text',
    of,
    many,
    contrary,
    unit: unitNode ? (reader.words(unitNode, '`unit`')?.text ?? null) : null,
    tolerance: toleranceNode ? readTolerance(reader, toleranceNode) : 0,
    additive: isTrue('additive') && type === 'quantity',
    share: isTrue('share') && type === 'boolean',
    mood: (moodNode && !isNothing(moodNode) && reader.oneOf(moodNode, MOODS, '`mood`')) || 'fact',
  };
}

function propertyEntries(reader: YamlReader, entry: YamlEntry): readonly YamlEntry[] {
  const { key, value } = entry;
  if (value.kind === 'map') return value.entries;
  if (!isNothing(value))
    reader.report(
      value.outer,
      say('A property is declared in braces, as in `{form}`.', { form: `${key.text}: {type: boolean}` }),
    );
  return [];
}

function readContrary(
  reader: YamlReader,
  node: YamlNode,
  of: readonly string[],
): (readonly [string, string])[] {
  const pairs: (readonly [string, string])[] = [];
  const form = say('`contrary` is a list of pairs, as in `[[workers, capital]]`.');
  if (node.kind !== 'list') {
    if (!isNothing(node)) reader.report(node.outer, form);
    return [];
  }
  for (const item of node.items) {
    const [a, b, ...more] = item.kind === 'list' ? reader.wordList(item, '`contrary`') : [];
    if (!a || !b || more.length > 0) {
      reader.report(item.outer, form);
      continue;
    }
    for (const { text, range } of [a, b])
      if (!of.includes(text))
        reader.report(range, say('`{text}` is not one of the values in `of`.', { text }));
    pairs.push([a.text, b.text]);
  }
  return pairs;
}

/** `5%` and `0.05` give 0.05. Anything else, or more than 1, is a problem and gives 0. */
function readTolerance(reader: YamlReader, node: YamlNode): number {
  const words = reader.words(node, '`tolerance`');
  if (!words) return 0;
  const written = /^(\d{1,9}(?:\.\d{1,9})?|\.\d{1,9})\s?(%?)$/.exec(words.text.trim());
  const tolerance = written ? Number(written[1]) / (written[2] ? 100 : 1) : NaN;
  if (tolerance >= 0 && tolerance <= 1) return tolerance;
  reader.report(node.outer, say('A tolerance is a share of the larger quantity, as in `5%` or `0.05`.'));
  return 0;
}
