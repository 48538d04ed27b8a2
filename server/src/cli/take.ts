/** `sicetnon take FILE|KEY`: the text of a work, out of its PDF or other file, as a document that can be annotated. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Service } from '../service.ts';
import { fileNameOf, takenText } from '../works/take-text.ts';
import type { WorkReading } from '../works/work-reader.ts';
import { isWorkFile } from '../workspace/attached-file.ts';
import { nameOf } from '../workspace/paths.ts';
import { openingOf, openService, tellNotes } from './open-service.ts';
import type { OptionValues } from './options.ts';
import { printable } from './printable.ts';
import type { ProgressLine } from './progress-line.ts';
import { askedRoots } from './roots.ts';
import { EXIT, type Terminal } from './terminal.ts';
import { writeAside } from './write-aside.ts';
import { say } from '../words/say.ts';

/** Where the texts of works are written. */
const FOLDER = 'sources';

/** A file and the work that it holds the text of, as far as that is known. */
interface Meant {
  readonly file: string;
  readonly key: string | null;
}

/** Writes `sources/KEY.md`. Throws with a sentence for a person where it cannot. */
export async function take(
  asked: readonly string[],
  options: OptionValues,
  terminal: Terminal,
  progress: ProgressLine,
): Promise<number> {
  const [what, ...others] = asked;
  if (what === undefined || others.length > 0)
    throw new Error(say('Say one file or one citekey: {usage}.', { usage: 'sicetnon take FILE|KEY' }));
  const [root] = askedRoots([], terminal.cwd);
  tellNotes(root!, options, terminal);
  const service = await openService(openingOf(root!, terminal, options), terminal, progress);
  const { files, key } = meantBy(what, service, root!.root, terminal.cwd);
  let meant: Meant = { file: files[0]!, key };
  let reading = await service.readWork(meant.file);
  const further = files.slice(1);
  const respelled = respelledBy(reading);
  while (reading.status === 'missing') {
    const file = further.shift() ?? respelled.shift();
    if (file === undefined) break;
    meant = { file, key };
    reading = await service.readWork(file);
    respelled.push(...respelledBy(reading));
  }
  if (reading.status !== 'read') throw new Error(refusal(reading, printable(meant.file)));
  const name = `${FOLDER}/${fileNameOf(meant.key ?? nameOf(meant.file).replace(/\.[^.]*$/, ''))}`;
  if ((await service.leadingOut([name])) !== null)
    throw new Error(say('“{name}” would be written outside of this folder, through a link.', { name }));
  const target = path.join(root!.root, name);
  mkdirSync(path.dirname(target), { recursive: true });
  const text = takenText(reading.work, { key: meant.key, file: nameOf(meant.file) });
  try {
    if (options.force) writeAside(target, text);
    else writeFileSync(target, text, { flag: 'wx' });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
    throw new Error(say('There is a file “{name}” already; --force writes over it.', { name }), { cause });
  }
  const folios = reading.work.folios.filter((folio) => folio !== null);
  terminal.write(`${written(name, printable(meant.file), folios)}\n`);
  return EXIT.clean;
}

/** The path under which a file that was not found is there. */
function respelledBy(reading: WorkReading): string[] {
  return reading.status === 'missing' && reading.respelled !== undefined ? [reading.respelled] : [];
}

function written(name: string, file: string, folios: readonly string[]): string {
  const [from = '', to = ''] = [folios[0], folios.at(-1)];
  if (folios.length === 0) return say('{name} is written, out of {file}.', { name, file });
  return from === to
    ? say('{name} is written, out of {file}, page {from}.', { name, file, from })
    : say('{name} is written, out of {file}, pages {from} to {to}.', { name, file, from, to });
}

/** Where the text may lie that is asked for, the likeliest first, and whose it is. */
function meantBy(
  what: string,
  service: Service,
  root: string,
  cwd: string,
): { readonly files: readonly string[]; readonly key: string | null } {
  const { library } = service.world();
  const key = what.replace(/^@/, '');
  const [holder] = library.definersOfKey(key);
  const [entry] = holder === undefined ? [] : library.entriesIn(holder, key);
  if (entry && !isWorkFile(what)) {
    const files = library.works.placesFor(entry);
    if (files.length === 0)
      throw new Error(say('The entry of “{key}” names no file that can be read.', { key: printable(key) }));
    return { files, key };
  }
  if (!isWorkFile(what))
    throw new Error(say('No bibliography knows the work “{key}”.', { key: printable(key) }));
  const inside = path.relative(root, path.resolve(cwd, what)).split(path.sep).join('/');
  const file = inside.startsWith('../') ? path.resolve(cwd, what).split(path.sep).join('/') : inside;
  return { files: [file], key: library.works.keyOf(file, bibliographyEntries(service)) };
}

function* bibliographyEntries(service: Service) {
  const { library } = service.world();
  for (const holder of library.bibliographyPaths())
    for (const entries of library.bibliography(holder)?.content.entries ?? [])
      yield* library.entriesIn(holder, entries.key.text);
}

function refusal(reading: Exclude<WorkReading, { status: 'read' }>, file: string): string {
  switch (reading.status) {
    case 'missing':
      return say('“{file}” is not there.', { file });
    case 'outside':
      return say('“{file}” lies outside of this folder; --allow FOLDER lets it be read.', { file });
    case 'large':
      return say('“{file}” is larger than what is read; see --max-file-size.', { file });
    case 'password':
      return say('“{file}” is locked by a password.', { file });
    case 'no-words':
      return say('“{file}” is a scan without words. A program for text recognition can add them.', { file });
    case 'stopped':
      return say('“{file}” took too long to read.', { file });
    case 'unavailable':
      return say('“{file}” cannot be read by this build.', { file });
    case 'format':
    case 'broken':
      return say('“{file}” is broken, or in none of the formats that are read (PDF, EPUB, HTML, DOCX).', {
        file,
      });
  }
}
