import assert from 'node:assert/strict';
import { commandLine } from './command-line.ts';

describe('sicetnon picture', () => {
  const { write, run } = commandLine();
  const picture = (...args: string[]) =>
    run(['picture', ...args], false, undefined, {
      page: (name) => ({ script: `draw('${name}', '</script>');`, style: 'p {}' }),
    });

  interface Drawn {
    readonly title: string;
    readonly rows: string | null;
    readonly answer: {
      readonly nodes?: readonly { readonly claim: { text: string; spot: { uri: string } } }[];
    };
  }
  const drawnIn = (page: string) =>
    JSON.parse(/id="drawn">([^]*?)<\/script>/.exec(page)![1]!) as readonly Drawn[];

  beforeEach(() => {
    write(
      'notes/a b.md',
      '[They were 80 `</script>`]{.claim about="union" says="members = 80"} [@meyer2011].\n',
    );
    write('notes/d.md', '[Alone]{.claim #alone} [@meyer2011].\n');
    write('notes/c.md', '[They were 90]{.claim about="union" says="members = 90"} [@meyer2011].\n');
  });

  it('writes a page in which no text ends a script, and which may fetch nothing', async () => {
    const { out, code } = await picture('claim-map');
    assert.equal(code, 0);
    assert.deepEqual(
      drawnIn(out)
        .flatMap(({ answer }) => answer.nodes!.map(({ claim }) => claim.text))
        .sort(),
      ['Alone', 'They were 80 </script>', 'They were 90'],
    );
    assert.equal(drawnIn(out)[0]!.answer.nodes![0]!.claim.spot.uri, 'notes/a%20b.md');
    assert.match(out, /draw\('claim-map', '\\x3c\/script>'\);/);
    assert.equal(out.match(/<script/g)!.length, out.match(/<\/script>/g)!.length);
    assert.match(out, /default-src 'none'/);
  });

  it('writes no control character of a name, since a page may be printed to a terminal', async () => {
    write('notes/\u001b[2J\u009b1m.md', '[Shown \u009b2J]{.claim #shown} [@meyer2011].\n');
    const { out } = await picture('claim-map', '--text', 'notes/\u001b[2J\u009b1m.md');
    assert.doesNotMatch(out, /(?!\n)\p{Cc}/u);
    assert.match(out, /Shown/);
  });

  it('shows one text, one actor, and both kinds of rows of the matrix', async () => {
    const [one] = drawnIn((await picture('claim-map', '--text', 'notes/d.md')).out);
    assert.equal(one!.title, 'notes/d.md');
    assert.equal(one!.answer.nodes!.length, 1);
    const [timeline] = drawnIn((await picture('timeline', '--actor', 'union')).out);
    assert.equal(timeline!.title, 'Harbour Union');
    const matrix = drawnIn((await picture('evidence-matrix')).out);
    assert.deepEqual(
      matrix.map(({ rows }) => rows),
      ['questions', 'claims'],
    );
  });

  it('says what stands in the way', async () => {
    const complaint = async (...args: string[]) => (await picture(...args)).complaints;
    assert.equal(await complaint(), 'Say one picture: claim-map, evidence-matrix and timeline.\n');
    assert.match(await complaint('map'), /^Say one picture/);
    assert.match(await complaint('timeline'), /--actor ID\.$/m);
    assert.match(await complaint('timeline', '--actor', 'nobody'), /No claim is about an actor “nobody”/);
    assert.match(await complaint('claim-map', '--text', 'none.md'), /There is no text “none.md”/);
    assert.match((await run(['picture', 'claim-map'])).complaints, /not part of this build/);
  });
});
