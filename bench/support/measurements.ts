import type { Sample } from './statistics.ts';

/** A request on the whole library: the number of results, and the time of each run. */
export interface FeatureTimes {
  readonly name: string;
  readonly count: number;
  readonly wall: readonly number[];
}

/** The measurements of one library. Times in milliseconds, memory in MB. */
export interface Measurements {
  readonly documents: number;
  readonly index: { readonly wall: number; readonly cpu: number };
  readonly memory: { readonly heap: number; readonly buffers: number; readonly resident: number };
  /** From a change to findings, in an article and in a document of 2 MB. */
  readonly keystroke: Sample;
  readonly keystroke2MB: Sample;
  /** An edit of a claim's id that `seekers` documents seek. */
  readonly claimId: {
    readonly seekers: number;
    /** How many files had to be checked after one edit. */
    readonly concerned: number;
    /** The edit and the two open documents. */
    readonly open: Sample;
    /** The longest check of one of the others (the longest slice), and the sum of all. */
    readonly longest: readonly number[];
    readonly rest: readonly number[];
  };
  readonly features: readonly FeatureTimes[];
}
