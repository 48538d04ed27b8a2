/** Claims as scholars disagree: counts at times and places, parts and wholes, shares, norms, kin, chains of reports. */
import { each, families, times, type Files } from './family.ts';

const VOCABULARY = `properties:
  members: {type: quantity, unit: person, tolerance: 5%}
  strikes: {type: quantity, unit: strike, tolerance: 5%, additive: true}
  backed: {type: boolean, share: true}
  trusted: {type: boolean}
  ought: {type: boolean, mood: norm}
  founded: {type: date}
  serves: {type: choice, of: [crew, owners, crown], many: true, contrary: [[crew, owners]]}
timeless-span: 10
`;
const PLACES = `${VOCABULARY}places:\n${each(40, (i) => `  town${i}: county${i % 8}\n`)}${each(8, (i) => `  county${i}: realm\n`)}`;
const project = (text: string, yaml = VOCABULARY, others: Files = {}): Files => ({
  'text.md': text,
  'sicetnon.yaml': yaml,
  ...others,
});
const claim = (i: number, attributes: string): string => `[Words ${i}]{.claim #c${i} ${attributes}}.\n\n`;
const of = (says: string, rest = ''): string => `about="guild" says="${says}" ${rest}`;
/** A number that looks drawn, the same at each run. */
const drawn = (i: number, below: number): number => ((i * 2654435761) >>> 7) % below;
const span = (i: number, long: number): string =>
  `when="${1500 + drawn(i, 400)}/${1500 + drawn(i, 400) + 1 + drawn(i + 7, long)}"`;
const town = (i: number): string => `where="${['town', 'county'][drawn(i, 5) ? 0 : 1]!}${drawn(i, 8)}"`;
const register = (yaml: string): Files => ({ 'actors.yaml': yaml });
const WITH_REGISTER = `${VOCABULARY}actors: [actors.yaml]\n`;
const WITH_WORKS = `${VOCABULARY}bibliography: [works.bib]\n`;
const works = (n: number): Files => ({
  'works.bib': each(
    n,
    (i) => `@book{w${i}, author={Weaver${i}, A.}, title={Title ${i}}, year={${1500 + (i % 500)}}}\n`,
  ),
});

