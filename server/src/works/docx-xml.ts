/** The XML of a DOCX, strictly: what an office program wrote is well-formed, or damaged. */
import { SaxesParser } from 'saxes';
import { Unreadable } from './unreadable.ts';

const DEEPEST = 400;

export type OfficeAttributes = Readonly<Record<string, string>>;

export interface OfficeVisitor {
  open(name: string, attributes: OfficeAttributes): void;
  close(name: string): void;
  words(words: string): void;
}

/** Goes through the elements of a part. Throws `Unreadable` for what is no XML, or has entities of its own. */
export function visitOfficeXml(bytes: Uint8Array, visitor: OfficeVisitor): void {
  const parser = new SaxesParser();
  let depth = 0;
  parser.on('doctype', () => {
    throw new Unreadable('broken');
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > DEEPEST) throw new Unreadable('broken');
    visitor.open(name, attributes);
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    visitor.close(name);
  });
  parser.on('text', (words) => visitor.words(words));
  parser.on('cdata', (words) => visitor.words(words));
  try {
    parser.write(decoded(bytes)).close();
  } catch (cause) {
    // What the parser throws says where the XML is wrong, which helps nobody who did not write it.
    throw cause instanceof Unreadable ? cause : new Unreadable('broken');
  }
}

function decoded(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8';
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}
