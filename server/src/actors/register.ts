import { say } from '../words/say.ts';
import type { Token } from '../facts/model.ts';
import { parseYaml } from '../yaml/read-yaml.ts';
import type { YamlEntry, YamlNode } from '../yaml/read-yaml.ts';
import { isNothing, withoutAt, YamlReader } from '../yaml/yaml-reader.ts';
import type { Actor, ActorRegister } from './model.ts';

export const ACTOR_KEYS = [
  'name',
  'aliases',
  'kind',
  'active',
  'place',
  'summary',
  'cite',
  'relations',
  'same-as',
  'works',
] as const;

type ActorKey = (typeof ACTOR_KEYS)[number];

/**
 * Parses a register: a mapping from ids to entries. Offsets are in `text`, whose line ends are `\n`. Never
 * throws. A faulty entry does not affect the others; of duplicate ids the first is read.
 */
export function readRegister(text: string): ActorRegister {
  const reader = new YamlReader(text, parseYaml(text));
  const actors = reader.rootEntries().flatMap((entry) => readActor(reader, text, entry) ?? []);
  return { actors, problems: reader.problems };
}

/** Parses one entry; null where it has no id. Problems are added to `reader`. */
export function readActor(reader: YamlReader, text: string, entry: YamlEntry): Actor | null {
  const id = withoutAt(entry.key);
  if (id.text === '') return null;
  const wrong = /[\s"'=;{}#@]/u.exec(id.text)?.[0];
  if (wrong !== undefined)
    reader.report(
      entry.key.outer,
      /\s/.test(wrong)
        ? say("An actor's id is one word, so that attributes can name it; it cannot hold white space.")
        : say("An actor's id is one word, so that attributes can name it; it cannot hold {sign}.", {
            sign: wrong,
          }),
    );
  const entries = actorEntries(reader, entry);
  reader.checkKeys(entries, ACTOR_KEYS, say('An actor'));
  const node = (key: ActorKey): YamlNode | null =>
    entries.find(({ key: { text: name } }) => name === key)?.value ?? null;
  const words = (key: ActorKey): Token | null => {
    const value = node(key);
    return value && reader.words(value, `\`${key}\``);
  };
  const list = (key: ActorKey): Token[] => {
    const value = node(key);
    return value ? reader.wordList(value, `\`${key}\``) : [];
  };
  return {
    id,
    range: entry.range,
    name: words('name') ?? id,
    aliases: list('aliases'),
    kind: words('kind')?.text ?? null,
    active: words('active'),
    place: words('place')?.text ?? null,
    summary: words('summary')?.text ?? null,
    cite: readCite(reader, text, node('cite')),
    relations: readRelations(reader, node('relations')),
    sameAs: list('same-as').map((token) => token.text),
    works: list('works').map(withoutAt),
  };
}

function actorEntries(reader: YamlReader, { key, value }: YamlEntry): readonly YamlEntry[] {
  if (value.kind === 'map') return value.entries;
  if (!isNothing(value))
    reader.report(
      value.outer,
      say('An actor is described by indented lines, as in `{form}`.', {
        form: `name: ${value.kind === 'scalar' ? value.text.slice(0, 60) : key.text}`,
      }),
    );
  return [];
}

/** Without quotation marks `cite: [@key, p. 3]` is a YAML list; it is read as intended. */
function readCite(reader: YamlReader, text: string, node: YamlNode | null): Token | null {
  if (node === null) return null;
  if (node.kind !== 'list') return reader.words(node, '`cite`');
  reader.report(node.outer, say('Citations in YAML must stand in quotation marks, as in "[@key, p. 3]".'));
  return { text: text.slice(node.outer.from, node.outer.to), range: node.outer };
}

function readRelations(reader: YamlReader, node: YamlNode | null): Actor['relations'] {
  if (node === null) return [];
  return reader.entries(node, '`relations`').flatMap(({ key, value }) => {
    const targets = reader.wordList(value, `\`${key.text}\``).map(withoutAt);
    return targets.length > 0 ? [{ kind: key.text, targets }] : [];
  });
}
