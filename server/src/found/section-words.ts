import type { ConventionCard } from './convention-card.ts';
import { folded } from './folding.ts';

export type SectionKind = 'notes' | 'references' | 'other';

/** The headings of notes, lists of references and other parts in a language, separated by semicolons. */
export interface HeadingWords extends ConventionCard {
  readonly yields: 'headings';
  readonly notes: string;
  readonly references: string;
  /** Other parts, which end notes and references: an abstract, an appendix. */
  readonly others: string;
}

/** Recognises headings, in the languages of the conventions. */
export class SectionWords {
  private readonly notes = new Set<string>();
  private readonly references = new Set<string>();
  private readonly others = new Set<string>();

  constructor(languages: readonly HeadingWords[]) {
    for (const language of languages) {
      addWords(this.notes, language.notes);
      addWords(this.references, language.references);
      addWords(this.others, language.others);
    }
  }

  /**
   * What a line with these words is the heading of; null if it is no known heading.
   * @param isAlone whether nothing stands directly above and below, so that small letters may be small capitals
   */
  kindOf(line: string, isAlone = false): SectionKind | null {
    const trimmed = line.trim().replace(SPLIT_INITIAL, '');
    // ‘note: …’ within a sentence is no heading; after a single word only a colon is ignored.
    const name = folded(trimmed.replace(/[\s:：.#]+$/, '')).replace(/\s+/g, ' ');
    if (name.length === 0 || name.length > 50) return null;
    if (/\.$/.test(trimmed)) return null;
    // A heading begins with a capital in scripts that have them.
    if (/^\p{Ll}/u.test(trimmed)) return isAlone && UNMISTAKABLE.has(name) ? 'references' : null;
    if (this.references.has(name)) return 'references';
    if (this.notes.has(name)) return 'notes';
    if (this.others.has(name)) return 'other';
    // ‘参考文献（References）’
    const twice = IN_TWO_LANGUAGES.exec(name);
    const kind = twice && this.kindOfWords(twice[1]!);
    if (kind && this.kindOfWords(twice[2]!) === kind) return kind;
    return this.isLongerHeading(name) ? 'references' : null;
  }

  private kindOfWords(name: string): SectionKind | null {
    if (this.references.has(name)) return 'references';
    return this.notes.has(name) ? 'notes' : this.others.has(name) ? 'other' : null;
  }

  /** ‘Bibliographical references’, ‘Referências – Livros’, ‘Literatur und Studien’. */
  private isLongerHeading(name: string): boolean {
    const words = name.split(' ');
    if (words.length < 2 || words.length > 4) return false;
    const [first] = words;
    if (this.references.has(first!) && /^(?:[-:(/]|und$|and$|et$|y$|e$|&$)/.test(words[1]!)) return true;
    if (words.length === 2 && this.references.has(first!) && CITED.test(words[1]!)) return true;
    return UNMISTAKABLE.has(words.at(-1)!) && words.length < 4;
  }
}

/** ‘R EFERENCES’: small capitals, of which conversion split the large initial off. */
const SPLIT_INITIAL = /(?<=^\p{Lu})\s(?=\p{Lu}{4,}$)/u;
/** ‘Literatura citada’, ‘Bibliografía consultada’, ‘Œuvres citées’. */
const CITED =
  /^(?:cited|citad[oa]s?|citee?s?|citat[ei]|consultad[oa]s?|consultee?s|consultate|utilizad[oa]s?|utilisee?s|zitiert)$/;
/** A heading and its translation, in parentheses or after a slash or space. */
const IN_TWO_LANGUAGES = /^([^()/[\]]{1,24}?)\s?[(/[\s]\s?([^()/[\]]{1,24})\s?[)\]]?$/;
/** Unambiguous headings. */
const UNMISTAKABLE = new Set(
  'references referencias bibliography bibliographie bibliografia literaturverzeichnis'.split(' '),
);

function addWords(to: Set<string>, list: string): void {
  for (const words of list.split(';')) {
    const name = folded(words.trim().replace(/\s+/g, ' '));
    if (name !== '') to.add(name);
  }
}
