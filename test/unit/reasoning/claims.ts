import type { ReasoningIndex } from '../../../server/src/reasoning/reasoning-index.ts';
import type { ClaimRecord, Conflict, ReasoningContext } from '../../../server/src/reasoning/model.ts';
import type { PropertyDeclaration } from '../../../server/src/workspace/project.ts';
import { RELATION_KINDS, type Token } from '../../../server/src/facts/model.ts';

/** A claim in short form, like its attributes. */
export interface Brief {
  readonly id?: string;
  readonly text?: string;
  readonly by?: string;
  readonly via?: string;
  readonly about?: string;
  readonly says?: string;
  readonly when?: string;
  readonly where?: string;
  readonly status?: ClaimRecord['status'];
  readonly certainty?: ClaimRecord['certainty'];
  readonly supports?: string;
  readonly implies?: string;
  readonly qualifies?: string;
  readonly contradicts?: string;
  readonly resolves?: string;
  readonly prefers?: string;
  readonly evidence?: string;
  readonly cites?: string;
  readonly on?: string;
  readonly locator?: string;
  readonly hasNote?: boolean;
}

/** The claims of a file, each at its own offset. Citekeys in `evidence` begin with `@`. */
export function claimsOf(
  path: string,
  source: string | null,
  briefs: readonly Brief[],
  shift = 0,
): ClaimRecord[] {
  return briefs.map((brief, i): ClaimRecord => {
    let at = shift + i * 1000;
    const range = { from: at, to: at + 900 };
    const token = (text: string | undefined): Token | null => {
      if (text === undefined) return null;
      at += 50;
      return { text, range: { from: at, to: at + text.length } };
    };
    const words = (text: string | undefined) => (text ?? '').split(/\s+/).filter(Boolean);
    const id = brief.id ?? null;
    return {
      path,
      id,
      address: `${path}#${id ?? `@${range.from}`}`,
      range,
      headRange: range,
      idRange: id === null ? null : token(id)!.range,
      text: brief.text ?? `words of ${id ?? 'a claim'}`,
      by: words(brief.by),
      ...(brief.via === undefined ? {} : { via: words(brief.via) }),
      fileSource: source,
      locator: brief.locator ?? null,
      about: words(brief.about),
      says: token(brief.says),
      when: token(brief.when),
      where: token(brief.where),
      status: brief.status ?? null,
      certainty: brief.certainty ?? null,
      relations: RELATION_KINDS.flatMap((kind) =>
        words(brief[kind]).map((address) => ({ kind, address, range: token(address)!.range })),
      ),
      evidence: (brief.evidence ?? '')
        .split(';')
        .map((item) => item.trim())
        .filter(Boolean)
        .map((item) => {
          const cited = item.startsWith('@');
          const kind = cited ? ('citation' as const) : ('claim' as const);
          return { kind, target: cited ? item.slice(1) : item, locator: null, range: token(item)!.range };
        }),
      citations: words(brief.cites).map((key) => ({ key, locator: null })),
      ...(brief.on === undefined ? {} : { on: brief.on }),
      hasNote: brief.hasNote ?? false,
      hasPlaceholder: false,
    };
  });
}

/** A property as a project may declare it. */
export function property(
  name: string,
  type: PropertyDeclaration['type'],
  rest: Partial<PropertyDeclaration> = {},
): PropertyDeclaration {
  return {
    name,
    type,
    of: [],
    many: false,
    contrary: [],
    unit: null,
    tolerance: 0,
    additive: false,
    share: false,
    mood: 'fact',
    ...rest,
  };
}

/** Declarations with one property of each type. */
export const context: ReasoningContext = {
  properties: new Map(
    [
      property('trusted', 'boolean'),
      property('empowers', 'boolean'),
      property('form', 'choice', { of: ['club', 'firm', 'union'] }),
      property('serves', 'choice', {
        of: ['crew', 'owners', 'crown'],
        many: true,
        contrary: [['crew', 'owners']],
      }),
      property('members', 'quantity', { unit: 'person', tolerance: 0.05 }),
      property('wage', 'quantity', { unit: 'GBP' }),
      property('founded', 'date'),
      property('motto', 'text'),
      property('backed', 'boolean', { share: true }),
      property('strikes', 'quantity', { unit: 'strike', additive: true, tolerance: 0.05 }),
      property('should-serve', 'choice', { of: ['crew', 'owners'], mood: 'norm' }),
    ].map((declaration) => [declaration.name, declaration]),
  ),
  places: new Map([
    ['Deptford', 'London'],
    ['London', 'England'],
    ['Hull', 'England'],
  ]),
  authors: new Map([
    ['webb1894', ['beatrice-webb', 'sidney-webb']],
    ['webb1891', ['beatrice-webb']],
    ['booth1902', ['charles-booth']],
  ]),
  kin: new Map([
    ['lodge', [{ by: 'part-of', of: 'guild' }]],
    ['rowers', [{ by: 'kind-of', of: 'lodge' }]],
  ]),
};

/** As `context`, where the years of works are known, and more than five between two are many. */
export const contextWithYears: ReasoningContext = {
  ...context,
  timelessSpan: 5,
  ends: {
    areBoth: false,
    version: 1,
    yearOf: (work) => Number(/\d{4}$/.exec(work)?.[0] ?? NaN) || null,
  },
};

/** `a × b` for each conflict, by ids, with `!` when it is settled, `~` when it is a hint, `=` within one asserter. */
export function drawn(conflicts: readonly Conflict[]): string[] {
  return conflicts
    .map((conflict) => {
      const marks =
        (conflict.settlement ? '!' : '') + (conflict.hedged ? '~' : '') + (conflict.within.length ? '=' : '');
      const kind = { declared: 'D', proposition: 'P', consequence: 'C' }[conflict.kind];
      return `${conflict.a.id} ${kind}${marks} ${conflict.b.id}`;
    })
    .sort();
}

/** All conflicts of an index, each once, drawn. */
export function allConflicts(index: ReasoningIndex): string[] {
  const all = new Set<string>();
  for (const path of index.paths()) for (const conflict of drawn(index.conflictsIn(path))) all.add(conflict);
  return [...all].sort();
}
