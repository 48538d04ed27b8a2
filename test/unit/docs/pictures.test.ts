import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { pictureKinds, pictureRow } from '../../../server/src/protocol/pictures.ts';

const root = new URL('../../../', import.meta.url);
const rows = pictureKinds.map(pictureRow);

describe('the table of pictures', () => {
  it('has a row for each page, and a page for each row', () => {
    const folder = new URL('client/webviews/', root);
    const drawn = readdirSync(folder).filter((name) => existsSync(new URL(`${name}/main.ts`, folder)));
    // The page on which works are looked at is no picture of claims.
    assert.deepEqual(drawn.sort(), [...rows.map(({ page }) => page), 'source'].sort());
  });

  it('has a heading for each picture on the page about views', () => {
    const page = readFileSync(new URL('docs/views.md', root), 'utf8');
    const headings = [...page.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading!.toLowerCase());
    for (const { title } of rows) assert.ok(headings.includes(title.toLowerCase()), `no heading: ${title}`);
  });
});
