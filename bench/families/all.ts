import { bibliographyFamilies } from './bibliographies.ts';
import { blockFamilies } from './blocks.ts';
import { claimFamilies } from './claims.ts';
import { conventionFamilies } from './conventions.ts';
import { disagreementFamilies } from './disagreements.ts';
import { doorFamilies } from './doors.ts';
import type { Family } from './family.ts';
import { foundFamilies } from './found-texts.ts';
import { inlineFamilies } from './inlines.ts';
import { mixtureFamilies } from './mixtures.ts';
import { readingFamilies } from './readings.ts';
import { yamlFamilies } from './yaml.ts';

/** Every family there is. */
export const allFamilies: readonly Family[] = [
  ...inlineFamilies,
  ...blockFamilies,
  ...yamlFamilies,
  ...foundFamilies,
  ...bibliographyFamilies,
  ...readingFamilies,
  ...claimFamilies,
  ...disagreementFamilies,
  ...conventionFamilies,
  ...doorFamilies,
  ...mixtureFamilies,
];

/** The name by which a family is selected. */
export const titleOf = ({ area, name }: Family): string => `${area}: ${name}`;
