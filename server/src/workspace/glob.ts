/**
 * The globs of the project file: `*`, `**` between slashes, `?`, `[…]` (with ranges, `!` or `^` negates), and `{a,b}`
 * without nesting. As in a shell, hidden names are matched by a literal point only. Matching simulates an NFA
 * (Thompson, Regular Expression Search Algorithm, 1968). Its time is at most the length of the name times that of the
 * pattern.
 */
import { GlobProgram, setEnd } from './glob-program.ts';
import { shortened } from '../text/shortened.ts';

/** Longer than any path that somebody would write. */
const LONGEST = 1000;

/**
 * Why a pattern is rejected, as a sentence; null for a good one. Incomplete syntax, such as an unclosed
 * bracket, is literal.
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
 * A predicate for paths that match any of these globs. Empty patterns and those that `globProblem` rejects
 * match nothing. A leading `./` is ignored. Never throws.
 */
export function matcherOf(patterns: readonly string[]): (path: string) => boolean {
  const globs = patterns
    .map((pattern) => pattern.replace(/^(?:\.\/)+/, ''))
    .filter((pattern) => pattern !== '' && globProblem(pattern) === null)
    .map((pattern) => new GlobProgram(pattern));
  return (path) => globs.some((glob) => glob.matches(path));
}

/** The pattern with blanks in place of the members of sets, so that these are not taken for syntax. */
function withoutSets(pattern: string): string {
  let bare = '';
  for (let at = 0; at < pattern.length;) {
    const end = pattern[at] === '[' ? setEnd(pattern, at) : -1;
    bare += end < 0 ? pattern[at] : ' '.repeat(end - at);
    at = end < 0 ? at + 1 : end;
  }
  return bare;
}
