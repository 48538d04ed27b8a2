import path from 'node:path';
import type { InspectedFile } from '../features/inspection-model.ts';
import { openService } from './open-service.ts';
import { askedRoots, wasAsked } from './roots.ts';
import { EXIT, type Terminal } from './terminal.ts';

/** `sicetnon inspect`: prints everything that was read. Throws with a sentence where it cannot run. */
export async function inspect(
  paths: readonly string[],
  options: { format?: string | undefined; 'no-cache'?: boolean | undefined },
  terminal: Terminal,
): Promise<number> {
  if ((options.format ?? 'json') !== 'json') throw new Error('inspect prints JSON only: --format json.');
  const files: InspectedFile[] = [];
  for (const asked of askedRoots(paths, terminal.cwd)) {
    const service = await openService(asked, terminal, options);
    const shown = (file: string) =>
      path.relative(terminal.cwd, path.join(asked.root, file)).split(path.sep).join('/');
    for (const file of service.documentPaths().filter((each) => wasAsked(each, asked))) {
      const inspected = await service.inspect(file);
      if (inspected) files.push(withPaths(inspected, shown));
    }
  }
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  terminal.write(`${JSON.stringify({ files }, null, 2)}\n`);
  return EXIT.clean;
}

/** Paths as seen from where the command was given. */
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
