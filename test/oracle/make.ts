/** Makes up workspaces: the same seed and number give the same one. */
import { madePlace, madeTime, PLACES, proposition, vocabulary } from './make-values.ts';
import type { Actor, Claim, MadeDocument, MadeWorkspace, Property, Said, Status, Work } from './model.ts';
import { Random } from './random.ts';

/** What a claim may be made about: few enough that claims meet. */
interface Setting {
  readonly random: Random;
  /** Whether what is new in the contract is used. */
  readonly fresh: boolean;
  readonly works: readonly Work[];
  readonly topics: readonly (readonly [actors: readonly string[], property: Property])[];
  /** Verdicts are made, or chains of `implies`, where the contract is not yet followed with both. */
  readonly verdicts: boolean;
  readonly chains: boolean;
}

/** Workspace number `number` of a seed. */
export function makeWorkspace(seed: number, number: number, fresh: boolean): MadeWorkspace {
  const random = new Random(seed * 1_000_003 + number);
  const works = ['meyer', 'adler', 'lin', 'osei'].map((name) => {
    // Without `timeless-span` all lie near to each other.
    const year = random.pick(fresh ? [1990, 1998, 2004, 2005, 2012] : [2001, 2003, 2004, 2005]);
    return { key: `${name}${year}`, year };
  });
  const actors = makeActors(random, works, fresh);
  const properties = vocabulary(random, fresh);
  const bodies = fresh ? ['groups', 'harbour', 'cranes', 'pilots', 'union'] : ['union', 'groups'];
  const topics = [0, 1].map(() => [random.several(bodies, fresh ? 3 : 1), random.pick(properties)] as const);
  const verdicts = fresh || random.chance(50);
  const setting = { random, fresh, works, topics, verdicts, chains: fresh || !verdicts };
  const documents = makeDocuments(setting);
  return {
    fresh,
    properties,
    places: PLACES,
    timelessSpan: fresh ? random.pick([5, 10, 10, 20]) : null,
    conflictEnds: fresh && random.chance(15) ? 'both' : null,
    works,
    actors,
    documents,
  };
}

function makeActors(random: Random, works: readonly Work[], fresh: boolean): Actor[] {
  const actor = (id: string, more: Partial<Actor> = {}): Actor => ({
    id,
    partOf: [],
    kindOf: [],
    works: [],
    wrote: [],
    ...more,
  });
  return [
    actor('union'),
    actor('groups'),
    actor('harbour', fresh ? { partOf: ['groups'] } : {}),
    actor('cranes', fresh ? { partOf: ['harbour'] } : {}),
    actor('pilots', fresh ? { kindOf: ['groups'] } : {}),
    actor('meyer', { works: [works[0]!.key] }),
    actor('lin', fresh ? { wrote: [works[2]!.key] } : {}),
    actor('witness', fresh && random.chance(20) ? { works: [works[1]!.key, works[3]!.key] } : {}),
  ];
}

function makeDocuments(setting: Setting): MadeDocument[] {
  const { random, works } = setting;
  const papers: { path: string; source: string | null; claims: Claim[] }[] = [
    { path: 'notes/notes.md', source: null, claims: [] },
    { path: 'essays/essay.md', source: null, claims: [] },
    ...random
      .several(works, 2)
      .map(({ key }) => ({ path: `sources/${key}.md`, source: key, claims: [] as Claim[] })),
  ];
  const count = 3 + random.below(9);
  const before: Claim[] = [];
  for (let at = 0; at < count; at++) {
    const paper = random.pick(papers);
    const claim = makeClaim(setting, paper.source, `c${at}`, before);
    paper.claims.push(claim);
    before.push(claim);
  }
  const documents = papers.filter(({ claims }) => claims.length);
  return documents.map((document) => ({
    ...document,
    claims: document.claims.map((claim) => backwards(setting, claim, before)),
  }));
}

