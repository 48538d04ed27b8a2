import { foldedWords } from './folding.ts';
import type { FoundName, NoteWork, NoteWorks, WorkTarget } from './model.ts';
import { SURNAMES_FIRST } from './name-words.ts';
import { comparable, sameName, type ComparableName } from './comparable-names.ts';

/** Compares works described in notes with short names and titles, and with each other. */
export class WorkComparer {
  private readonly described = new Map<NoteWork, ReadonlySet<string>>();
  private readonly identities = new Map<object, string>();
  private readonly authors = new Map<string, readonly ComparableName[]>();
  private readonly words = new Map<string, readonly string[]>();

  constructor(private readonly notes: readonly NoteWorks[]) {}

  /** Whether all names are those of the work's authors. */
  namesFit(target: WorkTarget, names: readonly FoundName[]): boolean {
    const alias = this.workOf(target)?.alias;
    if (alias !== undefined && target.part === 'work' && isCalled(alias, names)) return true;
    const described = this.namesOf(target);
    return names.every((name) => described.some((other) => this.isAuthor(name, other)));
  }

  /** The work of a target; undefined if it is a whole note. */
  workOf(target: WorkTarget): NoteWork | undefined {
    return target.work === null ? undefined : this.notes[target.note]!.works[target.work];
  }

  /** 2 if a work is of a year, 1 if it may be, since its description says no year or more than one, otherwise 0. */
  certaintyOfYear(target: WorkTarget, year: string): 0 | 1 | 2 {
    const work = this.workOf(target);
    if (!work || work.year === null) return 1;
    const [own, said] = [work.year.slice(0, 4), year.slice(0, 4)];
    if (own !== said) return work.description.includes(said) ? 1 : 0;
    return work.year === year || work.year === own || year === said ? 2 : 0;
  }

  /** The authors of a work, or the editors of its collection. */
  namesOf(target: WorkTarget): readonly FoundName[] {
    const work = this.workOf(target);
    return (target.part === 'container' ? work?.container?.names : work?.names) ?? [];
  }

  /** Whether a work's description has all words of a short title. */
  titleFits(target: WorkTarget, title: string | null): boolean {
    return title !== null && this.titleShare(target, title) === 1;
  }

  /** The share of a short title's words that a work's description has, from 0 to 1. */
  titleShare(target: WorkTarget, title: string): number {
    const words = this.wordsOf(title);
    const work = target.work === null ? undefined : this.notes[target.note]!.works[target.work];
    if (words.length === 0 || !work) return 0;
    let own = this.described.get(work);
    if (!own)
      this.described.set(
        work,
        (own = new Set(foldedWords(`${work.title ?? ''} ${work.description} ${work.alias ?? ''}`))),
      );
    return words.filter((word) => own.has(word)).length / words.length;
  }

  /** Whether a cited name matches an author of a description. */
  isAuthor(cited: FoundName, described: FoundName): boolean {
    let ways = this.authors.get(described.family);
    if (!ways) this.authors.set(described.family, (ways = waysToName(described)));
    const words = this.wordsOf(cited.family);
    return ways.some((way) => sameName(words, way));
  }

  private wordsOf(text: string): readonly string[] {
    let words = this.words.get(text);
    if (!words) this.words.set(text, (words = foldedWords(text)));
    return words;
  }

  /** A key that is equal for descriptions of the same work. */
  identity(target: WorkTarget): string {
    const work = target.work === null ? undefined : this.notes[target.note]!.works[target.work];
    const described = target.part === 'container' ? work?.container : work;
    if (target.key !== undefined) return `@${target.key}`;
    if (!described) return `${target.note}/${target.work}`;
    let key = this.identities.get(described);
    if (key === undefined) {
      const title = withoutArticle(foldedWords(withoutSubtitle(described.title ?? ''))).join('');
      const names = described.names.map((name) => foldedWords(name.family).pop()).join(' ');
      key = title === '' ? `${target.note}/${target.work}` : `${names}|${title}`;
      this.identities.set(described, key);
    }
    return key;
  }
}

/** Whether names are in fact the alias that a note gave a work. */
function isCalled(alias: string, names: readonly FoundName[]): boolean {
  const said = names.map(({ given, family }) => `${given ?? ''} ${family}`).join(' ');
  return foldedWords(said).join(' ') === foldedWords(alias).join(' ');
}

const ARTICLES: ReadonlySet<string> = new Set('the an der die das le les il lo gli el los las os'.split(' '));

/** ‘Psychology of Religion’ is *The Psychology of Religion*. */
function withoutArticle(words: readonly string[]): readonly string[] {
  return words.length > 2 && ARTICLES.has(words[0]!) ? words.slice(1) : words;
}

function withoutSubtitle(title: string): string {
  const [main] = title.split(/[:?.]\s/, 1);
  return main !== undefined && main.includes(' ') ? main : title;
}

/** `Charles Tilly` may be cited as Tilly, C. Tilly, Charles Tilly; `Zhu Min` as Zhu. */
function waysToName({ family }: FoundName): ComparableName[] {
  const words = family.split(' ');
  const ways = [
    comparable({
      family: words[words.length - 1]!,
      given: words.slice(0, -1).join(' ') || null,
      isBody: false,
    }),
    comparable({ family, given: null, isBody: true }),
  ];
  const surnameFirst =
    words.length > 1 && words.length <= 3 && SURNAMES_FIRST.has(foldedWords(words[0]!)[0] ?? '');
  if (surnameFirst)
    ways.push(comparable({ family: words[0]!, given: words.slice(1).join(' '), isBody: false }));
  return ways;
}
