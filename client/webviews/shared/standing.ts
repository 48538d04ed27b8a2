/** The standing of a claim as a sign and in words, so that it does not depend on colour. */
import type { Standing } from '../../../server/src/protocol/views.ts';
import { deferred } from '../../../server/src/words/say.ts';

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

/** Messages. */
export const standingWords: Readonly<Record<Standing, string>> = {
  contested: deferred('contested'),
  settled: deferred('contested and settled'),
  open: deferred('open'),
  unsupported: deferred('rests on nothing'),
  rejected: deferred('rejected'),
  withdrawn: deferred('withdrawn'),
  accepted: deferred('accepted'),
  standing: deferred('uncontested'),
};
