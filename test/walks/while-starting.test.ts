import assert from 'node:assert/strict';
import { Service } from '../../server/src/service.ts';
import { firstDifference } from '../../server/src/service/paranoia.ts';
import { strictLogger } from '../support/check.ts';
import { GatedFileSystem } from '../support/gated-file-system.ts';
import { MemoryFileSystem } from '../support/memory-file-system.ts';
import { Chance } from './walk/chance.ts';
import { START, VARIANTS } from './walk/texts.ts';

const signal = new AbortController().signal;

/** Some of everything that a workspace holds. */
const FILES: Record<string, string> = Object.fromEntries(
  [
    'sicetnon.yaml',
    'works.bib',
    'more.json',
    'actors.yaml',
    'registers/people.yaml',
    'index.md',
    'notes/review.md',
    'notes/_quarto.yml',
    'notes/local.bib',
    'notes/quotes.md',
    'sources/one.txt',
  ].map((path) => [path, START[path]!]),
);

// Of what is missing nothing is said before all is read.
FILES['sicetnon.yaml'] = FILES['sicetnon.yaml']!.replace('sources: {', 'sources: {gone.txt: two1902, ');

/** A disk, a service that reads it, and an editor that shows some files and the findings on all, as a client has it. */
class Scene {
  readonly disk = new GatedFileSystem(FILES);
  readonly service = new Service({ fileSystem: this.disk, logger: strictLogger });
  readonly buffers = new Map<string, string>();
  private readonly shown = new Map<string, unknown>();
  private readonly underWay: Promise<void>[] = [];

  publish(): void {
    for (const path of [...this.service.takeStale(), ...this.service.takeMoved()])
      this.shown.set(path, this.service.check(path).findings);
  }

  /** What an editor does when something was said to the service: shows at once, and again when it has settled. */
  private then(done: Promise<void>): void {
    this.publish();
    this.underWay.push(done.then(() => this.publish()));
  }

  open(path: string, text: string): void {
    this.buffers.set(path, text);
    this.service.open(path, text);
    this.then(this.service.settle());
  }

  edit(path: string, text: string): void {
    this.buffers.set(path, text);
    this.service.edit(path, [{ text }]);
    this.then(this.service.settle());
  }

  close(path: string): void {
    this.buffers.delete(path);
    this.then(this.service.close(path));
  }

  write(path: string, text: string | null): void {
    if (text === null) this.disk.remove(path);
    else this.disk.write(path, text);
    this.then(this.service.refresh([path], signal));
  }

  /** Starts, lets the event of each moment happen at it, and throws where anything of it is lost in the end. */
  async play(events: ReadonlyMap<number, (scene: Scene) => void>): Promise<void> {
    this.disk.meanwhile = (moment) => events.get(moment)?.(this);
    await this.service.start(() => undefined, signal);
    this.publish();
    do {
      await Promise.all(this.underWay.splice(0));
      await this.service.verifyQuotations();
      this.publish();
    } while (this.underWay.length > 0);
    this.disk.meanwhile = () => undefined;
    const wanted = await readAnew(this.disk.files, this.buffers);
    assert.equal(firstDifference(this.service.dump(), wanted.kept, 'kept'), null);
    for (const path of new Set([...this.shown.keys(), ...Object.keys(wanted.told)]))
      assert.equal(firstDifference(this.shown.get(path) ?? [], wanted.told[path] ?? [], path), null);
  }
}

interface State {
  readonly kept: unknown;
  readonly told: Readonly<Record<string, unknown>>;
}

/** What was said of the same disk and editors before: they come to the same whenever an event happens. */
const known = new Map<string, Promise<State>>();

/** What a service keeps and says that is started when all has happened. */
function readAnew(
  files: ReadonlyMap<string, Uint8Array | null>,
  buffers: ReadonlyMap<string, string>,
): Promise<State> {
  const texts = [...files].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)] as const).sort();
  const key = JSON.stringify([texts, [...buffers].sort()]);
  const read = async (): Promise<State> => {
    const service = new Service({
      fileSystem: new MemoryFileSystem(Object.fromEntries(texts)),
      logger: strictLogger,
    });
    await service.start(() => undefined, signal);
    for (const [path, text] of buffers) service.open(path, text);
    await service.settle();
    await service.verifyQuotations();
    const told = Object.fromEntries(service.files().map((path) => [path, service.check(path).findings]));
    return { kept: service.dump(), told };
  };
  if (!known.has(key)) known.set(key, read());
  return known.get(key)!;
}

