/** Names of files that mean one file though they are written in several ways. */

const ESCAPED = /%[0-9A-Fa-f]{2}/;

/**
 * A path in the one spelling for all that differ in the case of letters, in how accents are composed (macOS takes names
 * apart, other systems do not), and in percent-encoding. It names no file itself.
 */
export function looseSpelling(path: string): string {
  return path
    .split('/')
    .map((part) => decoded(part).normalize('NFC').toLowerCase())
    .join('/');
}

/** Whether two paths differ at most in how accents are composed and in the case of their extensions. */
export function isSameButForExtension(a: string, b: string): boolean {
  const strict = (path: string): string =>
    path.normalize('NFC').replace(/\.[A-Za-z0-9]+$/, (ending) => ending.toLowerCase());
  return strict(a) === strict(b);
}

function decoded(part: string): string {
  if (!ESCAPED.test(part)) return part;
  try {
    const plain = decodeURIComponent(part);
    // An encoded slash must not lead to another folder.
    return /[/\\\0]/.test(plain) || /^\.{1,2}$/.test(plain) ? part : plain;
  } catch {
    // Percent signs that encode nothing stand for themselves.
    return part;
  }
}
