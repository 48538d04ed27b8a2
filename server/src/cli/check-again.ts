/** A check where few documents changed since the last: what these cannot concern is told out of memory. */
import { EarlierVersions } from '../hosts/reading/earlier-versions.ts';
import type { TracedFileSystem } from '../hosts/traced-file-system.ts';
import type { Service } from '../service.ts';
import type { Recalled, RecalledReport } from './remembered-reports.ts';

/** What a check again needs of its surroundings. */
export interface Rechecking {
  /** Opens a service that reads some documents as they were. */
  readonly open: (earlier: EarlierVersions) => Promise<Service>;
  /** What its files are read through. */
  readonly traced: TracedFileSystem;
  /** Awaited between two steps; throws to stop. */
  readonly pass: () => Promise<void>;
  readonly interrupted: AbortSignal;
}

/** A service that has taken in what changed, and the reports that hold on, by path. */
export interface Rechecked {
  readonly service: Service;
  readonly known: ReadonlyMap<string, RecalledReport>;
}

/**
 * Opens a service on the state of the last check, and tells it of the changes as an editor's would be told: it knows
 * whom they concern. The reports on all other documents hold on. None does where the state is not surely the former.
 */
export async function checkAgain(
  { reports, changed }: Recalled,
  { open, traced, pass, interrupted }: Rechecking,
): Promise<Rechecked> {
  const earlier = new EarlierVersions(changed);
  const service = await open(earlier);
  const paths = [...changed.keys()];
  // The texts of works are read in the course of a search, when the former ones are gone.
  const areOfWorks = () => {
    const { library } = service.world();
    return paths.some((path) => library.workTexts.keyOf(path) !== null);
  };
  const isFormer = earlier.areGiven && !paths.some((path) => traced.sought.has(path)) && !areOfWorks();
  service.takeStale();
  service.takeMoved();
  await service.refresh(paths, interrupted);
  await service.verifyQuotations(pass, interrupted);
  await pass();
  if (!isFormer || areOfWorks()) return { service, known: new Map() };
  const concerned = new Set([...service.takeStale(), ...service.takeMoved(), ...paths]);
  const { library } = service.world();
  const known = new Map<string, RecalledReport>();
  for (const report of reports)
    // What is no document has findings on many, and is soon checked.
    if (library.summary(report.path) && !concerned.has(report.path) && !report.names(paths))
      known.set(report.path, report);
  return { service, known };
}
