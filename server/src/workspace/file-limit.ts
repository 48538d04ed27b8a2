/** How large a file may be. What is read of a text takes many times its own room. */

/** A megabyte, as the setting counts them, in bytes. */
export const MEGABYTE = 1 << 20;

/** In megabytes: the limit where nobody has set another. */
export const USUAL_LIMIT = 64;

/** In megabytes: no text of more characters can be held in one string. */
export const HIGHEST_LIMIT = 500;

/** The usual limit, in bytes. */
export const LARGEST = USUAL_LIMIT * MEGABYTE;

/** A limit as somebody has set it, in megabytes, as bytes; the usual one where it is no number that could be meant. */
export function limitOf(megabytes: unknown): number {
  if (typeof megabytes !== 'number' || !(megabytes > 0)) return LARGEST;
  return Math.floor(Math.min(megabytes, HIGHEST_LIMIT) * MEGABYTE);
}

/** What is said of a file over the limit, and what to do; goes on after what names the file. */
export function tooLarge(largest: number): string {
  const megabytes = Math.round((largest / MEGABYTE) * 100) / 100;
  return (
    `is larger than ${megabytes} MB and is not read, because it would take too much memory. ` +
    'Split it, or raise the limit: the setting “sicetnon.maxFileSize”, or --max-file-size on the command line.'
  );
}