function makeClaim(setting: Setting, source: string | null, id: string, before: readonly Claim[]): Claim {
  const { random, fresh, works } = setting;
  const topic = random.pick(setting.topics);
  const about = random.chance(15) ? random.several(topic[0], 2) : [random.pick(topic[0])];
  const isVerdict = setting.verdicts && before.length > 1 && random.chance(15);
  const by = assertedBy(setting, source);
  const plain: Claim = {
    id,
    words: `Remark ${id} of the record`,
    by,
    via: by !== null && fresh && random.chance(20) ? viaOf(setting, by) : [],
    about,
    says: isVerdict && random.chance(85) ? [] : says(setting, topic),
    when: random.chance(45) ? madeTime(random, fresh) : null,
    where: random.chance(35) ? madePlace(random, fresh) : null,
    status: status(random, fresh),
    certainty: random.chance(12) ? random.pick(['low', 'low', 'high', 'medium']) : null,
    supports: [],
    implies: [],
    contradicts: [],
    resolves: [],
    prefers: [],
    evidence: [],
    cites: source === null && random.chance(70) ? random.pick(works).key : null,
    shape: random.chance(15) ? 'div' : 'span',
    marked: random.chance(10),
  };
  return isVerdict ? verdict(setting, plain, before) : related(setting, plain, before);
}

function says(setting: Setting, [, property]: Setting['topics'][number]): Said[] {
  const { random, fresh, topics } = setting;
  const first = proposition(random, property, null, fresh);
  const [other, another] = random.pick(topics);
  if (another.name === property.name || !random.chance(20)) return [first];
  const subject = random.chance(50) ? random.pick(other) : null;
  return [first, proposition(random, another, subject, fresh)];
}

function assertedBy({ random, works }: Setting, source: string | null): string | null {
  if (random.chance(source === null ? 35 : 70)) return null;
  return random.chance(70) ? random.pick(works).key : random.pick(['meyer', 'lin', 'witness', 'union']);
}

function viaOf({ random, works }: Setting, by: string): string[] {
  const others = works.map(({ key }) => key).filter((key) => key !== by && !key.startsWith(by));
  return random.several(others, random.chance(20) ? 2 : 1);
}

function status(random: Random, fresh: boolean): Status | null {
  if (!random.chance(20)) return null;
  return random.pick<Status>(
    fresh ? ['open', 'open', 'accepted', 'rejected', 'withdrawn'] : ['accepted', 'rejected', 'withdrawn'],
  );
}

function isLost({ id, status }: Claim, all: readonly Claim[]): boolean {
  const passedOver = all.some(
    ({ resolves, prefers }) => prefers.length && resolves.includes(id) && !prefers.includes(id),
  );
  return passedOver || status === 'rejected' || status === 'withdrawn';
}

/** Relations to claims that were made before. */
function related({ random, chains }: Setting, claim: Claim, before: readonly Claim[]): Claim {
  const some = (percent: number, most = 1): string[] =>
    before.length && random.chance(percent)
      ? random.several(before, 1 + random.below(most)).map(({ id }) => id)
      : [];
  const lost = before.filter((other) => isLost(other, before));
  // What rests on what was lost rests on nothing else, else it is no fault.
  if (lost.length && random.chance(15)) return { ...claim, cites: null, evidence: [random.pick(lost).id] };
  return {
    ...claim,
    supports: some(12),
    implies: chains ? some(20, 2) : [],
    contradicts: some(8),
    evidence: some(12, 2),
  };
}

/** Now and then a relation to a claim that was made later, so that there are circles. */
function backwards({ random, chains }: Setting, claim: Claim, all: readonly Claim[]): Claim {
  if (claim.resolves.length || !random.chance(8)) return claim;
  const others = all.filter(
    ({ id }) => id !== claim.id && !claim.supports.includes(id) && !claim.implies.includes(id),
  );
  if (!others.length) return claim;
  const { id } = random.pick(others);
  return chains && random.chance(40)
    ? { ...claim, implies: [...claim.implies, id] }
    : { ...claim, supports: [...claim.supports, id] };
}

/** An adjudication of claims that were made before, of one topic if there are such. */
function verdict({ random, fresh }: Setting, claim: Claim, before: readonly Claim[]): Claim {
  const subject = random.pick(before).says[0]?.property;
  const alike = before.filter(({ says }) => says.some(({ property }) => property === subject));
  const resolves = random
    .several(alike.length > 1 ? alike : before, random.chance(70) ? 2 : 3)
    .map(({ id }) => id);
  const prefers = fresh && random.chance(50) ? [random.pick(resolves)] : [];
  const standing = fresh ? random.pick<Status | null>([null, null, 'accepted', 'open']) : null;
  const words = fresh && claim.shape === 'span' && random.chance(15) ? '' : claim.words;
  return { ...claim, words, resolves, prefers, status: standing };
}
