import { draw } from '../../support/fixture.ts';
import { tokensOf, type Scoped } from '../../support/textmate.ts';
import type { IGrammar } from 'vscode-textmate';

/** A token of one of our kinds. */
export interface Kinded {
  readonly from: number;
  readonly to: number;
  readonly tag: string;
}

/** The kind in one of our scopes, `entity.name.type.citekey.sicetnon`; null in other scopes and in regions. */
function kindOf(scope: string): string | null {
  const parts = scope.split('.');
  return parts.at(-1) === 'sicetnon' && parts[0] !== 'meta' ? parts.at(-2)! : null;
}

/** The tokens of our kinds in a text; adjacent ones of a kind are merged. */
export function kindsOf(grammar: IGrammar, text: string): Kinded[] {
  const kinds: { from: number; to: number; tag: string }[] = [];
  for (const { from, to, scopes } of tokensOf(grammar, text)) {
    const tag = kindOf(scopes.at(-1)!);
    if (tag === null || from === to) continue;
    const last = kinds.at(-1);
    if (last?.tag === tag && last.to === from) last.to = to;
    else kinds.push({ from, to, tag });
  }
  return kinds;
}

/** A text with its tokens of our kinds drawn into it. */
export function drawKinds(grammar: IGrammar, text: string): string {
  return draw(text, kindsOf(grammar, text));
}

/** The scopes at an offset, from the outermost in. */
export function scopesAt(grammar: IGrammar, text: string, offset: number): readonly string[] {
  const at = (token: Scoped): boolean => token.from <= offset && offset < token.to;
  return tokensOf(grammar, text).find(at)?.scopes ?? [];
}
