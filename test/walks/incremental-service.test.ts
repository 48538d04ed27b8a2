import assert from 'node:assert/strict';
import fc from 'fast-check';
import { Service } from '../../server/src/service.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';
import { strictLogger } from '../support/check.ts';
import { MemoryFileSystem } from '../support/memory-file-system.ts';
import { runs } from '../support/runs.ts';

const START: Readonly<Record<string, string>> = {
  'sicetnon.yaml':
    'bibliography: [works.bib]\nactors: [actors.yaml]\nproperties:\n  trusted: {type: boolean}\n  members: {type: quantity, tolerance: 5%}\nrules: {actor-unmentioned: hint, entry-uncited: hint}\n',
  'works.bib':
    '@book{meyer2011, title = {Dockers}, date = {2011}, pages = {1--90}}\n@book{adler2014, title = {Owners}}\n',
  'actors.yaml':
    'union:\n  name: Union of Harbour Workers\n  active: 1900/1910\nfirm:\n  name: The Firm\nmill:\n  aliases: [Mill, the Firm]\n  relations: {owner: [firm]}\n',
  'a.md':
    '# One\n\n[Nobody trusted it]{.claim #distrust when="1905" about="union" says="trusted = no"} [@meyer2011, p. 4].\n\nThe Firm waited nine days[^1].\n\n[^1]: By the books.\n',
  'b.md':
    '[All trusted it]{.claim #trust about="union" says="trusted = yes" contradicts="a.md#distrust"} [@adler2014].\n\n> A quotation of [the union]{.actor ref="union"}.\n',
  'c.md':
    '---\nsource: meyer2011\n---\n\n[It had 82]{.claim #few about="union" says="members = 82"}.\n\n- [ ] a list\n- and [^2]\n',
};

/** Pieces that come and go: whole constructs, halves of them, and plain letters. */
const PIECES = [
  '[^1]',
  '[^2]',
  '\n\n[^2]: Two.\n',
  '[@meyer2011]',
  '[@nobody]',
  '@adler2014 [p. 99]',
  '{.claim #x}',
  '[Words]{.claim #y supports="#x"}',
  ' about="firm"',
  ' says="members = 90"',
  ' status="open"',
  '```\n',
  '\n\n',
  '\n',
  '`',
  '[',
  ']',
  '{',
  '}',
  '"',
  ':::',
  '::: {.claim #z}\n',
  'a',
  ' ',
  '@book{new2020, title = {N}}\n',
  'union:\n',
  'name: X\n',
  '  aliases: [The Firm]\n',
  ' The Firm ',
  ' Mill ',
  '  active: 1950/..\n',
  '<!-- sicetnon-disable-file footnote-undefined -->',
  '---\nnocite: "@*"\n---\n',
  ' [claimed]{.claim says="ghost.trusted = yes"}',
  'ghost:\n  name: The Ghost\n  cite: "[@adler2014]"\n',
  '> ',
  '- ',
  '¹',
  '…',
  '中',
];

interface Edit {
  readonly file: number;
  readonly from: number;
  readonly length: number;
  readonly insert: string;
}

const edits = fc.array(
  fc.record({
    file: fc.nat({ max: Object.keys(START).length - 1 }),
    from: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof({ arbitrary: fc.constant(0), weight: 3 }, { arbitrary: fc.nat({ max: 30 }), weight: 1 }),
    insert: fc.constantFrom(...PIECES),
  }),
  { minLength: 1, maxLength: 12 },
);

/** An edit that went wrong once: `file` counts those of `START`. */
function edit(file: number, from: number, insert: string): Edit {
  return { file, from, length: 0, insert };
}

async function opened(files: Readonly<Record<string, string>>): Promise<Service> {
  const service = new Service({ fileSystem: new MemoryFileSystem(START), logger: strictLogger });
  await service.start(() => undefined, new AbortController().signal);
  for (const [path, text] of Object.entries(files)) service.open(path, text);
  await service.settle();
  return service;
}

function told(service: Service, path: string): string {
  const { findings } = service.check(path);
  return JSON.stringify(findings);
}

/** What stale paths say after an edit, laid over what was known: what an editor would show. */
function refreshed(service: Service, shown: Map<string, string>): void {
  for (const path of [...service.takeStale(), ...service.takeMoved()]) shown.set(path, told(service, path));
}

describe('increment and rebuild', () => {
  it('an edited workspace says what a new one says, and wakes all that an edit concerns', async function () {
    const names = Object.keys(START);
    await fc.assert(
      fc.asyncProperty(edits, async (steps: readonly Edit[]) => {
        const texts: Record<string, string> = { ...START };
        const service = await opened(texts);
        const shown = new Map<string, string>();
        refreshed(service, shown);
        for (const step of steps) {
          const path = names[step.file]!;
          const text = texts[path]!;
          const from = Math.floor(step.from * text.length);
          const to = Math.min(text.length, from + step.length);
          service.edit(path, [{ range: LineIndex.of(text).positions({ from, to }), text: step.insert }]);
          texts[path] = text.slice(0, from) + step.insert + text.slice(to);
          await service.settle();
          refreshed(service, shown);
        }
        const fresh = await opened(texts);
        for (const path of names) {
          const wanted = told(fresh, path);
          assert.equal(told(service, path), wanted, `${path} now`);
          assert.equal(shown.get(path) ?? '[]', wanted, `${path} as shown`);
        }
        assert.deepEqual(service.dump(), fresh.dump());
      }),
      { numRuns: runs(100), examples: [[[edit(3, 0, '{.claim #x}'), edit(2, 0, '{.claim #x}')]]] },
    );
  });
});
