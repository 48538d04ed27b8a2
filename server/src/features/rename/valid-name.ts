import { readRegister } from '../../actors/register.ts';
import { intentOf, isCrossReference } from '../../facts/citations.ts';
import { readFacts } from '../../facts/read.ts';
import { parseTree } from '../../syntax/tree.ts';
import type { Subject } from '../references/model.ts';
import { say } from '../../words/say.ts';

/** What YAML reads as null. */
const NOTHING = /^(?:null|~)$/i;

/**
 * Why `name` is invalid for such a subject, as a sentence; null where it is valid. It must read as the same name in
 * every kind of file without braces or quotation marks.
 */
export function faultOfName(kind: Subject['kind'], name: string): string | null {
  switch (kind) {
    case 'note':
      return noteFault(name);
    case 'claim':
      return claimFault(name);
    case 'work':
      return workFault(name);
    case 'actor':
      return actorFault(name);
    case 'property':
      return /^[\p{L}\p{N}_](?:[\p{L}\p{N}_-]*[\p{L}\p{N}_])?$/u.test(name) && !NOTHING.test(name)
        ? null
        : say('“{name}” cannot name a property: it is one word of letters, digits and hyphens.', { name });
    case 'found-note':
    case 'found-work':
    case 'note-work':
      return say('This text is read as it was found; convert it to Pandoc’s notation first.');
  }
}

function noteFault(label: string): string | null {
  const { markers, definitions } = factsOf(`A[^${label}].\n\n[^${label}]: B.\n`);
  if (markers.length === 1 && markers[0]!.label === label && definitions[0]?.label === label) return null;
  return say('“{label}” cannot be the label of a note: it is one word without brackets.', { label });
}

function claimFault(id: string): string | null {
  const { claims } = factsOf(`[A]{.claim #${id} supports="#${id} k#${id}" evidence="#${id}; #${id}"}.\n`);
  const [claim, ...more] = claims;
  const reads =
    more.length === 0 &&
    claim?.id?.text === id &&
    claim.relations.map(({ address }) => address.text).join(' ') === `#${id} k#${id}` &&
    claim.evidence.map(({ target }) => target.text).join(' ') === `#${id} #${id}`;
  return reads
    ? null
    : say(
        '“{id}” cannot name a claim: it begins with a letter and goes on with letters, digits, and - _ : or a point.',
        { id },
      );
}

function workFault(key: string): string | null {
  const plain = /^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_.:/+-]*[\p{L}\p{M}\p{N}_])?$/u.test(key);
  if (isCrossReference(key))
    return say('“{key}” cannot be a citekey: Quarto takes it for a figure, table or section of the text.', {
      key,
    });
  const intent = intentOf(key);
  if (intent !== null)
    return say('“{key}” cannot be a citekey: “{intent}:” is read as the intent of a citation.', {
      key,
      intent,
    });
  const { citations, claims } = factsOf(
    `So [@${key}, p. 3; see @${key}] and [a]{.claim evidence="@${key}, p. 3"}.\n`,
  );
  const reads =
    plain &&
    !NOTHING.test(key) &&
    citations.length === 2 &&
    citations.every((citation) => citation.key === key) &&
    claims[0]?.evidence[0]?.target.text === key;
  return reads
    ? null
    : say(
        '“{key}” cannot be a citekey: it is one word of letters and digits, with single - _ . : + or / between them.',
        { key },
      );
}

function actorFault(id: string): string | null {
  const plain = /^[\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_.-]*[\p{L}\p{M}\p{N}_])?$/u.test(id) && !NOTHING.test(id);
  const { actors, problems } = readRegister(plain ? `${id}:\n  relations: {of: [${id}]}\n` : '');
  const reads =
    actors[0]?.id.text === id && problems.length === 0 && actors[0].relations[0]?.targets[0]?.text === id;
  return reads
    ? null
    : say(
        '“{id}” cannot be the id of an actor: it is one word of letters and digits, with - _ or points between them.',
        { id },
      );
}

function factsOf(text: string) {
  return readFacts(parseTree(text));
}
