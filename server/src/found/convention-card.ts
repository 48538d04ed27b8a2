/** Where a convention is at home: codes of ISO 639-1; `any` where it belongs to no language. */
export type Language =
  | 'any'
  | 'cs'
  | 'da'
  | 'de'
  | 'en'
  | 'es'
  | 'fr'
  | 'hu'
  | 'it'
  | 'ja'
  | 'ko'
  | 'la'
  | 'nl'
  | 'no'
  | 'pl'
  | 'pt'
  | 'ru'
  | 'sv'
  | 'zh';

/** What every convention says of itself. */
export interface ConventionCard {
  /** In kebab case, unique among all. */
  readonly name: string;
  readonly languages: readonly Language[];
  /** What it reads, in a few words; printed in the list of conventions. */
  readonly what: string;
  /**
   * A text in which all that is read thanks to this convention, and would not be without it, is drawn as
   * `⟦name|words⟧`. Run as its first test.
   */
  readonly fixture: string;
}
