import path from 'node:path';
import type { InspectedFile } from '../features/inspection/model.ts';
import { openingOf, openService, tellNotes } from './open-service.ts';
import type { OptionValues } from './options.ts';
import { askedRoots, wasAsked } from './roots.ts';
import { INSPECTING, type ProgressLine } from './progress-line.ts';
import { EXIT, Stops, type Terminal } from './terminal.ts';
import { tellUnread } from './unread.ts';
import { printableJson } from './printable.ts';

/**
 * `sicetnon inspect`: prints everything that was read. Throws with a sentence where it cannot run. Throws an
 * `Interruption`, before any output, where the user stops it.
 */
export async function inspect(
  named: readonly string[],
  options: OptionValues,
  terminal: Terminal,
  progress: ProgressLine,
): Promise<number> {
  const files: InspectedFile[] = [];
  let failed = false;
  for (const asked of askedRoots(named, terminal.cwd)) {
    tellNotes(asked, options, terminal);
    const opening = openingOf(asked, terminal, options);
    const service = await openService(opening, terminal, progress);
    const shown = (file: string) =>
      path.relative(terminal.cwd, path.join(asked.root, file)).split(path.sep).join('/');
    const paths = service.documentPaths().filter((each) => wasAsked(each, asked));
    if (tellUnread(service, opening, paths, { shown, terminal })) failed = true;
    const stops = new Stops(terminal);
    for (const [done, file] of paths.entries()) {
      progress.tell(INSPECTING, done, paths.length);
      await stops.pass();
      const inspected = await service.inspect(file);
      if (inspected) files.push(withPaths(inspected, shown));
    }
  }
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  terminal.write(`${printableJson({ files })}\n`);
  return failed ? EXIT.failed : EXIT.clean;
}

/** Converts paths to be relative to the working directory. */
function withPaths(file: InspectedFile, shown: (path: string) => string): InspectedFile {
  return {
    ...file,
    path: shown(file.path),
    citations: file.citations.map((citation) => ({
      ...citation,
      targets: citation.targets.map((target) => ({ ...target, path: shown(target.path) })),
    })),
    quotations: file.quotations.map((quotation) => ({
      ...quotation,
      target: quotation.target && { ...quotation.target, path: shown(quotation.target.path) },
    })),
  };
}
