/** Comments that switch rules off: `<!-- sicetnon-disable-next-line rule: reason -->`. */
import type { TextRange } from '../text/range.ts';
import type { Suppression, Token } from './model.ts';

const SUPPRESSION =
  /^<!--\s*sicetnon-(disable-next-line|disable-file|disable|enable)(?![\w-])([^:]*)(?::([\s\S]*))?-->$/;

/** Parses a comment at `range` of `text`; null when it is an ordinary one. */
export function readSuppression(text: string, range: TextRange): Suppression | null {
  const comment = text.slice(range.from, range.to);
  const match = SUPPRESSION.exec(comment);
  if (!match) return null;
  const [, kind, names = '', reason] = match;
  const start = range.from + comment.indexOf(kind!) + kind!.length;
  const rules: Token[] = [];
  for (const name of names.matchAll(/[^\s,]+/g)) {
    const from = start + name.index;
    rules.push({ text: name[0], range: { from, to: from + name[0].length } });
  }
  return { kind: kind as Suppression['kind'], rules, reason: reason?.trim() || null, range };
}
