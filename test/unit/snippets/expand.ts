/** Expands snippets as editors do when every default is accepted. */

/** A snippet's tab stops and choices, and its text with all defaults. */
export interface Expanded {
  readonly text: string;
  /** The numbers of its tab stops in order. */
  readonly stops: readonly number[];
  readonly choices: readonly (readonly string[])[];
}

const variables: Readonly<Record<string, string>> = { CURRENT_YEAR: '1901', TM_SELECTED_TEXT: '' };

/**
 * Expands a snippet by VS Code's documented grammar: `$1`, `${1}`, `${1:default}`, `${1|a,b|}`, `$NAME`,
 * `${NAME:default}`, and `\` before `$`, `}` and itself. Throws for a malformed snippet, for an unknown variable, and
 * for unclosed braces.
 */
export function expand(body: string): Expanded {
  const stops: number[] = [];
  const choices: string[][] = [];
  const values = new Map<number, string>();
  let at = 0;

  const number = (): number | null => {
    const match = /^\d+/.exec(body.slice(at));
    at += match?.[0].length ?? 0;
    return match ? Number(match[0]) : null;
  };
  const variable = (): string => {
    const match = /^[A-Z_]+/.exec(body.slice(at));
    const value = match ? variables[match[0]] : undefined;
    if (!match || value === undefined) throw new Error(`no variable at ${at} in ${body}`);
    at += match[0].length;
    return value;
  };
  const closing = (sign: string): void => {
    if (!body.startsWith(sign, at)) throw new Error(`no ${sign} at ${at} in ${body}`);
    at += sign.length;
  };
  const placeholder = (): string => {
    const stop = number();
    if (stop !== null) stops.push(stop);
    let value = stop === null ? variable() : (values.get(stop) ?? '');
    if (body[at] === ':') {
      at++;
      const fallback = text('}');
      if (value === '') value = fallback;
    } else if (stop !== null && body[at] === '|') {
      const end = body.indexOf('|}', at + 1);
      if (end < 0) throw new Error(`a choice without end in ${body}`);
      choices.push(body.slice(at + 1, end).split(','));
      value = choices.at(-1)![0]!;
      at = end + 1;
    }
    closing('}');
    if (stop !== null && !values.has(stop)) values.set(stop, value);
    return value;
  };
  const text = (until: string | null): string => {
    let out = '';
    while (at < body.length && body[at] !== until) {
      if (body[at] === '\\' && /[\\$}]/.test(body[at + 1] ?? '')) {
        out += body[at + 1];
        at += 2;
      } else if (body.startsWith('${', at)) {
        at += 2;
        out += placeholder();
      } else if (body[at] === '$') {
        at++;
        const stop = number();
        if (stop !== null) stops.push(stop);
        out += stop === null ? variable() : (values.get(stop) ?? '');
      } else out += body[at++];
    }
    if (until !== null && at >= body.length) throw new Error(`no ${until} in ${body}`);
    return out;
  };

  return { text: text(null), stops, choices };
}
