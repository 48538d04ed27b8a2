/** Works as tests have them: a file in text, its pages parted by form feeds, that stands for a PDF. */
import type { FileSystem } from '../../server/src/workspace/file-system.ts';
import type { Sheet, TextQuality } from '../../server/src/works/model.ts';
import type { WorkReader, WorkReading, WorkRefusal } from '../../server/src/works/work-reader.ts';

/** `%locked`, `%scan`… at the head of a file stand for what cannot be read. */
const REFUSED: Readonly<Record<string, WorkRefusal>> = {
  '%locked': 'password',
  '%scan': 'no-words',
  '%broken': 'broken',
  '%outside': 'outside',
};
const RECOGNISED = '%recognised\n';
/** A page may begin with the number that is printed on it: `[12]`. */
const FOLIO = /^\[(\w+)\]\n?/;

export class PretendedWorks implements WorkReader {
  /** The files that were read, in order. */
  readonly reads: string[] = [];

  constructor(
    private readonly fileSystem: FileSystem,
    private readonly elsewhere = '/elsewhere/papers',
  ) {}

  async read(path: string): Promise<WorkReading> {
    this.reads.push(path);
    const content = await this.fileSystem.read(path);
    const respelled = content.status === 'missing' ? await this.fileSystem.respelled?.(path) : null;
    if (respelled != null) return { status: 'missing', respelled };
    if (content.status !== 'read')
      return content.status === 'outside'
        ? { status: 'outside', folder: this.elsewhere }
        : { status: 'missing' };
    const written = new TextDecoder().decode(content.bytes);
    const refused = REFUSED[written.split('\n', 1)[0]!];
    if (refused === 'outside') return { status: 'outside', folder: this.elsewhere };
    return refused ? { status: refused } : { status: 'read', work: workOf(written) };
  }

  dispose(): void {
    this.reads.length = 0;
  }
}

function workOf(written: string) {
  const quality: TextQuality = written.startsWith(RECOGNISED) ? 'recognised' : 'set';
  const pages = (quality === 'recognised' ? written.slice(RECOGNISED.length) : written).split('\f');
  const folios = pages.map((page) => FOLIO.exec(page)?.[1] ?? null);
  const sheets: Sheet[] = [];
  let text = '';
  pages.forEach((page, index) => {
    const from = text.length;
    text += `${page.replace(FOLIO, '').trim()}\n`;
    sheets.push({ from, to: text.length, index });
  });
  return { format: 'pdf' as const, text, quality, sheets, folios, notesFrom: text.length };
}
