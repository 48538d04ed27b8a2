/** How a claim stands, as a sign and in words: colour alone tells nothing. */
import type { Standing } from '../../../server/src/protocol/views.ts';

/** A sign for each standing that has something to say, beside its colour; empty for the ordinary case. */
export const signs: Readonly<Record<Standing, string>> = {
  contested: '✕',
  settled: '✓',
  open: '?',
  unsupported: '∅',
  rejected: '⊘',
  withdrawn: '⊘',
  accepted: '',
  standing: '',
};

export const standingWords: Readonly<Record<Standing, string>> = {
  contested: 'contested',
  settled: 'contested and settled',
  open: 'open',
  unsupported: 'rests on nothing',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
  accepted: 'accepted',
  standing: 'uncontested',
};