export const disagreementFamilies = [
  ...families('counts', {
    'at times that overlap': (n) =>
      project(each(n, (i) => claim(i, of(`members = ${drawn(i, 100_000)}`, `by="s${i}" ${span(i, 60)}`)))),
    'at times that overlap a little': (n) =>
      project(each(n, (i) => claim(i, of(`members = ${drawn(i, 100_000)}`, `by="s${i}" ${span(i, 3)}`)))),
    'at times that all overlap': (n) =>
      project(
        each(n, (i) =>
          claim(i, of(`members = ${drawn(i, 100_000)}`, `by="s${i}" when="${1000 + (i % 800)}/1900"`)),
        ),
      ),
    'at open times': (n) =>
      project(
        each(n, (i) =>
          claim(i, of(`members = ${drawn(i, 100_000)}`, `by="s${i}" when="${1000 + (i % 900)}/.."`)),
        ),
      ),
    'at places': (n) =>
      project(
        each(n, (i) => claim(i, of(`members = ${drawn(i, 100_000)}`, `by="s${i}" ${town(i)}`))),
        PLACES,
      ),
    'at times and places': (n) =>
      project(
        each(n, (i) =>
          claim(i, of(`members = ${drawn(i, 100_000)}`, `by="s${i}" ${span(i, 60)} ${town(i)}`)),
        ),
        PLACES,
      ),
    'at times and places, of one voice': (n) =>
      project(
        each(n, (i) => claim(i, of(`members = ${drawn(i, 100_000)}`, `${span(i, 60)} ${town(i)}`))),
        PLACES,
      ),
    'of few values at times and places': (n) =>
      project(
        each(n, (i) => claim(i, of(`members = ${drawn(i, 9)}`, `by="s${i}" ${span(i, 60)} ${town(i)}`))),
        PLACES,
      ),
    'in spans': (n) =>
      project(
        each(n, (i) => claim(i, of(`members = ${drawn(i, 1000)}..${drawn(i, 1000) + 100}`, `by="s${i}"`))),
      ),
    hedged: (n) =>
      project(
        each(n, (i) =>
          claim(
            i,
            of(
              `members = ${['about', 'nearly', 'over', 'at most'][i % 4]!} ${drawn(i, 100_000)}`,
              `by="s${i}"`,
            ),
          ),
        ),
      ),
    'hedged at times': (n) =>
      project(
        each(n, (i) =>
          claim(
            i,
            of(
              `members = ${['about', 'nearly', 'over', 'at most'][i % 4]!} ${drawn(i, 100_000)}`,
              `by="s${i}" ${span(i, 30)}`,
            ),
          ),
        ),
      ),
    'of parts and wholes': (n) =>
      project(
        each(n, (i) =>
          claim(i, of(`strikes = ${drawn(i, 100_000)}`, `by="s${i}" ${span(i, 60)} ${town(i)}`)),
        ),
        PLACES,
      ),
    'of parts and wholes at peace': (n) =>
      project(
        each(n, (i) =>
          claim(
            i,
            of(
              `strikes = ${i ? 1 + (i % 5) : 100_000}`,
              `by="s${i}" ${i ? `when="${1000 + (i % 900)}"` : ''}`,
            ),
          ),
        ),
      ),
    'of parts and wholes, all at one place': (n) =>
      project(each(n, (i) => claim(i, of(`strikes = ${drawn(i, 100_000)}`, `by="s${i}"`)))),
    'denied at times': (n) =>
      project(each(n, (i) => claim(i, of(`members != ${drawn(i, 50)}`, `by="s${i}" ${span(i, 60)}`)))),
    'uncertain at times': (n) =>
      project(
        each(n, (i) =>
          claim(
            i,
            of(
              `members = ${drawn(i, 100_000)}`,
              `by="s${i}" certainty="low" when="${1000 + drawn(i, 900)}~"`,
            ),
          ),
        ),
      ),
    'of works far apart': (n) =>
      project(
        each(n, (i) => claim(i, of(`members = ${drawn(i, 100_000)}`, `by="w${i}"`))),
        WITH_WORKS,
        works(n),
      ),
    'of unlike units': (n) =>
      project(each(n, (i) => claim(i, of(`members = ${drawn(i, 1000)} unit${i}`, `by="s${i}"`)))),
  }),
  ...families('shares', {
    shares: (n) =>
      project(
        each(n, (i) =>
          claim(i, of(`backed = ${['none', 'few', 'some', 'most', 'all'][i % 5]!}`, `by="s${i}"`)),
        ),
      ),
    'shares in per cent': (n) =>
      project(each(n, (i) => claim(i, of(`backed = ${(i * 7) % 101} %`, `by="s${i}"`)))),
    'shares in fractions of per cent': (n) =>
      project(
        each(n, (i) => claim(i, of(`backed = ${drawn(i, 100_000) / 1000} %`, `by="s${i}" ${span(i, 40)}`))),
      ),
    'shares denied': (n) =>
      project(
        each(n, (i) =>
          claim(i, of(`backed ${i % 2 ? '!=' : '='} ${['none', 'few', 'some'][i % 3]!}`, `by="s${i}"`)),
        ),
      ),
    norms: (n) =>
      project(
        each(n, (i) =>
          claim(i, of(`ought = ${i % 2 ? 'yes' : 'no'}; trusted = ${i % 3 ? 'yes' : 'no'}`, `by="s${i}"`)),
        ),
      ),
    'values that exclude each other': (n) =>
      project(
        each(n, (i) =>
          claim(i, of(`serves = ${['crew', 'owners', 'crown'][i % 3]!}`, `by="s${i}" ${span(i, 40)}`)),
        ),
      ),
    'dates at places': (n) =>
      project(
        each(n, (i) => claim(i, of(`founded = ${1000 + drawn(i, 900)}`, `by="s${i}" ${town(i)}`))),
        PLACES,
      ),
    'dates of spans': (n) =>
      project(
        each(n, (i) =>
          claim(i, of(`founded = ${1000 + drawn(i, 900)}/${1900 + drawn(i, 90)}`, `by="s${i}"`)),
        ),
      ),
    'dates of decades': (n) =>
      project(each(n, (i) => claim(i, of(`founded = ${100 + drawn(i, 90)}X`, `by="s${i}"`)))),
    questions: (n) =>
      project(each(n, (i) => claim(i, of(`trusted = ${i % 2 ? 'yes' : 'no'}`, `by="s${i}" status="open"`)))),
  }),
  ...families('kin', {
    'members of one': (n) =>
      project(
        claim(n, of('backed = all')) +
          each(n, (i) => claim(i, `about="m${i}" says="backed = no" by="s${i}"`)),
        WITH_REGISTER,
        register(
          `guild: {name: Guild}\n${each(n, (i) => `m${i}: {name: Mm${i}, relations: {part-of: [guild]}}\n`)}`,
        ),
      ),
    'members and the whole in turn': (n) =>
      project(
        each(n, (i) =>
          claim(
            i,
            `about="${i % 2 ? 'guild' : `m${i % 300}`}" says="trusted = ${i % 3 ? 'yes' : 'no'}" by="s${i}"`,
          ),
        ),
        WITH_REGISTER,
        register(
          `guild: {name: Guild}\n${each(300, (i) => `m${i}: {name: Mm${i}, relations: {kind-of: [guild]}}\n`)}`,
        ),
      ),
    'counts of members': (n) =>
      project(
        each(n, (i) =>
          claim(
            i,
            `about="${i % 5 ? `m${i % 300}` : 'guild'}" says="strikes = ${drawn(i, 9999)}" by="s${i}" ${span(i, 40)}`,
          ),
        ),
        WITH_REGISTER,
        register(
          `guild: {name: Guild}\n${each(300, (i) => `m${i}: {name: Mm${i}, relations: {part-of: [guild]}}\n`)}`,
        ),
      ),
    'a chain of kinds': (n) =>
      project(
        each(n, (i) => claim(i, `about="m${i}" says="trusted = ${i % 2 ? 'yes' : 'no'}" by="s${i}"`)),
        WITH_REGISTER,
        register(each(n, (i) => `m${i}: {name: Mm${i}, relations: {kind-of: [m${i + 1}]}}\n`)),
      ),
    'a circle of kinds': (n) =>
      project(
        each(n, (i) => claim(i, `about="m${i}" says="trusted = ${i % 2 ? 'yes' : 'no'}" by="s${i}"`)),
        WITH_REGISTER,
        register(
          each(n, (i) => `m${i}: {name: Mm${i}, relations: {kind-of: [m${(i + 1) % n}], part-of: [m0]}}\n`),
        ),
      ),
    'a member of many': (n) =>
      project(
        claim(n, `about="m" says="trusted = no"`) +
          each(n, (i) => claim(i, `about="g${i}" says="trusted = yes" by="s${i}"`)),
        WITH_REGISTER,
        register(
          `m: {name: Mm, relations: {kind-of: [${each(n, (i) => `g${i}, `)}]}}\n${each(n, (i) => `g${i}: {name: Gg${i}}\n`)}`,
        ),
      ),
    'a tree of two': (n) =>
      project(
        each(n, (i) =>
          claim(i, `about="m${i}" says="backed = ${['all', 'none', 'some'][i % 3]!}" by="s${i}"`),
        ),
        WITH_REGISTER,
        register(
          each(n, (i) => `m${i}: {name: Mm${i}, relations: {part-of: [m${i >> 1}x, m${(i - 1) >> 1}]}}\n`),
        ),
      ),
  }),
  ...families('reports', {
    'a long chain': (n) => project(claim(0, of('trusted = no', `by="${each(n, (i) => `s${i} via `)}s"`))),
    'chains of two': (n) =>
      project(each(n, (i) => claim(i, of(`trusted = ${i % 2 ? 'yes' : 'no'}`, `by="s${i} via t${i}"`)))),
    'chains of two, of works': (n) =>
      project(
        each(n, (i) => claim(i, of(`trusted = ${i % 2 ? 'yes' : 'no'}`, `by="w${i} via w${(i * 7) % n}"`))),
        WITH_WORKS,
        works(n),
      ),
    'misreports of one': (n) =>
      project(
        each(n, (i) => claim(i, of('trusted = no', 'by="w0"'))),
        WITH_WORKS,
        {
          ...works(2),
          'source.md': '---\nsource: w0\n---\n\n[Words]{.claim #s about="guild" says="trusted = yes"}.\n',
        },
      ),
    'misreports by many': (n) =>
      project(
        each(n, (i) => claim(i, of(`members = ${drawn(i, 999)}`, 'by="w0"'))),
        WITH_WORKS,
        {
          ...works(2),
          'source.md': `---\nsource: w0\n---\n\n${each(n, (i) => claim(i, of(`members = ${drawn(i + 3, 999)}`)))}`,
        },
      ),
    'works of one author': (n) =>
      project(
        each(n, (i) =>
          claim(i, of(`trusted = ${i % 2 ? 'yes' : 'no'}`, `by="${i % 2 ? `w${i}` : 'weaver'}"`)),
        ),
        `${WITH_WORKS}actors: [actors.yaml]\n`,
        {
          ...works(n),
          ...register(`weaver: {name: Weaver, relations: {wrote: [${each(n, (i) => `w${i}, `)}]}}\n`),
        },
      ),
  }),
  ...families('settlements', {
    'claims that rest on the loser': (n) =>
      project(
        `[A]{.claim #a about="guild" says="trusted = no"} [@k].\n\n[B]{.claim #b about="guild" says="trusted = yes"} [@l].\n\n` +
          `[So]{.claim #v resolves="#a #b" prefers="#a"} [@m].\n\n` +
          each(n, (i) => claim(i, 'evidence="#b"')),
      ),
    'claims that rest on the loser in a chain': (n) =>
      project(
        `[A]{.claim #a about="guild" says="trusted = no"} [@k].\n\n[B]{.claim #b about="guild" says="trusted = yes"} [@l].\n\n` +
          `[So]{.claim #v resolves="#a #b" prefers="#a"} [@m].\n\n` +
          each(n, (i) => claim(i, `evidence="#${i ? `c${i - 1}` : 'b'}"`)),
      ),
    'open verdicts on one': (n) =>
      project(
        `[A]{.claim #a about="guild" says="trusted = no"} [@k].\n\n[B]{.claim #b about="guild" says="trusted = yes"} [@l].\n\n` +
          each(n, (i) => claim(i, 'resolves="#a #b" status="open"')),
      ),
    'verdicts that prefer each other': (n) =>
      project(
        each(n, (i) =>
          claim(
            i,
            of(
              `members = ${i}`,
              `by="s${i}" resolves="#c${(i + 1) % n} #c${(i + 2) % n}" prefers="#c${(i + 1) % n}"`,
            ),
          ),
        ),
      ),
    'a settlement of many and what rests on it': (n) =>
      project(
        each(n, (i) => claim(i, of(`trusted = ${i % 2 ? 'yes' : 'no'}`, `by="s${i}"`))) +
          `[So]{.claim #v resolves="${each(n, (i) => `#c${i} `)}" prefers="#c0"} [@m].\n\n` +
          each(n, (i) => `[Then ${i}]{.claim #r${i} evidence="#c${i}"}.\n\n`),
      ),
    'commitments of one to a quarrel': (n) =>
      project(
        `[A]{.claim #a about="guild" says="trusted = no"} [@k].\n\n[B]{.claim #b about="guild" says="trusted = yes"} [@l].\n\n` +
          each(n, (i) => claim(i, `implies="#a #b" by="s${i}"`)),
      ),
  }),
  ...families('statements', {
    'actors, and counts at times': (n) =>
      project(
        claim(0, `about="${each(n, (i) => `a${i} `)}" says="members = 3"`) +
          claim(1, `about="${each(n, (i) => `a${i} `)}" says="members = 9" by="s"`),
      ),
    'a long list of places': (n) =>
      project(
        each(n, (i) => claim(i, of('trusted = no', `where="toown${i}"`))),
        PLACES,
      ),
    'times of sets': (n) =>
      project(
        each(n, (i) =>
          claim(
            i,
            of(
              `trusted = ${i % 2 ? 'yes' : 'no'}`,
              `by="s${i}" when="[${1500 + (i % 300)}, ${1500 + ((i * 3) % 300)}]"`,
            ),
          ),
        ),
      ),
    seasons: (n) =>
      project(
        each(n, (i) =>
          claim(i, of(`members = ${drawn(i, 999)}`, `by="s${i}" when="${1500 + (i % 400)}-2${1 + (i % 4)}"`)),
        ),
      ),
    'dates that are none': (n) =>
      project(each(n, (i) => claim(i, of('trusted = no', `when="${1500 + (i % 400)}-02-30"`)))),
    'hedges without a number': (n) => project(claim(0, of(`members = ${times(n, 'about ')}`))),
    'hedges before a number': (n) => project(claim(0, of(`members = ${times(n, 'at least ')}3`))),
  }),
];
