/**
 * The globs of the project file: `*`, `**` between slashes, `?`, `[…]` (with ranges, `!` or `^` negates), and `{a,b}`
 * without nesting. As in a shell, hidden names are matched by a literal point only. Matching simulates an NFA
 * (Thompson, Regular Expression Search Algorithm, 1968). Its time is at most the length of the name times that of the
 * pattern.
 */
import { listOf, say } from '../words/say.ts';
import { GlobProgram, setEnd } from './glob-program.ts';
import { shortened } from '../text/shortened.ts';

/** Longer than any path that somebody would write. */
const LONGEST = 1000;

/** What a pattern may hold. */
const SIGNS = ['*', '**', '?', '[a-z]', '{one,other}'];

/**
 * Why a pattern is rejected, as a sentence; null for a good one. Incomplete syntax, such as an unclosed
 * bracket, is literal.
 */
export function globProblem(pattern: string): string | null {
  const values = { pattern: shortened(pattern, 60), signs: listOf(SIGNS) };
  if (pattern.length > LONGEST)
    return say(
      '“{pattern}” is too long for a pattern: it may have {longest} characters. It is passed over.',
      { ...values, longest: String(LONGEST) },
    );
  if (pattern.startsWith('!'))
    return say(
      '“{pattern}” says what is not meant. Write it under `exclude`, without the exclamation mark. It is passed over.',
      values,
    );
  if (pattern.includes('\\'))
    return say(
      '“{pattern}” holds a backslash. Folders are parted by /, and a sign that is meant as a letter stands in brackets, as in [*]. It is passed over.',
      values,
    );
  const bare = withoutSets(pattern);
  if (/[@+*?!]\(/.test(bare))
    return say(
      '“{pattern}” holds a group in parentheses. A pattern may hold {signs}; of several wordings each is a pattern of its own. It is passed over.',
      values,
    );
  for (let open = bare.indexOf('{'); open >= 0; open = bare.indexOf('{', open + 1)) {
    const close = bare.indexOf('}', open);
    if (close < 0) break;
    const inside = bare.slice(open + 1, close);
    if (inside.includes('{'))
      return say(
        '“{pattern}” has braces within braces. A pattern may hold {signs}; of several wordings each is a pattern of its own. It is passed over.',
        values,
      );
    if (/^-?\w+\.\.-?\w+(?:\.\.-?\w+)?$/.test(inside))
      return say(
        '“{pattern}” counts from one end to the other. A pattern may hold {signs}; write out what the braces may hold. It is passed over.',
        values,
      );
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
