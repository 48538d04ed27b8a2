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

/** The names that these vocabularies go by here, whatever a file calls them. */
const VOCABULARIES: readonly (readonly [RegExp, string])[] = [
  [/\/wordprocessingml\//, 'w'],
  [/\/officeDocument\/.{0,10}\/?math$/, 'm'],
  [/\/markup-compatibility\//, 'mc'],
];

/** Some programs that rewrite XML give their own prefixes: the others’ are as they are. */
class Prefixes {
  private readonly usual = new Map<string, string>();

  constructor(attributes: OfficeAttributes) {
    for (const [name, address] of Object.entries(attributes)) {
      const prefix = /^xmlns:?(.*)$/.exec(name)?.[1];
      const usual = VOCABULARIES.find(([pattern]) => pattern.test(address))?.[1];
      if (prefix !== undefined && usual !== undefined && prefix !== usual) this.usual.set(prefix, usual);
    }
  }

  get areUsual(): boolean {
    return this.usual.size === 0;
  }

  named(name: string): string {
    const colon = name.indexOf(':');
    const usual = this.usual.get(colon < 0 ? '' : name.slice(0, colon));
    return usual === undefined ? name : `${usual}:${name.slice(colon + 1)}`;
  }

  ofAttributes(attributes: OfficeAttributes): OfficeAttributes {
    return Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [
        name.includes(':') ? this.named(name) : name,
        value,
      ]),
    );
  }
}

/** Goes through the elements of a part. Throws `Unreadable` for what is no XML, or has entities of its own. */
export function visitOfficeXml(bytes: Uint8Array, visitor: OfficeVisitor): void {
  const parser = new SaxesParser();
  let depth = 0;
  let prefixes: Prefixes | null = null;
  parser.on('doctype', () => {
    throw new Unreadable('broken');
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > DEEPEST) throw new Unreadable('broken');
    prefixes ??= new Prefixes(attributes);
    if (prefixes.areUsual) visitor.open(name, attributes);
    else visitor.open(prefixes.named(name), prefixes.ofAttributes(attributes));
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    visitor.close(prefixes?.named(name) ?? name);
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
