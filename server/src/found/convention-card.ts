/** Where a convention is used: codes of ISO 639-1; `any` where it is independent of language. */
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

/** The description of a convention. */
export interface ConventionCard {
  /** In kebab case and unique. */
  readonly name: string;
  readonly languages: readonly Language[];
  /** What it reads, briefly; printed in the list of conventions. */
  readonly what: string;
  /**
   * A text in which everything that is read because of this convention, and would not be read without it, is drawn as
   * `⟦name|words⟧`. Run as its first test.
   */
  readonly fixture: string;
}
