import type { FoundName } from './model.ts';
import { hasPlace, personIn } from './note-names.ts';
import { tidyTitle, titlesIn } from './note-titles.ts';
import { folded } from './folding.ts';
import { MONTHS, NO_CITATION } from './name-words.ts';
import type { Prose } from './prose.ts';
import { joined } from './note-sentences.ts';
import { sameAuthorAt, sameAuthorJoint, titleBehind } from './same-author.ts';
import type { ShortFormMatch, ShortForms } from './short-forms.ts';
import type { NotePart, ReadWork, TitleRange, WorkForm } from './work-form.ts';
import type { TextRange } from '../text/range.ts';

const ABBREVIATION =
  /(?:^|[\s(["“‘'.-])(?:\p{Lu}|al|ca?|cf|ch|ed|eds|éds?|e\.g|etc|ff?|fig|hrsg|hg|ibid|ib|id|i\.e|jr|mr|mrs|ms|nn?|nos?|op|ob|cit|art|loc|pp?|para|s|sec|st|trans|dir|vgl|vols?|bd|nr|u\.a|z\.b|anm|fn|cfr|pág|ebd|ders|dies|coord|a\.a|dr|prof|rev|univ|abs|abt|aufl|bl|bull|cap|cod|col|cols|coll|const|corp|dept|diss|fasc|fol|fols|inc|inst|int|jg|jr|kap|lib|ltd|ms|mss|nr|num|núm|ph|pl|ps|q|ser|sp|soc|stat|supp|suppl|taf|urt|vgl|par|sez|sect|trad|trans|vols|caps|lib|livr?|t|ss)$/iu;
/** Of courts and parties: ‘Fed. Trade Comm’n’, ‘The Rt. Hon. Lady Meyer’. */
const IN_LAW =
  /(?:^|[\s(])(?:Fed|Tech|Servs?|Assn|Ass|Ass['’]n|Comm['’]n|Dep['’]t|Int['’]l|Nat['’]l|Bd|Dist|Educ|Indus|Mfg|Sch|Rt|Hon|Supp|Ct|App|Rptr|Cir)$/u;
const YEAR = /(?<!\d)(1[5-9]\d\d|20\d\d)([a-z])?(?!\d)/gu;
const JOINT =
  /[,.;”"»’]\s(?:(?:as\s)?(?:quoted|cited|discussed)\s(?:by|in)|cité (?:par|dans)|zit(?:iert)?\. n(?:ach|\.)|in|dans|apud|citado (?:por|en)|citato (?:da|in)):?\s[^,]*(?:,|\([^)]*\)|\s)*[^“"«]*$/u;

/** Reads the works that notes describe, in the forms of the conventions. */
export class NoteWorksReader {
  constructor(
    private readonly forms: readonly WorkForm[],
    private readonly shortForms: ShortForms,
  ) {}

  /**
   * The works that the note `[from, to)` of the prose describes. Linear in its length.
   * @param before the names of the last work in the notes before, to which *Id.* or *ders.* may refer
   */
  read(prose: Prose, from: number, to: number, before: readonly FoundName[] = []): ReadWork[] {
    const works: ReadWork[] = [];
    let lonely: NotePart['lonely'] = null;
    let last = before;
    for (const segment of segmentsOf(prose, from, to)) {
      const titles = titlesIn(prose, segment.from, segment.to, this.shortForms);
      const parts = splitAtNames(prose.text, segment, titles).flatMap((part) =>
        splitAtSameAuthor(prose.text, part),
      );
      for (const part of parts) {
        const own = titles.filter((title) => title.from >= part.from && title.to <= part.to);
        const work = this.readFrom(prose, part, own, lonely, last);
        if (work) works.push(work);
        else if (this.isImprint(prose.text, part, works[works.length - 1]))
          works.push(continued(prose.text, works.pop()!, part));
        if (work && work.names.length > 0) last = work.names;
        lonely = work || parts.length > 1 ? null : personIn(prose.text, part);
      }
    }
    return works;
  }

  /** The works of a part: by an author named before, after introductory words, or from its start. */
  private readFrom(
    prose: Prose,
    part: TextRange,
    titles: readonly TitleRange[],
    lonely: NotePart['lonely'],
    last: readonly FoundName[],
  ): ReadWork | null {
    const same = sameAuthorAt(prose.text, part);
    if (same !== null) return last.length === 0 ? null : this.readSameAuthor(prose, part, same, titles, last);
    const signal = signalIn(prose.text, part);
    if (signal !== null) {
      const own = titles.filter((title) => title.from >= signal);
      const work = this.readPart(prose, { from: signal, to: part.to }, own, null);
      if (work && (work.names.length > 0 || work.kind)) return work;
    }
    return this.readPart(prose, part, titles, lonely);
  }

  /** ‘Id., La nave, Bari, 2004’: another work by the same author. */
  private readSameAuthor(
    prose: Prose,
    part: TextRange,
    titleFrom: number,
    titles: readonly TitleRange[],
    last: readonly FoundName[],
  ): ReadWork | null {
    const to = this.endOfDescription(prose.text, { from: titleFrom, to: part.to });
    if (to === null) return null;
    const own = titles.find((title) => title.from >= titleFrom && title.from <= titleFrom + 2);
    const words = prose.text.slice(titleFrom, to);
    const title =
      own?.text ?? /^[\p{Lu}\p{Lo}].{2,240}?(?=,|\s?[(;[]|(?<![\s'’]\p{Lu})\.\s|[.\s]*$)/u.exec(words)?.[0];
    const year = lastYear(words);
    if (!title || (year === null && !hasPlace(words) && !own)) return null;
    return {
      range: { from: part.from, to },
      names: last,
      title: tidyTitle(title),
      year,
      container: null,
      ...(year === null ? { brief: 'maybe' as const } : {}),
    };
  }

  private readPart(
    prose: Prose,
    whole: TextRange,
    titles: readonly TitleRange[],
    lonely: NotePart['lonely'],
  ): ReadWork | null {
    const to = this.endOfDescription(prose.text, whole);
    if (to === null) return null;
    const part: NotePart = {
      prose,
      from: whole.from,
      to,
      wholeTo: whole.to,
      titles: titles.filter((range) => range.to <= to + 1),
      year: lastYear(prose.text.slice(whole.from, to)),
      lonely,
    };
    for (const form of this.forms) {
      const work = form.read(part);
      if (work) return work;
    }
    return null;
  }

  /** The part before ‘in …, op. cit.’ or ‘quoted by …, op. cit.’; null if it is empty. */
  private endOfDescription(text: string, part: TextRange): number | null {
    const here = text.slice(0, part.to);
    let short = this.shortForms.after(here, part.from);
    // ‘…, in Id., Scritti, Torino, 1991’: a collection by the same author, and no further work.
    while (short?.form.mayBeAuthor && namesAuthor(here, short))
      short = this.shortForms.after(here, short.index + short.words.length);
    if (!short) return part.to;
    const before = text.slice(part.from, short.index);
    const joint = JOINT.exec(before);
    return joint && part.from + joint.index + 1;
  }

  /** ‘… talk at the Guild. Ghent, 2005’: the rest of an imprint after a full stop. */
  private isImprint(text: string, part: TextRange, before: ReadWork | undefined): boolean {
    if (!before || before.year !== null || part.from - before.range.to > 3 || part.to - part.from > 80)
      return false;
    if (/—|--/.test(text.slice(before.range.to, part.from))) return false;
    const words = text.slice(part.from, part.to);
    return (
      /(?:1[5-9]|20)\d\d/.test(words) && /^[\p{Lu}]/u.test(words) && this.shortForms.after(words, 0) === null
    );
  }
}

function namesAuthor(text: string, { index, words }: ShortFormMatch): boolean {
  return titleBehind(text, index + words.replace(/\.$/, '').length) !== null;
}

/** The day on which a page was looked at. */
const SEEN =
  /[([,.\s]\s?(?:last\s|zuletzt\s|ultimo\s)?(?:accessed|visited|viewed|retrieved|consult(?:é|ée|ato|ata|ado|ada)|accesso|acesso|abgerufen|eingesehen|besucht)\b[^;]{0,40}$/iu;

function lastYear(words: string): string | null {
  const years = [...words.matchAll(YEAR)];
  const seen = SEEN.exec(words)?.index ?? Infinity;
  const last = years.findLast(({ index }) => index < seen) ?? years.at(-1);
  return last ? last[1]! + (last[2] ?? '') : null;
}

function continued(text: string, work: ReadWork, part: TextRange): ReadWork {
  const year = /(1[5-9]\d\d|20\d\d)[a-z]?/.exec(text.slice(part.from, part.to))![0];
  return { ...work, year, range: { from: work.range.from, to: part.to } };
}

/** Splits sources at semicolons and sentence ends outside quotations and parentheses. */
function segmentsOf(prose: Prose, from: number, to: number): TextRange[] {
  const { text } = prose;
  const segments: TextRange[] = [];
  let begun = from;
  let depth = 0;
  let quoted = false;
  const cut = (at: number, next: number): void => {
    if (text.slice(begun, at).trim() !== '') segments.push({ from: begun, to: at });
    begun = next;
  };
  for (let i = from; i < to; i++) {
    const letter = text[i]!;
    if (letter === '(' || letter === '[') depth++;
    else if (letter === ')' || letter === ']') depth = Math.max(0, depth - 1);
    else if (letter === '"') quoted = !quoted;
    else if (letter === '“' || letter === '«') quoted = true;
    else if (letter === '”' || letter === '»') quoted = false;
    else if (quoted || depth > 0) continue;
    else if (letter === ';' || letter === '；' || letter === '。') cut(i, i + 1);
    else if (letter === '—' && isBetweenSources(text, i, i + 1)) cut(i, i + 1);
    else if (letter === '-' && text[i + 1] === '-' && isBetweenSources(text, i, i + 2)) cut(i, i + 2);
    else if (letter === '\n' && isLineEnd(text, i)) cut(i, i + 1);
    else if (
      (letter === '.' || letter === '?' || letter === '!') &&
      /^\s+(?:["“‘(]|«\s?)?[\p{Lu}\uFFFC]/u.test(text.slice(i + 1, i + 6))
    ) {
      const before = text.slice(Math.max(from, i - 12), i);
      if (letter === '.' && (ABBREVIATION.test(before) || isOrdinal(before, text.slice(i + 1, i + 14))))
        continue;
      if (letter === '.' && (IN_LAW.test(before) || isReporter(text, from, i))) continue;
      if (prose.isEmphasised(i) && prose.isEmphasised(i + 2)) continue;
      cut(i + 1, i + 1);
    }
  }
  cut(to, to);
  return joined(
    prose,
    segments.map((segment) => trimmed(text, segment.from, segment.to)),
  );
}

/** ‘132 Cal. App. 3d 32’: the full stops of a law report's name. */
function isReporter(text: string, from: number, at: number): boolean {
  return (
    /(?:^|[\s,])\d{1,4}\s(?:\p{Lu}\p{L}{0,5}\.?\s?){1,4}$/u.test(text.slice(Math.max(from, at - 28), at)) &&
    /^\s\p{Lu}\p{L}{0,5}\.?\s?(?:\d|\p{Lu})/u.test(text.slice(at + 1, at + 12))
  );
}

/** ‘…, II, 12. — Meyer, *Docks*’, ‘…, p. 8.--Adler, *Owners*’: a dash after a full stop, as older notes have it. */
function isBetweenSources(text: string, from: number, to: number): boolean {
  return (
    /[.\d)»]\s?$/.test(text.slice(Math.max(0, from - 2), from)) &&
    /^\s?[\p{Lu}«“]/u.test(text.slice(to, to + 2))
  );
}

/** ‘4. Mai’, ‘2. Auflage’: the full stop makes the number an ordinal. */
function isOrdinal(before: string, after: string): boolean {
  const word = /(?:^|[\s,(])\d{1,2}$/.test(before) ? /^\s+(\p{L}+)/u.exec(after)?.[1] : undefined;
  return (
    word !== undefined &&
    (MONTHS.has(folded(word)) || /^(?:Aufl|Auflage|Band|Bd|Teil|Jg|Jahrgang|Jahrhundert|Jh)$/.test(word))
  );
}

/** A line that ends a sentence or URL; `Ibid.` may follow in a paragraph of its own. */
function isLineEnd(text: string, at: number): boolean {
  return (
    /[.;)\uFFFC]\s?$/u.test(text.slice(Math.max(0, at - 2), at)) &&
    !/(?<![\p{L}\p{M}])\p{Lu}\.\s?$/u.test(text.slice(Math.max(0, at - 4), at)) &&
    /^\s*[\p{Lu}“"«]/u.test(text.slice(at, at + 8))
  );
}

function trimmed(text: string, from: number, to: number): TextRange {
  let a = from;
  let b = to;
  while (a < b && /[\s,]/.test(text[a]!)) a++;
  while (b > a && /\s/.test(text[b - 1]!)) b--;
  return { from: a, to: b };
}

/** ‘A, *x*, 2003, and B, *y*, 2004’ has two works; so has ‘Interview with M, 2003 and H., *y*’. */
function splitAtNames(text: string, segment: TextRange, titles: readonly TitleRange[]): TextRange[] {
  const parts: TextRange[] = [];
  let from = segment.from;
  titles.forEach((title, i) => {
    const since = i === 0 ? segment.from : titles[i - 1]!.to;
    const between = text.slice(since, title.from);
    const match = /(?:^|[\s,])(?:and|et|und|y|e|&)\s(\p{Lu}[\p{L}'’.-]*(?:\s[\p{L}'’.-]+){0,4}),\s*$/u.exec(
      between,
    );
    if (!match) return;
    const at = since + match.index;
    const earlier = text.slice(from, at);
    const first = (/[\p{L}-]+/u.exec(earlier)?.[0] ?? '').toLowerCase();
    if (i === 0 ? !NO_CITATION.has(first) : !/\d{4}/.test(between.slice(0, match.index))) return;
    parts.push(trimmed(text, from, at));
    from = since + match.index + match[0].length - match[1]!.length - /,\s*$/.exec(match[0])![0].length;
  });
  parts.push(trimmed(text, from, segment.to));
  return parts;
}

/** ‘…, 2001, p. 8, e Id., La nave, 2004’ has two works. */
function splitAtSameAuthor(text: string, part: TextRange): TextRange[] {
  const joint = sameAuthorJoint(text, part);
  return joint ? [{ from: part.from, to: joint.from }, trimmed(text, joint.to, part.to)] : [part];
}

/** Words of the note itself that introduce a source. */
const SIGNAL =
  /(?:^|[\s(:,;])(?:see(?: also| e\.g\.,?| for example,?)?|cf\.|cfr\.?,?|vgl\.(?: auch| dazu| etwa| hierzu)?|voir(?: aussi| par exemple)?|siehe(?: auch| dazu)?|si veda(?:no)?|si rimanda a|(?<=[(,;:]\s?)v\.|ripres[ao] da|véase(?:,? por ejemplo,?| también| en particular(?: el análisis de)?)?|puede consultarse (?:en|a)|vid\.|cité (?:par|dans)|citato in|quoted (?:in|by)|cited (?:in|by)|(?:addressed|discussed|described|treated|reprinted|published|traced|told) (?:at length )?in|zit(?:iert)?\. (?:n(?:ach|\.)|in))\s+(?=[\p{Lu}“"«„‘])/giu;

/** The start of the last source that is introduced within a part; null if there is none. */
function signalIn(text: string, part: TextRange): number | null {
  let from: number | null = null;
  for (const match of text.slice(part.from, part.to).matchAll(SIGNAL))
    if (match.index > 3) from = part.from + match.index + match[0].length;
  return from;
}
