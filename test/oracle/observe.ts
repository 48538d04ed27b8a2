/** Runs the checker as a whole on a made-up workspace in memory, and sorts its findings by claim. */
import { workspaceFrom } from '../support/check.ts';
import type { Severity } from './conflicts.ts';
import type { Rendered } from './render.ts';

/** A finding as the oracle compares it. */
export interface Observed {
  readonly path: string;
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  /** The claim on whose line it begins; null elsewhere. */
  readonly claim: string | null;
  /** The words that it stands at. */
  readonly at: string;
  /** The claims that its related information points at. */
  readonly partners: ReadonlySet<string>;
}

/** The findings of all files of a workspace. */
export async function observe({ files, claimAt }: Rendered): Promise<Observed[]> {
  const service = await workspaceFrom(files);
  return Object.keys(files).flatMap((path) => {
    const lines = files[path]!.split('\n');
    return service.check(path).findings.map(({ code, severity, message, range, related }): Observed => {
      const { start, end } = range;
      const claim = claimAt.get(`${path}:${start.line}`) ?? null;
      const until = end.line === start.line ? end.character : undefined;
      const partners = related.flatMap(
        (place) => claimAt.get(`${place.path}:${place.range.start.line}`) ?? [],
      );
      return {
        path,
        code,
        severity,
        message,
        claim,
        at: lines[start.line]!.slice(start.character, until),
        partners: new Set(partners.filter((partner) => partner !== claim)),
      };
    });
  });
}