const REVIEW = START['notes/review.md']!.replace('two1902', 'keel2009');
const PROJECT = VARIANTS['sicetnon.yaml']!.at(-1)!;

const EVENTS: Readonly<Record<string, (scene: Scene) => void>> = {
  'a text is opened, and is otherwise than on disk': (scene) => scene.open('notes/review.md', REVIEW),
  'a text is opened that names other bibliographies': (scene) =>
    scene.open('notes/quotes.md', '---\nbibliography: [local.bib, gone.bib]\n---\n\n[@local2000; @nobody]\n'),
  'a text is opened, edited, and closed': (scene) => {
    scene.open('notes/review.md', START['notes/review.md']!);
    scene.edit('notes/review.md', REVIEW);
    scene.close('notes/review.md');
  },
  'the project file is opened, and says something else': (scene) => scene.open('sicetnon.yaml', PROJECT),
  'the project file is opened, edited, and closed': (scene) => {
    scene.open('sicetnon.yaml', START['sicetnon.yaml']!);
    scene.edit('sicetnon.yaml', PROJECT);
    scene.close('sicetnon.yaml');
  },
  'a bibliography is opened and edited': (scene) => {
    scene.open('works.bib', START['works.bib']!);
    scene.edit('works.bib', '@book{keel2009, title = {Keels}}\n');
  },
  'a bibliography is opened, edited and closed': (scene) => {
    scene.open('works.bib', '');
    scene.close('works.bib');
  },
  'a register is opened and edited': (scene) => {
    scene.open('actors.yaml', START['actors.yaml']!);
    scene.edit('actors.yaml', 'sail:\n  name: the Mill\n');
  },
  'settings are opened, otherwise than on disk': (scene) =>
    scene.open('notes/_quarto.yml', 'bibliography: [local.bib, ../gone.bib]\n'),
  'a text is written': (scene) => scene.write('notes/review.md', REVIEW),
  'a text comes': (scene) => scene.write('notes/new.md', REVIEW),
  'a text goes': (scene) => scene.write('index.md', null),
  'a bibliography is written': (scene) => scene.write('works.bib', '@book{keel2009, title = {K}}\n'),
  'a bibliography comes': (scene) => scene.write('notes/gone.bib', '@book{nobody1999}\n'),
  'a bibliography goes': (scene) => scene.write('more.json', null),
  'a register is written': (scene) => scene.write('actors.yaml', 'sail:\n  name: the Mill\n'),
  'a register comes': (scene) => scene.write('registers/more.yaml', START['actors.yaml']!),
  'a register goes': (scene) => scene.write('registers/people.yaml', null),
  'the project file is written': (scene) => scene.write('sicetnon.yaml', PROJECT),
  'the project file goes': (scene) => scene.write('sicetnon.yaml', null),
  'settings are written': (scene) => scene.write('notes/_quarto.yml', 'bibliography: local.bib\n'),
};

/** How many moments there are at which a start waits for its disk. */
async function momentsOfAStart(): Promise<number> {
  const scene = new Scene();
  await scene.play(new Map());
  return scene.disk.moments;
}

describe('while the workspace is being read for the first time nothing is lost', function () {
  this.timeout(60_000);

  for (const [what, event] of Object.entries(EVENTS))
    it(`whenever ${what}`, async () => {
      const moments = await momentsOfAStart();
      assert.ok(
        moments > 2 * Object.keys(FILES).length,
        'each file is waited for before and after it is read',
      );
      for (let moment = 0; moment < moments; moment++)
        await new Scene().play(new Map([[moment, event]])).catch((cause: unknown) => {
          throw new Error(`at moment ${moment} of ${moments}`, { cause });
        });
    });

  it('whatever comes together, at whatever moments', async () => {
    const moments = await momentsOfAStart();
    const chance = new Chance(7);
    for (let run = 0; run < 60; run++) {
      const drawn = Array.from({ length: 2 + chance.below(4) }, () => ({
        moment: chance.below(moments),
        name: chance.of(Object.keys(EVENTS)),
      }));
      const events = new Map<number, (scene: Scene) => void>();
      for (const { moment, name } of drawn) {
        const before = events.get(moment);
        events.set(moment, (scene) => {
          before?.(scene);
          EVENTS[name]!(scene);
        });
      }
      await new Scene().play(events).catch((cause: unknown) => {
        throw new Error(JSON.stringify(drawn), { cause });
      });
    }
  });
});
