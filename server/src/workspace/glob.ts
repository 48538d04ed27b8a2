/**
 * The globs of the project file: `*`, `**` between slashes, `?`, `[…]` (with ranges, and `!` or `^` in front), and
 * `{a,b}` without another in it. Names that begin with a point are matched by a point only, as in a shell. A name is
 * read once from the left, with all the places in the pattern at which one may be (Thompson, Regular Expression
 * Search Algorithm, 1968): the time is at most that of the name times the pattern, whatever the two are.
 */
import { GlobProgram, setEnd } from './glob-program.ts';
import { shortened } from '../text/shortened.ts';

/** No path that a person writes is as long. */
const LONGEST = 1000;

/**
 * Why a pattern is not read, in a sentence; null where it is. Signs that stand for nothing, such as a bracket that is
 * never closed, are taken for characters.
 */
export function globProblem(pattern: string): string | null {
  const shown = `“${shortened(pattern, 60)}”`;
  const known = 'A pattern may hold *, **, ?, [a-z] and {one,other}';
  if (pattern.length > LONGEST)
    return `${shown} is too long for a pattern: it may have ${LONGEST} characters. It is passed over.`;
  if (pattern.startsWith('!'))
    return `${shown} says what is not meant. Write it under \`exclude\`, without the exclamation mark. It is passed over.`;
  if (pattern.includes('\\'))
    return `${shown} holds a backslash. Folders are parted by /, and a sign that is meant as a letter stands in brackets, as in [*]. It is passed over.`;
  const bare = withoutSets(pattern);
  if (/[@+*?!]\(/.test(bare))
    return `${shown} holds a group in parentheses. ${known}; of several wordings each is a pattern of its own. It is passed over.`;
  for (let open = bare.indexOf('{'); open >= 0; open = bare.indexOf('{', open + 1)) {
    const close = bare.indexOf('}', open);
    if (close < 0) break;
    const inside = bare.slice(open + 1, close);
    if (inside.includes('{'))
      return `${shown} has braces within braces. ${known}; of several wordings each is a pattern of its own. It is passed over.`;
    if (/^-?\w+\.\.-?\w+(?:\.\.-?\w+)?$/.test(inside))
      return `${shown} counts from one end to the other. ${known}; write out what the braces may hold. It is passed over.`;
    open = close;
  }
  return null;
}

/**
 * Whether a path matches one of these globs. What can be none, being empty or of a kind that `globProblem` refuses,
 * matches nothing; nothing is thrown. `./` in front means nothing.
 */
export function matcherOf(patterns: readonly string[]): (path: string) => boolean {
  const globs = patterns
    .map((pattern) => pattern.replace(/^(?:\.\/)+/, ''))
    .filter((pattern) => pattern !== '' && globProblem(pattern) === null)
    .map((pattern) => new GlobProgram(pattern));
  return (path) => globs.some((glob) => glob.matches(path));
}

/** The pattern with a blank for each character of a set, so that signs in one are not taken for others. */
function withoutSets(pattern: string): string {
  let bare = '';
  for (let at = 0; at < pattern.length;) {
    const end = pattern[at] === '[' ? setEnd(pattern, at) : -1;
    bare += end < 0 ? pattern[at] : ' '.repeat(end - at);
    at = end < 0 ? at + 1 : end;
  }
  return bare;
}
