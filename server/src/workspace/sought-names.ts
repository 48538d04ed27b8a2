/** The names that a document waits for, hashed without being put together: of thousands of documents these are millions. */
import type { Token } from '../facts/model.ts';
import { beginPair, pairOf, type BegunPair } from '../text/hash.ts';
import { names } from './name-index.ts';
import type { HashedNames } from './name-numbers.ts';
import { namesSoughtBesides, type DocumentSummary } from './summary.ts';

const CITEKEY = beginPair(names.citekey(''));
const ACTOR = beginPair(names.actor(''));
const WHOLE = beginPair('');

/** The names that a document waits for, found or not, each once. */
export function hashedSought(summary: DocumentSummary): HashedNames {
  const { cited, actors, asserters } = summary;
  const besides = new Set(namesSoughtBesides(summary));
  const pairs = new Uint32Array(2 * (cited.length + actors.length + 2 * asserters.length + besides.size));
  let at = 0;
  const add = (name: string, begun: BegunPair) => {
    pairOf(name, pairs, at, begun);
    at += 2;
  };
  const keys = new Set<string>();
  const ids = new Set<string>();
  const addKey = ({ text }: Token) => {
    if (keys.has(text)) return;
    keys.add(text);
    if (besides.size > 0) besides.delete(names.citekey(text));
    add(text, CITEKEY);
  };
  const addActor = ({ text }: Token) => {
    if (ids.has(text)) return;
    ids.add(text);
    add(text, ACTOR);
  };
  for (const { key } of cited) addKey(key);
  for (const actor of actors) addActor(actor);
  for (const asserter of asserters) {
    addKey(asserter);
    addActor(asserter);
  }
  for (const name of besides) add(name, WHOLE);
  return pairs.slice(0, at);
}
