/**
 * The names by which claims are indexed, as hashes. The strings are never built: for many claims that would
 * be most of the work.
 */
import type { Statement } from './model.ts';
import { FIRST_HASH, finished, hashOn, hashWith } from '../text/hash.ts';

const NEWLINE = '\n'.charCodeAt(0);
const SIGN = '#'.charCodeAt(0);
const BARE = hashOn(FIRST_HASH, 'id ');
const LOCAL = hashOn(FIRST_HASH, 'in ');
const SOUGHT_BARE = hashOn(FIRST_HASH, 'seeks ');
const SOUGHT_IN = hashOn(FIRST_HASH, 'seeks in ');
const SOUGHT_OF = hashOn(FIRST_HASH, 'seeks of ');
const SAYING = hashOn(FIRST_HASH, 'says ');
const ABOUT = hashOn(FIRST_HASH, 'about ');

/** The name of a claim with that id, wherever it is. */
export function bareName(id: string): number {
  return finished(hashOn(BARE, id));
}

/** The name of a claim with that id in the file at `path`. */
export function localName(path: string, id: string): number {
  return placed(LOCAL, path, id);
}

/** The name under which seekers of a bare id are found. */
export function soughtBare(id: string): number {
  return finished(hashOn(SOUGHT_BARE, id));
}

/** The name under which seekers of a claim in the file at `path` are found. */
export function soughtIn(path: string, id: string): number {
  return placed(SOUGHT_IN, path, id);
}

/** The name under which seekers of a claim in the text of a work are found. */
export function soughtOf(source: string, id: string): number {
  return placed(SOUGHT_OF, source, id);
}

/** The name under which claims that state a property are found. */
export function sayingName(property: string): number {
  return finished(hashOn(SAYING, property));
}

/** The name under which claims about an actor are found. */
export function aboutName(actor: string): number {
  return finished(hashOn(ABOUT, actor));
}

/** `localName` and `soughtIn` for one file: hashes the characters of the path only once. */
export class NamesIn {
  private readonly local: number;
  private readonly sought: number;

  constructor(path: string) {
    this.local = beginPlaced(LOCAL, path);
    this.sought = beginPlaced(SOUGHT_IN, path);
  }

  localName(id: string): number {
    return finished(hashOn(this.local, id));
  }

  soughtIn(id: string): number {
    return finished(hashOn(this.sought, id));
  }
}

function placed(begun: number, place: string, id: string): number {
  return finished(hashOn(beginPlaced(begun, place), id));
}

function beginPlaced(begun: number, place: string): number {
  return hashWith(hashOn(begun, place), SIGN);
}

/** The name of a statement in the index: the hash of actor and property. */
export function statementName({ actor, proposition }: Statement): number {
  return subjectName(actor, proposition.property.text);
}

/** The name of the statements of a property of an actor. */
export function subjectName(actor: string, property: string): number {
  return finished(hashOn(hashWith(hashOn(FIRST_HASH, actor), NEWLINE), property));
}

/** The mark of a statement in the index: the hash of its value. */
export function markOf({ proposition }: Statement): number {
  return finished(hashOn(hashOn(FIRST_HASH, proposition.operator), proposition.value.text));
}
