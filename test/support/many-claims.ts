/** A generated, deterministic workspace with many claims, for large pictures and measurements. */

const PLACES = ['Aalby', 'Brenning', 'Corvo', 'Dunmere', 'Esk'];
const SUBJECTS = [
  'the guild',
  'the council',
  'the harbour office',
  'the weavers',
  'the printers',
  'the journeymen',
];
const DOINGS = [
  'kept a chest of its own, to which three masters held the keys',
  'was heard before the council on every matter of wages',
  'turned away those who came from the villages up the river',
  'paid for the burial of members who had died without kin',
  'let the hall to the players in the weeks before Lent',
  'wrote its rules down only after the quarrel over the looms',
  'lent money to the town, and was not always paid back',
];
const ACTORS = ['guild', 'council', 'harbour', 'weavers', 'printers', 'journeymen'];

interface Said {
  readonly id: string;
  /** The file's name without its folder. */
  readonly file: string;
  readonly inNotes: boolean;
  readonly actor: string;
  /** The claim that it contradicts, until that is settled. */
  rival: Said | null;
}

/**
 * The files of a workspace with `count` claims, by path: sources with assertions, some of which contradict each
 * other, and notes that depend on them and settle a part of the conflicts.
 */
export function manyClaims(count: number): Record<string, string> {
  const dice = new Dice(20_240_229);
  const sources = Math.max(2, Math.round(count / 18));
  const files = new Map<string, string[]>();
  const said: Said[] = [];
  for (let i = 0; i < count; i++) {
    const source = dice.below(sources);
    const inNotes = i > 5 && dice.below(10) < 3;
    const file = inNotes ? `essay-${source % 4}` : `s${source}`;
    const at = dice.below(ACTORS.length);
    const claim: Said = { id: `c${i}`, file, inNotes, actor: ACTORS[at]!, rival: null };
    const to = ({ id, file: other, inNotes: noted }: Said) =>
      !noted ? `${other}#${id}` : inNotes ? `${other}.md#${id}` : `../notes/${other}.md#${id}`;
    const attributes = [`#${claim.id}`, `about="${claim.actor}"`];
    const year = 1500 + dice.below(90);
    const until = dice.below(4) === 0 ? `/${year + 1 + dice.below(20)}` : '';
    if (dice.below(3) > 0) attributes.push(`when="${year}${until}"`);
    const before = said[said.length - 1 - dice.below(Math.max(1, Math.min(12, said.length)))];
    const about = said.filter(({ actor, inNotes: noted }) => actor === claim.actor && !noted);
    const other = about[dice.below(Math.max(1, about.length))];
    if (inNotes && other?.rival && dice.below(2) === 0) {
      attributes.push(`resolves="${to(other)} ${to(other.rival)}"`);
      other.rival = null;
    } else if (!inNotes && other && dice.below(8) === 0) {
      attributes.push(`contradicts="${to(other)}"`);
      claim.rival = other;
    } else if (before && dice.below(3) > (inNotes ? 0 : 1)) attributes.push(`supports="${to(before)}"`);
    else if (other && dice.below(9) === 0) attributes.push(`qualifies="${to(other)}"`);
    if (inNotes && dice.below(12) === 0) attributes.push('status="open"');
    const cited =
      inNotes && dice.below(9) > 0 ? ` [@s${dice.below(sources)}, p. ${1 + dice.below(300)}]` : '';
    const words = `In ${PLACES[dice.below(PLACES.length)]} ${SUBJECTS[at]} ${DOINGS[dice.below(DOINGS.length)]}`;
    const path = `${inNotes ? 'notes' : 'sources'}/${file}.md`;
    files.set(path, [...(files.get(path) ?? []), `[${words}]{.claim ${attributes.join(' ')}}${cited}.`]);
    said.push(claim);
  }
  return {
    ...around(sources),
    ...Object.fromEntries([...files].map(([path, lines]) => [path, fileOf(path, lines)])),
  };
}

function fileOf(path: string, lines: readonly string[]): string {
  const source = /^sources\/(.+)\.md$/.exec(path)?.[1];
  return (source ? `---\nsource: ${source}\n---\n\n` : '') + lines.join('\n\n') + '\n';
}

/** The project file, the bibliography and the register. */
function around(sources: number): Record<string, string> {
  const works = Array.from({ length: sources }, (_, i) => {
    const author = NAMES[i % NAMES.length]!;
    return `@book{s${i}, author = {${author}, A.}, title = {Book ${i}}, year = {${1900 + i}}}\n`;
  });
  const actors = ACTORS.map((id, i) => `${id}:\n  name: ${SUBJECTS[i]!.slice(4)}\n  kind: body\n`);
  return {
    'sicetnon.yaml': 'bibliography: [works.bib]\nactors: [actors.yaml]\n',
    'works.bib': works.join(''),
    'actors.yaml': actors.join(''),
  };
}

const NAMES = [
  'Aldous',
  'Berger',
  'Castell',
  'Dorn',
  'Ekman',
  'Faber',
  'Grell',
  'Hallam',
  'Ivers',
  'Jonas',
  'Kemp',
];

/** A deterministic random number generator (mulberry32, public domain). */
class Dice {
  constructor(private state: number) {}

  /** A whole number from 0 up to but not including `end`. */
  below(end: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * end);
  }
}
