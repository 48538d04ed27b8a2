import { isCommonWord } from '../actors/common-words.ts';
import type { Token } from '../facts/model.ts';
import type { Library } from '../workspace/library.ts';
import type { ActorAt } from '../workspace/registers.ts';
import type { Observation, RelatedPlace, Rule } from '../checking/rule.ts';
import { normalized } from '../text/normalized.ts';
import { deferred, listOf, say } from '../words/say.ts';

export const actorDuplicateAlias: Rule = {
  code: 'actor-duplicate-alias',
  severity: 'warning',
  title: deferred('Name or id that two actors have'),
  what: deferred(
    'A name or alias that the registers give to more than one actor, an alias that stands twice in one entry, or an id that is registered twice. As information: a name of one word that is a common word or a month too, such as May; it counts as a mention only with its capital and in a context that shows a name (after a title or an initial, before a verb of saying, as a possessive, or, but for months and days, within a sentence).',
  ),
  why: deferred(
    'Wherever such a name stands in a text it is open who is meant. Perhaps the two are one; else mark the mentions, or leave the alias to one of them.',
  ),
  withoutFix: 'whose name it is only the person knows',
  examples: [
    {
      title: 'One alias, two actors',
      fixture: `//- sicetnon.yaml
actors: [actors.yaml]
//- actors.yaml
harbour-office:
  name: Office of Harbours
  aliases: [⟦actor-duplicate-alias|the Office⟧]
tithe-office:
  name: Office of Tithes
  aliases: [⟦actor-duplicate-alias|the Office⟧]
`,
    },
    {
      title: 'One id in two registers',
      fixture: `//- sicetnon.yaml
actors: [offices.yaml, people.yaml]
//- offices.yaml
⟦actor-duplicate-alias|meyer⟧:
  name: Meyer & Sons
//- people.yaml
⟦actor-duplicate-alias|meyer⟧:
  name: Lena Meyer
`,
    },
    {
      title: 'A month',
      fixture: `//- sicetnon.yaml
actors: [actors.yaml]
//- actors.yaml
may:
  name: Theresa May
  aliases: [⟦actor-duplicate-alias|May⟧, Mrs May]
`,
    },
    {
      title: 'Names of their own',
      fixture: `//- sicetnon.yaml
actors: [actors.yaml]
//- actors.yaml
harbour-office:
  name: Office of Harbours
  aliases: [Harbour Office]
tithe-office:
  name: Office of Tithes
  aliases: [Tithe Office]
`,
    },
  ],
  checkFile: ({ kind, path }, { library }) =>
    kind === 'register'
      ? [...duplicateAliases(path, library), ...commonNames(path, library)].sort(
          (a, b) => a.range.from - b.range.from,
        )
      : [],
};

/** The names in a register that are common words too. */
function commonNames(path: string, library: Library): Observation[] {
  const actors = library.register(path)?.content.actors ?? [];
  return actors
    .flatMap(({ name, aliases }) => [name, ...aliases])
    .filter(({ text }) => isCommonWord(text))
    .map(({ text, range }) => ({
      range,
      severity: 'information',
      message: say(
        '“{name}” is a common word too: it is taken for this actor only with its capital and where the context shows a name (“Mrs {name}”, “{name}’s”, “{name} said”). Mark the other mentions, or write a longer alias.',
        { name: text },
      ),
    }));
}

/** How many other entries a finding lists. */
const MOST_OTHERS = 8;

interface Use {
  readonly path: string;
  readonly actor: ActorAt['actor'];
  readonly token: Token;
}

/** By register: the uses of each duplicate id and name in it. */
interface Shared {
  readonly version: number;
  readonly ids: ReadonlyMap<string, readonly (readonly Use[])[]>;
  readonly names: ReadonlyMap<string, readonly (readonly Use[])[]>;
}

/** Cached by library: every register asks, and there may be many. */
const known = new WeakMap<Library, Shared>();

function sharedIn(library: Library): Shared {
  const { version } = library;
  let found = known.get(library);
  if (found?.version !== version) {
    found = { version, ids: shared(library, idOf), names: shared(library, namesOf) };
    known.set(library, found);
  }
  return found;
}

