import type { Token } from '../facts/model.ts';
import type { ActorAt, Library } from '../workspace/library.ts';
import type { Finding, RelatedPlace, Rule } from './rule.ts';

/** Reported on the register; see `reading.ts`. */
export const actorDuplicateAlias: Rule = {
  code: 'actor-duplicate-alias',
  severity: 'warning',
  title: 'Name or id that two actors have',
  what: 'A name or alias that the registers give to more than one actor, an alias that stands twice in one entry, or an id that is registered twice.',
  why: 'Wherever such a name stands in a text it is open who is meant. Perhaps the two are one; else mark the mentions, or leave the alias to one of them.',
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
};

interface Use {
  readonly path: string;
  readonly actor: ActorAt['actor'];
  readonly token: Token;
}

/** The names in the register at `path` that another entry of any register has too, and its taken ids. */
export function duplicateAliases(path: string, library: Library): Finding[] {
  const register = library.register(path);
  if (!register) return [];
  const uses = new Map<string, Use[]>();
  const ids = new Map<string, Use[]>();
  for (const { path: file, actor } of library.allActors()) {
    add(ids, actor.id.text, { path: file, actor, token: actor.id });
    const own = actor.name === actor.id ? actor.aliases : [actor.name, ...actor.aliases];
    for (const token of own) add(uses, folded(token.text), { path: file, actor, token });
  }
  const findings: Finding[] = [];
  for (const all of ids.values())
    for (const use of all)
      if (all.length > 1 && use.path === path)
        findings.push(
          finding(use, all, `The id “${use.token.text}” is taken: ${nameElsewhere(use, all)} has it too.`),
        );
  for (const all of uses.values()) {
    if (all.length === 1) continue;
    for (const use of all) {
      if (use.path !== path) continue;
      const others = all.filter((other) => other.actor.id.text !== use.actor.id.text);
      if (others.length > 0)
        // Two may well be called the same; the texts then have to say who is meant.
        findings.push({
          ...finding(
            use,
            others,
            `“${use.token.text}” is also a name of ${listed(others)}: where a text has it, mark who is meant. If the two are one actor, make them one entry.`,
          ),
          severity: 'information',
        });
      else {
        const [first] = all;
        if (use !== first && use.actor === first!.actor)
          findings.push({
            ...finding(use, [first!], `“${use.token.text}” stands here already as a name of this actor.`),
            severity: 'hint',
            unnecessary: true,
          });
      }
    }
  }
  return findings.sort((a, b) => a.range.from - b.range.from);
}

function add(uses: Map<string, Use[]>, name: string, use: Use): void {
  const same = uses.get(name);
  if (same) same.push(use);
  else uses.set(name, [use]);
}

/** One form for all that typography makes of a name; capitals count, as they do in a text. */
function folded(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[’‘ʼ`´]/g, "'")
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

function finding(use: Use, others: readonly Use[], message: string): Finding {
  const related: RelatedPlace[] = others
    .filter((other) => other !== use)
    .map(({ path, actor, token }) => ({
      path,
      range: token.range,
      message: `A name of ${actor.name.text}.`,
    }));
  return { code: actorDuplicateAlias.code, range: use.token.range, message, related };
}

function nameElsewhere(use: Use, all: readonly Use[]): string {
  const other = all.find((each) => each !== use)!;
  return other.path === use.path
    ? `another entry of this register, ${other.actor.name.text},`
    : `${other.actor.name.text} in ${other.path}`;
}

function listed(uses: readonly Use[]): string {
  const names = [...new Set(uses.map(({ actor }) => actor.name.text))];
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
