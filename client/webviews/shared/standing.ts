/** The standing of a claim as a sign and in words, so that it does not depend on colour. */
import type { Standing } from '../../../server/src/protocol/views.ts';

/** A sign for each standing; empty for the ordinary ones. */
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
