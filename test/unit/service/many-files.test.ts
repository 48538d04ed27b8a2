import assert from 'node:assert/strict';
import { workspaceOf } from '../../support/check.ts';

const signal = new AbortController().signal;
const numbers = Array.from({ length: 40 }, (_, i) => i);
const fixtureOf = (files: Readonly<Record<string, string>>): string =>
  Object.entries(files)
    .map(([path, text]) => `//- ${path}\n${text}`)
    .join('');
const each = (write: (i: number) => readonly [path: string, text: string]): Record<string, string> =>
  Object.fromEntries(numbers.map(write));

async function workspace(files: Readonly<Record<string, string>>) {
  const { service, fileSystem } = await workspaceOf(fixtureOf(files));
  const messages = (path: string) => service.check(path).findings.map(({ message }) => message);
  return {
    service,
    messages,
    write: async (path: string, text: string) => {
      fileSystem.write(path, text);
      await service.refresh([path], signal);
      return service.takeStale();
    },
  };
}

describe('many files that come at once', () => {
  const works = each((i) => [`b${i}.bib`, `@book{k${i}, title = {A}}\n`]);
  const allWorks = `bibliography: [${numbers.map((i) => `b${i}.bib`).join(', ')}]\n`;

  it('as bibliographies concern whoever cites from them', async () => {
    const { messages, write } = await workspace({
      ...works,
      'sicetnon.yaml': 'bibliography: [b0.bib]\n',
      'notes.md': '[@k0] [@k39] [@k40]\n',
    });
    assert.equal(messages('notes.md').length, 2);
    const stale = await write('sicetnon.yaml', allWorks);
    assert.ok(stale.has('notes.md') && stale.has('b39.bib'));
    assert.equal(messages('notes.md').length, 1);
  });

  it('as bibliographies of documents of their own', async () => {
    const { messages } = await workspace({
      ...works,
      ...each((i) => [`n${i}.md`, `---\nbibliography: b${i}.bib\n---\n\n[@k${i}] [@k${(i + 1) % 40}]\n`]),
    });
    for (const i of numbers) {
      const told = messages(`n${i}.md`);
      assert.ok(told.length === 1 && told[0]!.includes(`k${(i + 1) % 40}`), told.join('\n'));
    }
  });

  it('as registers share their names, with each other and with those that come later', async () => {
    const registers = each((i) => [
      `a${i}.yaml`,
      `a${i}:\n  name: Guild ${i}\n  aliases: [the Board ${i % 20}]\n`,
    ]);
    const naming = (count: number) =>
      `actors: [${numbers
        .slice(0, count)
        .map((i) => `a${i}.yaml`)
        .join(', ')}]\n`;
    const { messages, service, write } = await workspace({
      ...registers,
      'sicetnon.yaml': naming(30),
      'notes.md': 'Then the Board 3 met the Board 12.\n',
    });
    const ambiguous = () => messages('notes.md').filter((message) => message.includes('the Board'));
    assert.equal(ambiguous().length, 1);
    assert.match(messages('a3.yaml').join(), /Guild 23/);
    assert.deepEqual(messages('a12.yaml'), []);
    const stale = await write('sicetnon.yaml', naming(40));
    assert.ok(stale.has('notes.md') && stale.has('a12.yaml'));
    assert.equal(ambiguous().length, 2);
    assert.match(messages('a12.yaml').join(), /Guild 32/);
    await write('a32.yaml', 'a32:\n  name: Guild 32\n');
    assert.equal(ambiguous().length, 1);
    assert.deepEqual(messages('a12.yaml'), []);
    assert.deepEqual(
      service
        .world()
        .library.mentions.sharedNames()
        ?.actors.filter(({ id }) => id === 'a32'),
      [{ id: 'a32', names: ['Guild 32'] }],
    );
  });

  it('as registers that are not there are told one by one', async () => {
    const { messages } = await workspace({
      'sicetnon.yaml': `actors: [a0.yaml, ${numbers.map((i) => `no${i}.yaml`).join(', ')}]\n`,
      'a0.yaml': 'a0:\n  name: Guild\n',
      'notes.md': 'The [board]{.actor ref="nobody"}.\n',
    });
    assert.equal(messages('sicetnon.yaml').length, 40);
    // Somebody may be in a register that cannot be read.
    assert.deepEqual(messages('notes.md'), []);
  });
});
