import type { BuildOptions } from 'esbuild';

export const jobs: readonly BuildOptions[];
export const shippedJobs: readonly BuildOptions[];
