/** The elements of a small XML file, one by one, however it is damaged. */
import { Parser } from 'htmlparser2';
import { Unreadable } from './unreadable.ts';

const DEEPEST = 200;
/** UTF-16 units; lists of a book’s parts and pages are far shorter. */
const LONGEST = 16_000_000;

export interface XmlElement {
  /** In lower case, without a prefix. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface XmlVisitor {
  open?(element: XmlElement): void;
  close?(name: string): void;
  words?(words: string): void;
}

/** Goes through the elements of `xml` in their order. Entities of its own are never expanded. Throws `Unreadable`. */
export function visitXml(xml: string, visitor: XmlVisitor): void {
  if (xml.length > LONGEST) throw new Unreadable('large');
  let depth = 0;
  new Parser(
    {
      onopentag: (name, attributes) => {
        if (++depth > DEEPEST) throw new Unreadable('broken');
        visitor.open?.({ name: localName(name), attributes });
      },
      onclosetag: (name) => {
        depth--;
        visitor.close?.(localName(name));
      },
      ontext: (words) => visitor.words?.(words),
    },
    { xmlMode: true },
  ).end(xml);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}
