/** The part of the `edtf` package that we use; it comes without types. */
declare module 'edtf' {
  interface ParsedDate {
    readonly type: 'Date' | 'Season' | 'Year' | 'Interval' | 'Century' | 'Decade' | 'List' | 'Set';
    /** Year; year and month (from 0); year, month and day; year and season (21 to 24). */
    readonly values: readonly number[];
    readonly approximate?: boolean | number;
    readonly uncertain?: boolean | number;
    /** A bit for each unspecified digit of YYYYMMDD, lowest bit first. */
    readonly unspecified?: number;
  }
  /** Throws on anything that is not EDTF of that level. */
  export function parse(text: string, constraints?: { level?: number; types?: string[] }): ParsedDate;
  /** The same as an object with its bounds in milliseconds. */
  export default function edtf(
    text: string,
    constraints?: { level?: number; types?: string[] },
  ): { readonly min: number; readonly max: number };
}
