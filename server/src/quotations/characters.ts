/** What each character becomes in the folded key by which quotations are compared. */

/** Special results of `foldCharacter`; every other result is the UTF-16 unit in the key. */
export const DROPPED = 0;
export const SPACE = -1;
export const LINE_END = -2;
export const DASH = -3;
export const QUOTE = -4;
/** May be markup, depending on its neighbours. */
export const SPECIAL = -5;
export const COMBINING = -6;
export const SUPERSCRIPT = -7;
export const LIGATURE = -8;

const SPACES =
  '\t\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000';
const DASHES = '-\u00ad\u00ac\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2e3a\u2e3b';
const QUOTES =
  '\'"`\u00b4\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2032\u2033\u2039\u203a\u00ab\u00bb\u300a\u300b\u300c\u300d\u300e\u300f\u301d\u301e';
const SPECIALS = '*_\\&<[^.~\u2026';
const DIGRAPHS: ReadonlyMap<number, string> = new Map([
  [0xc6, 'ae'],
  [0xe6, 'ae'],
  [0x152, 'oe'],
  [0x153, 'oe'],
  [0xdf, 'ss'],
  [0x1e9e, 'ss'],
]);
const SUPERSCRIPTS = '\u00b2\u00b3\u00b9\u2070\u2074\u2075\u2076\u2077\u2078\u2079';

/** Characters below this are looked up in a table; above it nearly all are unchanged. */
const TABLE_SIZE = 0x3040;

/** The first and last of the forms of Arabic letters by their neighbours, as files and what is copied from them have them. */
const ARABIC_FORMS = { first: 0xfb50, last: 0xfefc } as const;

const table: Int32Array = buildTable();
const arabic: readonly string[] = Array.from(
  { length: ARABIC_FORMS.last - ARABIC_FORMS.first + 1 },
  // A vowel sign by itself is decomposed with a blank to stand on.
  (_, i) =>
    String.fromCharCode(ARABIC_FORMS.first + i)
      .normalize('NFKC')
      .replaceAll(' ', ''),
);

function buildTable(): Int32Array {
  const classes = new Int32Array(TABLE_SIZE);
  for (let code = 0; code < TABLE_SIZE; code++) {
    const lower = String.fromCharCode(code).toLowerCase();
    classes[code] = lower.charCodeAt(0);
  }
  // Control characters, zero-width and direction marks, note markers.
  for (let code = 0; code < 0x20; code++) classes[code] = DROPPED;
  for (let code = 0x7f; code < 0xa0; code++) classes[code] = DROPPED;
  for (let code = 0x200b; code <= 0x200f; code++) classes[code] = DROPPED;
  for (let code = 0x202a; code <= 0x202e; code++) classes[code] = DROPPED;
  for (let code = 0x2060; code <= 0x206f; code++) classes[code] = DROPPED;
  for (const mark of '†‡') classes[mark.charCodeAt(0)] = DROPPED;
  for (let code = 0x300; code < 0x370; code++) classes[code] = COMBINING;
  for (const [marks, value] of [
    [SPACES, SPACE],
    ['\n', LINE_END],
    [DASHES, DASH],
    [QUOTES, QUOTE],
    [SPECIALS, SPECIAL],
    [SUPERSCRIPTS, SUPERSCRIPT],
  ] as const)
    for (let i = 0; i < marks.length; i++) classes[marks.charCodeAt(i)] = value;
  // Numbers set low are part of a name (H₂O); signs set high go with the raised numbers.
  for (let digit = 0; digit < 10; digit++) classes[0x2080 + digit] = 0x30 + digit;
  for (const sign of '⁺⁻') classes[sign.charCodeAt(0)] = DROPPED;
  // Final sigma, the long s, and the punctuation of Chinese and Japanese.
  for (const [from, to] of ['ςσ', 'ſs', '。.', '、,'] as const)
    classes[from!.charCodeAt(0)] = to!.charCodeAt(0);
  for (const letter of DIGRAPHS.keys()) classes[letter] = LIGATURE;
  return classes;
}

/**
 * The letters of the ligature `code`: `æ`, `œ` and `ß`, which other editions print as two, U+FB00 to U+FB06, and those of
 * Arabic.
 */
export function ligatureLetters(code: number): string {
  return (
    DIGRAPHS.get(code) ??
    ['ff', 'fi', 'fl', 'ffi', 'ffl', 'st', 'st'][code - 0xfb00] ??
    arabic[code - ARABIC_FORMS.first] ??
    ''
  );
}

/**
 * The folded form of a UTF-16 unit: another unit, or one of the special results (zero or negative). Letters
 * become lower case, full-width forms ordinary ones; diacritics are kept.
 */
export function foldCharacter(code: number): number {
  if (code < TABLE_SIZE) return table[code]!;
  if (code < 0xfb00) return code;
  if (code <= 0xfb06) return LIGATURE;
  if (code === 0xfeff || (code >= 0xfe00 && code <= 0xfe0f)) return DROPPED;
  if (code >= ARABIC_FORMS.first && code <= ARABIC_FORMS.last) {
    const letters = arabic[code - ARABIC_FORMS.first]!;
    return letters.length === 1 ? letters.charCodeAt(0) : LIGATURE;
  }
  if (code > 0xff00 && code < 0xff5f) {
    const plain = table[code - 0xfee0]!;
    // A full-width `*` or `[` is never markup.
    return plain === SPECIAL ? code - 0xfee0 : plain;
  }
  return code;
}

/** Whether `code` is of a script without spaces between words: Han, kana, and their punctuation. */
export function isSpaceless(code: number): boolean {
  if (code < 0x2e80) return false;
  if (code < 0xa000 || (code >= 0xf900 && code < 0xfb00)) return true;
  if (code <= 0xff00 || code >= 0xffef) return false;
  // Full-width punctuation, but not full-width Latin letters and digits.
  if (code < 0xff5f) return !isWordUnit(foldCharacter(code));
  // Half-width kana and punctuation, but not half-width Hangul.
  return code < 0xffa0 || code >= 0xffe0;
}

/** Whether a unit of a key is part of a word, so that a match may not begin or end next to another such unit. */
export function isWordUnit(code: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
  if (code < 0x2000)
    return code !== 0xd7 && code !== 0xf7 && (code >= 0xc0 || code === 0xaa || code === 0xba);
  if (isSpaceless(code)) return false;
  return code >= 0x2c00;
}
