import { say } from '../words/say.ts';

/** The message for edits that are refused because a file is doubted (`Library.inDoubt`). */
export function beingWritten(path: string): string {
  return say(
    '{path} is just being written by another program, or only half of it is there, so nothing in it can be changed now. Try again in a moment.',
    { path },
  );
}
