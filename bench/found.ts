/**
 * The time to read a found text: median and spread over 60 warm runs, in milliseconds.
 * `npx tsx bench/found.ts [file…]`; without a file, a generated text of 60 KB.
 */
import { readFileSync } from 'node:fs';
import { readFound } from '../server/src/found/read-found.ts';

const RUNS = 60;

function madeUp(): string {
  const paragraph = (n: number): string =>
    `Weaver and Dyer (${1990 + (n % 9)}: ${10 + (n % 30)}) hold that guilds answered to their towns.<sup>${n}</sup> ` +
    `Others doubt it (Fuller, ${1980 + (n % 7)}; Carder et al., 2001: 12–13), and speak of ‘masters’ (2001: 14).\n\n`;
  let text = '# Guilds\n\n';
  let notes = '\n\n## Notes\n\n';
  let references = '\n\n## References\n\n';
  for (let n = 1; n <= 160; n++) {
    text += paragraph(n);
    notes += `${n}. ${n % 4 ? `Carder, *Cloth and Town*, 1999, p. ${n}.` : '*Ibid.*, p. 4.'}\n`;
  }
  for (let n = 0; n < 9; n++)
    references += `- Weaver A and Dyer B (${1990 + n}) Cloth ${n}. *Town Studies* ${n}(1): 10–40.\n`;
  for (let n = 0; n < 7; n++) references += `- Fuller C (${1980 + n}) Looms ${n}. Leiden: Burrow.\n`;
  references += '- Carder D, Fuller C and Dyer B (2001) Masters. *Town Studies* 12(2): 1–20.\n';
  return text + notes + references;
}

const files = process.argv.slice(2);
const texts = files.length
  ? files.map((file) => [file, readFileSync(file, 'utf8').replace(/\r\n?/g, '\n')] as const)
  : [['made up', madeUp()] as const];
for (const [name, text] of texts) {
  const times: number[] = [];
  let facts = '';
  for (let run = 0; run < RUNS; run++) {
    const begun = performance.now();
    const found = readFound(text, { opaque: [], hasPandocNotes: false });
    times.push(performance.now() - begun);
    facts = `${found.markers.length} markers, ${found.citations.length} citations, ${found.shortTitles.length} short titles`;
  }
  const warm = times.slice(RUNS / 3).sort((a, b) => a - b);
  const at = (share: number): string => warm[Math.floor(share * (warm.length - 1))]!.toFixed(1);
  console.log(
    `${name}: ${(text.length / 1024).toFixed(0)} KB, ${facts}; median ${at(0.5)} ms, 10–90 % ${at(0.1)}–${at(0.9)} ms`,
  );
}
