/**
 * Removes LaTeX that is not printed before the rest is decoded, as Pandoc's LaTeX reader does: commands for
 * the typesetter, notes and citations in titles, the first argument of `\foreignlanguage`, the math branch of
 * `\ifmmode`.
 */

/** Commands removed with their argument and the optional ones before it. */
const GONE = /^(?:footnote|[A-Za-z]*cite[A-Za-z]*|nocite|index|label)$/;
/** Commands whose first argument is removed and whose second is kept. */
const SECOND_STAYS = new Set(['foreignlanguage', 'textlang', 'selectlanguage']);

/** In UTF-16 units; a longer optional argument is not recognised. */
const LONGEST_OPTION = 400;

/** The field without what is not printed. Takes linear time; never fails. */
export function withoutUnseen(tex: string): string {
  if (!tex.includes('\\')) return tex;
  let kept = '';
  let at = 0;
  const command = /\\(?:([A-Za-z]+)\*?|(\s)|[^])/g;
  for (let found = command.exec(tex); found; found = command.exec(tex)) {
    const [whole, name, space] = found;
    if (space !== undefined) {
      // `\ ` is a space, which the library would drop.
      kept += `${tex.slice(at, found.index)} `;
      at = command.lastIndex;
    } else if (name !== undefined && (GONE.test(name) || SECOND_STAYS.has(name))) {
      const end = argumentEnd(tex, found.index + whole.length);
      if (end < 0) continue;
      kept += tex.slice(at, found.index);
      at = command.lastIndex = end;
    } else if (name === 'ifmmode') {
      const halves = /^\\ifmmode[^]{0,200}?\\else\s*([^]{0,200}?)\\fi/.exec(
        tex.slice(found.index, found.index + 420),
      );
      if (!halves) continue;
      kept += tex.slice(at, found.index) + halves[1]!;
      at = command.lastIndex = found.index + halves[0].length;
    }
  }
  return kept + tex.slice(at);
}

/** The offset after the optional arguments and the braced one at `at`; -1 where there is no braced one. */
function argumentEnd(tex: string, at: number): number {
  while (tex[at] === '[') {
    const close = tex.slice(at, at + LONGEST_OPTION).indexOf(']');
    if (close < 0) return -1;
    at += close + 1;
  }
  return tex[at] === '{' ? groupEnd(tex, at) : -1;
}

/** The offset after the `}` that closes the group at `from`, or the end of the text. */
function groupEnd(tex: string, from: number): number {
  let depth = 0;
  for (let at = from; at < tex.length; at++) {
    if (tex[at] === '\\') at++;
    else if (tex[at] === '{') depth++;
    else if (tex[at] === '}' && --depth === 0) return at + 1;
  }
  return tex.length;
}
