/**
 * LaTeX of which a reader sees nothing, taken out of a field before it is freed from the rest: what only a typesetter
 * reads, notes and citations within a title, the first argument of `\foreignlanguage`, the half of `\ifmmode` that is
 * not meant. As Pandoc's LaTeX reader leaves them out.
 */

/** Commands that go with their argument and the optional ones before it. */
const GONE = /^(?:footnote|[A-Za-z]*cite[A-Za-z]*|nocite|index|label)$/;
/** Commands whose first argument goes and whose second stays. */
const SECOND_STAYS = new Set(['foreignlanguage', 'textlang', 'selectlanguage']);

/** UTF-16 units of an optional argument; a longer one is none. */
const LONGEST_OPTION = 400;

/** The field without what a reader does not see. Linear in its length; never fails. */
export function withoutUnseen(tex: string): string {
  if (!tex.includes('\\')) return tex;
  let kept = '';
  let at = 0;
  const command = /\\(?:([A-Za-z]+)\*?|(\s)|[^])/g;
  for (let found = command.exec(tex); found; found = command.exec(tex)) {
    const [whole, name, space] = found;
    if (space !== undefined) {
      // `\ ` is a space that holds two words together; the library would drop it.
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

/** After the optional arguments and the one in braces at `at`; -1 where there is none in braces. */
function argumentEnd(tex: string, at: number): number {
  while (tex[at] === '[') {
    const close = tex.slice(at, at + LONGEST_OPTION).indexOf(']');
    if (close < 0) return -1;
    at += close + 1;
  }
  return tex[at] === '{' ? groupEnd(tex, at) : -1;
}

/** After the `}` that closes the group at `from`, or the end of the text. */
function groupEnd(tex: string, from: number): number {
  let depth = 0;
  for (let at = from; at < tex.length; at++) {
    if (tex[at] === '\\') at++;
    else if (tex[at] === '{') depth++;
    else if (tex[at] === '}' && --depth === 0) return at + 1;
  }
  return tex.length;
}
