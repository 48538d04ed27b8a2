import assert from 'node:assert/strict';
import { readFacts } from '../../../server/src/facts/read.ts';
import { balancedBracketAt } from '../../../server/src/syntax/balanced-brackets.ts';
import { blockAt, paragraphAt } from '../../../server/src/syntax/blocks.ts';
import { fencedDivAt } from '../../../server/src/syntax/containers.ts';
import { emphasisAt } from '../../../server/src/syntax/emphasis.ts';
import { htmlDivAt } from '../../../server/src/syntax/html-blocks.ts';
import { tagAt } from '../../../server/src/syntax/html.ts';
import { inlineAt, wordsEnd } from '../../../server/src/syntax/inline.ts';
import type { UnreadReason } from '../../../server/src/syntax/nodes.ts';
import { Attempt, Effort, MAX_DEPTH, Reading } from '../../../server/src/syntax/reading.ts';
import { parseTree } from '../../../server/src/syntax/tree.ts';

const GRAMMAR = { inline: inlineAt, words: wordsEnd, block: blockAt, paragraph: paragraphAt };

/** A reading that may not go deeper, or has no patience left. */
function atItsEnd(text: string, reason: UnreadReason): Reading {
  const effort = new Effort(reason === 'effort' ? 0 : 1_000_000);
  if (reason === 'effort') effort.spend(1);
  const reading = new Reading(text, null, GRAMMAR, effort, null);
  reading.documentEnd = text.length;
  if (reason === 'depth') reading.depth = MAX_DEPTH;
  return reading;
}

/** Each place in the reader that gives something up, with a text of which it gives something up at 0. */
const REFUSALS: readonly {
  readonly what: string;
  readonly reason: UnreadReason;
  readonly text: string;
  readonly read: (reading: Reading, limit: number) => unknown;
}[] = [
  ...(['depth', 'effort'] as const).flatMap((reason) => [
    {
      what: 'an attempt',
      reason,
      text: '[@key]',
      read: (reading: Reading, limit: number) => reading.attempt(Attempt.citation, 0, limit, () => limit),
    },
    {
      what: 'a fenced div',
      reason,
      text: '::: {.a}\nWords.\n:::\n\n',
      read: (reading: Reading, limit: number) => fencedDivAt(reading, 0, limit),
    },
    {
      what: 'a div of HTML',
      reason,
      text: '<div>\nWords.\n</div>\n\n',
      read: (reading: Reading, limit: number) => htmlDivAt(reading, 0, limit),
    },
  ]),
  {
    what: 'what is cut out, as blocks',
    reason: 'depth',
    text: 'Words.\n',
    read: (reading, limit) => {
      const excerpt = reading.excerpt();
      excerpt.add(0, limit);
      reading.excerptBlocks(excerpt);
    },
  },
  {
    what: 'what is cut out, as running text',
    reason: 'depth',
    text: 'Words.\n',
    read: (reading, limit) => {
      const excerpt = reading.excerpt();
      excerpt.add(0, limit);
      reading.excerptInlines(excerpt);
    },
  },
  {
    what: 'emphasis',
    reason: 'effort',
    text: '*Words*',
    read: (reading, limit) => emphasisAt(reading, 0, limit),
  },
  { what: 'a tag', reason: 'effort', text: '<b>', read: (reading, limit) => tagAt(reading, 0, limit) },
  {
    what: 'brackets',
    reason: 'effort',
    text: '[a]',
    read: (reading, limit) => balancedBracketAt(reading, 0, limit),
  },
];

describe('what the reader of Markdown gives up', () => {
  for (const { what, reason, text, read } of REFUSALS)
    it(`is noted with its place: ${what}, for want of ${reason === 'depth' ? 'room' : 'patience'}`, () => {
      const reading = atItsEnd(text, reason);
      read(reading, text.length);
      assert.deepEqual(reading.nodes, [{ kind: 'unread', range: { from: 0, to: 1 }, reason }]);
    });
});

const times = (count: number, words: string) => words.repeat(count);

/** What stands around something `count` times over. */
const AROUND: Readonly<Record<string, (count: number, words: string) => string>> = {
  'block quotations': (count, words) => `${times(count, '> ')}${words}\n`,
  lists: (count, words) => `${times(count, '- ')}${words}\n`,
  'numbered lists': (count, words) => `${times(count, '1. ')}${words}\n`,
  divs: (count, words) => `${times(count, '::: {.a}\n')}${words}\n\n${times(count, ':::\n')}`,
  'divs of HTML': (count, words) => `${times(count, '<div>\n\n')}${words}\n\n${times(count, '</div>\n')}`,
  'elements of HTML': (count, words) =>
    `${times(count, '<section>\n\n')}${words}\n\n${times(count, '</section>\n')}`,
  brackets: (count, words) => `${times(count, '[')}${words}${times(count, ']')}\n`,
  spans: (count, words) => `${times(count, '[')}${words}${times(count, ']{.a}')}\n`,
  'inline notes': (count, words) => `${times(count, '^[')}${words}${times(count, ']')}\n`,
  'stars that are not closed': (count, words) => `${times(count, '*a ')}${words}\n`,
  'emphasis in emphasis': (count, words) => `${times(count, '*a **b ')}${words}${times(count, '** *')}\n`,
  'what is struck out': (count, words) => `${times(count, '~~a ')}${words}${times(count, ' b~~')}\n`,
  'double quotation marks': (count, words) => `${times(count, '"a ')}${words}${times(count, ' b"')}\n`,
  'single quotation marks': (count, words) => `${times(count, "'a ")}${words}${times(count, " b'")}\n`,
  'the words of links': (count, words) => `${times(count, '![')}${words}${times(count, '](a)')}\n`,
  'notes in notes': (count, words) =>
    `${Array.from({ length: count }, (_, i) => `[^${i}]: a\n\n${times(i + 1, '    ')}`).join('')}${words}\n`,
  'definition lists': (count, words) => `a\n: ${times(count, '- ')}${words}\n`,
};

/** What a document may hold, and how many of it were read. */
const THINGS: Readonly<Record<string, { readonly words: string; readonly read: (text: string) => number }>> =
  {
    'a citation': { words: '[see @key, 3]', read: (text) => readFacts(parseTree(text)).citations.length },
    'a citation in the text': {
      words: '@key says',
      read: (text) => readFacts(parseTree(text)).citations.length,
    },
    'the call of a note': { words: 'a[^n]', read: (text) => readFacts(parseTree(text)).markers.length },
    'a claim': { words: '[W]{.claim #c}', read: (text) => readFacts(parseTree(text)).claims.length },
    'an actor': {
      words: '[W]{.actor ref="a"}',
      read: (text) => readFacts(parseTree(text)).actorMarks.length,
    },
  };

describe('what stands deep', () => {
  for (const [around, make] of Object.entries(AROUND))
    for (const [thing, { words, read }] of Object.entries(THINGS))
      it(`is read or told of, never passed over: ${thing} within ${around}`, () => {
        for (const count of [1, 2, 8, 20, 46, 47, 48, 49, 50, 70, 200]) {
          const text = make(count, words);
          const { unread } = readFacts(parseTree(text));
          const plain = read(make(0, words));
          assert.ok(plain >= 1, 'it is read by itself');
          if (unread.length === 0 && read(text) < plain) assert.fail(`${count} levels deep it is lost`);
          if (count <= 8) assert.deepEqual(unread, [], 'nothing is told of what is read');
        }
      });
});
