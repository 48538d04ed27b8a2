/** Attributes with the mistakes of people who do not know Pandoc's rules. */

export interface LooseAttributes {
  /** Without dots. */
  readonly classes: readonly string[];
  readonly id: string | null;
  readonly pairs: readonly (readonly [key: string, value: string])[];
  /** Whether the first class is written with its dot, in lower case and in the singular. */
  readonly exact: boolean;
  /** Whether the first class has its dot. */
  readonly dotted: boolean;
  /** Whether a brace closes them. */
  readonly closed: boolean;
  /** The offset after the brace, or after the last attribute. */
  readonly to: number;
}

const NAME = /(?:\.{1,2}[ \t]?)?([\p{L}_][\p{L}\p{N}_-]*)/uy;
const ID = /#{1,2}[ \t]?([\p{L}\p{N}_][\p{L}\p{N}_:.-]*)/uy;
/** What follows a name that was written without its sign. */
const BEHIND_NAME = /^[ \t]*(?:\}|[\p{L}_][\p{L}\p{N}_-]*[ \t]*[=:])/u;
const KEY = /([\p{L}_][\p{L}\p{N}_-]*)[ \t\n]*[=:][ \t\n]*/uy;
/** What may follow a closed value. */
const BEHIND = /^[ \t\n]*(?:[},;]|$|[.#][\p{L}\p{N}]|[\p{L}_][\p{L}\p{N}_-]*[ \t\n]*[=:])/u;
const EXACT = /^\.(?:claim|quote|actor)$/;
/** A stop that no name follows is one too. */
const SEPARATORS = /(?:[ \t\n,;]|\.(?=[ \t\n#}]))*/y;
/** `{claim: #a}`: one of our classes with a colon, before a name. */
const CLASS_WITH_COLON =
  /\.?(claims?|quotes?|actors?)[ \t]*:[ \t]*(?=[#}]|[\p{L}_][\p{L}\p{N}_-]*[ \t]*=)/iuy;
const LONGEST = 1500;

/**
 * Reads attributes that begin with the brace at `at`, up to `limit` at most; null where it contains something
 * else.
 */
export function readLoosely(text: string, at: number, limit: number): LooseAttributes | null {
  const end = Math.min(limit, at + LONGEST);
  const classes: string[] = [];
  const pairs: [string, string][] = [];
  let id: string | null = null;
  let first: string | null = null;
  // Kramdown's way: `{: .claim #a}`.
  const isKramdown = text.charAt(at + 1) === ':' && text.charAt(at + 2) !== ':';
  let place = skip(text, at + (isKramdown ? 2 : 1));
  let last = place;
  while (place < end) {
    const letter = text.charAt(place);
    if (letter === '}') return finished(place + 1, true);
    const named: RegExpExecArray | null =
      first === null && !isKramdown ? match(CLASS_WITH_COLON, text, place) : null;
    if (named) {
      first = named[1] ?? '';
      classes.push(first);
      last = place += named[0].length;
      continue;
    }
    const pair = match(KEY, text, place);
    const value = pair && readValue(text, place + pair[0].length, end);
    const name = pair ? null : match(letter === '#' ? ID : NAME, text, place);
    if (pair && value) {
      pairs.push([
        pair[1]!,
        value.text
          .replace(/["“”„]/g, '')
          .replace(/\s+/g, ' ')
          .trim(),
      ]);
      place = value.to;
    } else if (name && place + name[0].length <= end) {
      // Without a dot only the first word is a class; later ones are the running text.
      const isClass = letter === '.' || (letter !== '#' && first === null);
      const behind = place + name[0].length;
      const isBareName = letter !== '.' && letter !== '#' && first !== null;
      if (
        isBareName &&
        (id !== null ||
          !EXACT.test(first!) ||
          !BEHIND_NAME.test(text.slice(behind, Math.min(end, behind + 80))))
      )
        break;
      if (isClass) {
        first ??= name[0].replace(/\s|^\.(?=\.)/, '');
        classes.push(name[1]!);
      } else id ??= name[1]!;
      place += name[0].length;
    } else break;
    last = place;
    place = skip(text, place);
  }
  // Unclosed ones must at least begin like attributes.
  return first !== null && (id !== null || pairs.length > 0) ? finished(last, false) : null;

  function finished(to: number, closed: boolean): LooseAttributes {
    // Kramdown has a class `quote` of its own.
    const exact = EXACT.test(first ?? '') && !(isKramdown && first !== '.claim');
    const dotted = first?.startsWith('.') ?? false;
    return { classes, id, pairs, exact, dotted, closed, to };
  }
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function skip(text: string, at: number): number {
  SEPARATORS.lastIndex = at;
  SEPARATORS.test(text);
  return SEPARATORS.lastIndex;
}

/** A value: in any kind of quotation marks, with others inside, or words up to the next attribute. */
function readValue(text: string, at: number, end: number): { text: string; to: number } | null {
  const opener = text.charAt(at);
  const closers = { '"': '"”', '“': '”"', '„': '“”"', "'": "'", '‘': '’' }[opener];
  if (closers !== undefined) {
    let first = -1;
    for (let i = at + 1; i < end && text.charAt(i) !== '{'; i++) {
      if (!closers.includes(text.charAt(i))) continue;
      const behind = text.slice(i + 1, Math.min(end, i + 80));
      if (BEHIND.test(behind)) return { text: text.slice(at + 1, i), to: i + 1 };
      // Where the brace is missing, the running text follows the value.
      if (first < 0 && /^[\s.,;:!?)]/.test(behind)) first = i;
    }
    return first < 0 ? null : { text: text.slice(at + 1, first), to: first + 1 };
  }
  let to = at;
  while (to < end && !/[},;\n]/.test(text.charAt(to))) {
    if (/\s/.test(text.charAt(to)) && BEHIND.test(text.slice(to, Math.min(end, to + 80)))) break;
    to++;
  }
  const words = text.slice(at, to).trim();
  return words === '' || words.length > 200
    ? null
    : { text: words, to: at + text.slice(at, to).trimEnd().length };
}
