/** Limits on file size. What is derived from a text takes many times its size. */
import { say } from '../words/say.ts';

/** A megabyte, as the setting counts them, in bytes. */
export const MEGABYTE = 1 << 20;

/** The default limit, in megabytes. */
export const USUAL_LIMIT = 64;

/** In megabytes. V8 cannot hold a longer text in one string. */
export const HIGHEST_LIMIT = 500;

/** The default limit, in bytes. */
export const LARGEST = USUAL_LIMIT * MEGABYTE;

/** The limit in bytes for a setting in megabytes; the default where the setting is invalid. */
export function limitOf(megabytes: unknown): number {
  if (typeof megabytes !== 'number' || !(megabytes > 0)) return LARGEST;
  return Math.floor(Math.min(megabytes, HIGHEST_LIMIT) * MEGABYTE);
}

/** A limit in megabytes, as a message says it. */
export function inMegabytes(bytes: number): number {
  return Math.round((bytes / MEGABYTE) * 100) / 100;
}

/** What can be done about a file over the limit. */
export function whatToDoIfLarge(): string {
  return say(
    'Split it, or raise the limit: the setting “sicetnon.maxFileSize”, or --max-file-size on the command line.',
  );
}
