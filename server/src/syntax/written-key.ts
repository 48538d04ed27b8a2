/** How citekeys are written, so that Pandoc reads them whole and as keys. */
import { plainKeyEnd } from './citations.ts';
import { KeyBraces } from './key-braces.ts';

/**
 * A citekey as it is written after `@`: as it is, or in braces where Pandoc would truncate it. Null for what is no key
 * even in braces, since it has white space or unbalanced braces: written into a text, it would be text, and might be
 * an image or a heading.
 */
export function writtenKey(key: string): string | null {
  if (!key.startsWith('*') && key !== '' && plainKeyEnd(key, 0, key.length) === key.length) return key;
  const braced = `{${key}}`;
  return key !== '' && new KeyBraces(braced).end(0) === braced.length ? braced : null;
}
