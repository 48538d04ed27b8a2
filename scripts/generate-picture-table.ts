// Generates the table of pictures in docs/protocol.md.
// npm run generate
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { viewMethods } from '../server/src/protocol/names.ts';
import { pictureKinds, pictureRow, type PictureRow } from '../server/src/protocol/pictures.ts';

/** The path of the page on the protocol. */
export const protocolFile = fileURLToPath(new URL('../docs/protocol.md', import.meta.url));

const START = '<!-- Out of server/src/protocol/pictures.ts: npm run generate -->\n\n';
const END = '\n<!-- to here -->';

/** The page with the current table; the rest is unchanged. */
export function withPictureTable(page: string): string {
  const from = page.indexOf(START) + START.length;
  const to = page.indexOf(END);
  if (from < START.length || to < from) throw new Error(`${protocolFile} has no place for the pictures.`);
  const rows = pictureKinds.map((kind) => {
    const row = pictureRow(kind);
    return `| \`${viewMethods[kind]}\` | ${askedWith(row)} | ${row.answers} |\n`;
  });
  return `${page.slice(0, from)}| method | asked with | answer |\n|---|---|---|\n${rows.join('')}${page.slice(to)}`;
}

function askedWith({ asks, rows }: PictureRow): string {
  const subject = asks === 'actor' ? '`actor`' : '`scope`: the workspace, a file, an actor';
  return rows ? `${subject}; \`rows\`: ${rows.map((each) => `\`${each}\``).join(' or ')}` : subject;
}

if (process.argv[1] && fileURLToPath(import.meta.url) === path.resolve(process.argv[1]))
  writeFileSync(protocolFile, withPictureTable(readFileSync(protocolFile, 'utf8')));
