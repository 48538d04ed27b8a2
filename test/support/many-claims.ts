/** A made-up workspace of many claims, the same every time: for pictures of much, and for measurements. */

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

/**
 * The files of a workspace with `count` claims, by path: sources that assert, some of them contradicting each
 * other, and notes that lean on them and settle a part of the conflicts.
 */
export function manyClaims(count: number): Record<string, string> {
  const dice = new Dice(20_240_229);
  const sources = Math.max(2, Math.round(count / 18));
  const files = new Map<string, string[]>();
  const said: {
    readonly address: string;
    readonly actor: string;
    readonly value: string;
    settled: boolean;
  }[] = [];
  const put = (path: string, line: string) => files.set(path, [...(files.get(path) ?? []), line]);
  for (let i = 0; i < count; i++) {
    const source = dice.below(sources);
    const inNotes = dice.below(10) < 3 && said.length > 5;
    const path = inNotes ? `notes/essay-${source % 4}.md` : `sources/s${source}.md`;
    const id = `c${i}`;
    const at = dice.below(SUBJECTS.length);
    const year = 1500 + dice.below(90);
    const words = `In ${PLACES[dice.below(PLACES.length)]} ${SUBJECTS[at]} ${DOINGS[dice.below(DOINGS.length)]}`;
    const earlier = said.length ? said[Math.max(0, said.length - 1 - dice.below(12))]! : null;
    const attributes = [`#${id}`, `about="${ACTORS[at]}"`];
    if (dice.below(3) > 0)
      attributes.push(`when="${year}${dice.below(4) === 0 ? `/${year + dice.below(20) + 1}` : ''}"`);
    if (inNotes && earlier && dice.below(3) > 0) attributes.push(`supports="${earlier.address}"`);
    else if (!inNotes && earlier && dice.below(3) === 0) attributes.push(`supports="${earlier.address}"`);
    const rival = dice.below(7) ? undefined : said.find((each) => !each.settled && each.actor === ACTORS[at]);
    if (inNotes && rival && said.length > 1 && dice.below(2) === 0) {
      attributes.push(`qualifies="${rival.address}"`);
      rival.settled = true;
    } else if (!inNotes && rival) attributes.push(`contradicts="${rival.address}"`);
    if (inNotes && dice.below(12) === 0) attributes.push('status="open"');
    const cited =
      inNotes && dice.below(9) > 0 ? ` [@s${dice.below(sources)}, p. ${dice.below(300) + 1}]` : '';
    put(path, `[${words}]{.claim ${attributes.join(' ')}}${cited}.`);
    said.push({
      address: inNotes ? `/${path}#${id}` : `s${source}#${id}`,
      actor: ACTORS[at]!,
      value: '',
      settled: inNotes,
    });
  }
  const texts: Record<string, string> = {
    'sicetnon.yaml':
      'bibliography: [works.bib]\nactors: [actors.yaml]\nproperties:\n  members: {type: quantity}\n',
    'works.bib': Array.from(
      { length: sources },
      (_, i) =>
        `@book{s${i}, author = {${NAMES[i % NAMES.length]}, A.}, title = {Book ${i}}, year = {${1900 + i}}}\n`,
    ).join(''),
    'actors.yaml': ACTORS.map(
      (id, i) =>
        `${id}:\n  name: ${SUBJECTS[i]!.replace(/^the (.)/, (_, first: string) => first.toUpperCase())}\n  kind: guild\n`,
    ).join(''),
  };
  for (const [path, lines] of files) {
    const head = path.startsWith('sources/') ? `---\nsource: ${path.slice(8, -3)}\n---\n\n` : '';
    texts[path] = head + lines.join('\n\n') + '\n';
  }
  return texts;
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

/** A generator of numbers that gives the same ones every time (mulberry32, public domain). */
class Dice {
  constructor(private state: number) {}

  /** A whole number from 0 up to, and without, `end`. */
  below(end: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * end);
  }
}