/** The names in the register at `path` that another entry of any register has too, and its duplicate ids. */
function duplicateAliases(path: string, library: Library): Observation[] {
  const findings: Observation[] = [];
  const { ids, names } = sharedIn(library);
  for (const all of ids.get(path) ?? [])
    for (const use of all)
      if (use.path === path)
        findings.push(
          takenId(
            use,
            othersThan(all, (other) => other !== use),
          ),
        );
  for (const all of names.get(path) ?? [])
    for (const use of all) {
      if (use.path !== path) continue;
      const others = othersThan(all, (other) => other.actor.id.text !== use.actor.id.text);
      if (others.length > 0) findings.push(sharedName(use, others));
      else if (use !== all[0] && use.actor === all[0]!.actor) findings.push(repeatedName(use, all[0]!));
    }
  return findings.sort((a, b) => a.range.from - b.range.from);
}

function idOf(actor: Use['actor']): readonly Token[] {
  return [actor.id];
}

function namesOf(actor: Use['actor']): readonly Token[] {
  return actor.name === actor.id ? actor.aliases : [actor.name, ...actor.aliases];
}

/** By register: the uses of each of its tokens that is a duplicate. */
function shared(
  library: Library,
  tokensOf: (actor: Use['actor']) => readonly Token[],
): ReadonlyMap<string, readonly (readonly Use[])[]> {
  const seen = new Set<string>();
  const uses = new Map<string, Use[]>();
  for (const { actor } of library.allActors())
    for (const { text } of tokensOf(actor)) {
      const name = folded(text);
      if (seen.has(name)) uses.set(name, []);
      else seen.add(name);
    }
  if (uses.size > 0)
    for (const { path, actor } of library.allActors())
      for (const token of tokensOf(actor)) uses.get(folded(token.text))?.push({ path, actor, token });
  const byRegister = new Map<string, (readonly Use[])[]>();
  for (const all of uses.values())
    for (const path of new Set(all.map((use) => use.path))) {
      const here = byRegister.get(path);
      if (here) here.push(all);
      else byRegister.set(path, [all]);
    }
  return byRegister;
}

function othersThan(all: readonly Use[], isOther: (other: Use) => boolean): Use[] {
  const others: Use[] = [];
  for (const other of all) {
    if (others.length === MOST_OTHERS) break;
    if (isOther(other)) others.push(other);
  }
  return others;
}

/** A form without typographic differences; case counts, as it does in texts. */
function folded(name: string): string {
  if (/^[A-Za-z0-9](?: ?[!-_a-z{-~])*$/.test(name)) return name;
  return normalized(name, 'NFKC')
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

function takenId(use: Use, others: readonly Use[]): Observation {
  const [other] = others as [Use];
  const values = { id: use.token.text, name: other.actor.name.text, file: other.path };
  return {
    range: use.token.range,
    // Of an id that a register has twice its reader keeps the first, so the other is in another register.
    message: say('The id “{id}” is taken: {name} in {file} has it too. Give one of them another id.', values),
    related: others.map((each) =>
      placeOf(each, say('This id is that of {name}, too.', { name: each.actor.name.text })),
    ),
  };
}

/** Two actors may share a name; then texts must say which one is meant. */
function sharedName(use: Use, others: readonly Use[]): Observation {
  return {
    range: use.token.range,
    message: say(
      '“{name}” is also a name of {others}: where a text has it, mark who is meant. If the two are one actor, make them one entry.',
      { name: use.token.text, others: listOf([...new Set(others.map(({ actor }) => actor.name.text))]) },
    ),
    severity: 'information',
    related: others.map((each) => placeOf(each, say('A name of {name}.', { name: each.actor.name.text }))),
  };
}

function repeatedName(use: Use, first: Use): Observation {
  return {
    range: use.token.range,
    message: say('“{name}” stands here already as a name of this actor.', { name: use.token.text }),
    severity: 'hint',
    unnecessary: true,
    related: [placeOf(first, say('Here it stands first.'))],
  };
}

function placeOf({ path, token }: Use, message: string): RelatedPlace {
  return { path, range: token.range, message };
}
