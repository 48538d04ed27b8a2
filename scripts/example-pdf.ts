// Makes the PDF of the example: an invented article, set in two faces, with running heads and folios. It is kept in the repository; run
// this when its words are to be others.
//   npx tsx scripts/example-pdf.ts
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the example has it. */
export const examplePdf = fileURLToPath(
  new URL('../examples/labour-organisations/papers/aaltonen2016.pdf', import.meta.url),
);

const WIDTH = 420;
const HEIGHT = 595;
const MARGIN = 58;
const SIZE = 10.5;
const LEADING = 14.2;
const FIRST_PAGE = 88;

/** Paragraphs; one that begins with `#` is a heading. */
const PAGES: readonly (readonly string[])[] = [
  [
    '# The Keeper of the Tin',
    '## Ilse Aaltonen',
    'Every room that belongs to nobody has somebody who holds the key. In Meixi it was Hou Mei, and what she kept was a biscuit tin with a ship on its lid. The tin was older than the charter and outlived the brass plaque. I wish to ask in these pages what a tin can do that a bank account cannot.',
    'The rent of the room above the noodle shop was forty yuan a week. It was paid in coins, and the coins were laid in the tin by those who came to the class on Thursdays. There was no list of who had paid. There was no list of who had come. “Nobody counted what the tin held,” Hou Mei told me, “because everybody could lift it.” A light tin was a question put to the whole room, and the room answered it before the lamp was out.',
    'A member in this sense is not somebody whose name is written down. It is somebody who knows how heavy the tin should be.',
  ],
  [
    'When the district offered to pay the rent, in the spring of 2006, the offer came with a plaque and a form. The form had a line for the treasurer. Hou Mei wrote on it that the tin had no treasurer, and the form came back. She then wrote her own name, and the plaque was screwed to the door.',
    'From that day the tin stood empty on its shelf. Nobody took it down, for nobody had a reason to. The class went on, and more came to it than before, but they came as one comes to a counter: they sat down, they asked, and they left. What had ended was not the room. What had ended was the weekly occasion on which each of them learned that the room was theirs to lose.',
    'It would be wrong to say that the money of the district did harm. It kept a roof over a class that would otherwise have had none. But the gift answered a question which the pupils had been used to answer for themselves, and it answered it once and for all.',
  ],
  [
    'In 2011 a girl of perhaps sixteen took the tin from its shelf and shook it. “It is empty,” she said, and somebody laughed. The next week there were three coins in it. I do not know who laid them there, and Hou Mei, who surely knew, would not tell me.',
    'I draw no lesson from the three coins. They did not pay the rent, which was paid already. They could not have bought the lamp oil. They were, as far as I can see, a way of asking the old question again, in a room where it had been answered.',
  ],
];

/** Widths of Times-Roman (Adobe's metrics), in thousandths, for the signs that are used; others count as 500. */
const WIDTHS: Readonly<Record<string, number>> = {
  ' ': 250,
  ',': 250,
  '.': 250,
  ':': 278,
  ';': 278,
  '’': 333,
  '“': 444,
  '”': 444,
  '-': 333,
  a: 444,
  b: 500,
  c: 444,
  d: 500,
  e: 444,
  f: 333,
  g: 500,
  h: 500,
  i: 278,
  j: 278,
  k: 500,
  l: 278,
  m: 778,
  n: 500,
  o: 500,
  p: 500,
  q: 500,
  r: 333,
  s: 389,
  t: 278,
  u: 500,
  v: 500,
  w: 722,
  x: 500,
  y: 500,
  z: 444,
  A: 722,
  B: 667,
  C: 667,
  D: 722,
  E: 611,
  F: 556,
  G: 722,
  H: 722,
  I: 333,
  K: 722,
  L: 611,
  M: 889,
  N: 722,
  O: 722,
  P: 556,
  R: 667,
  S: 556,
  T: 611,
  W: 944,
};

const widthOf = (words: string): number =>
  [...words].reduce((sum, sign) => sum + (WIDTHS[sign] ?? 500), 0) / 1000;

/** The bytes of the file. */
export function exampleArticle(): Uint8Array {
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const kids = PAGES.map((_, i) => `${6 + 2 * i} 0 R`).join(' ');
  add(`<< /Type /Catalog /Pages 2 0 R /PageLabels << /Nums [0 << /S /D /St ${FIRST_PAGE} >>] >> >>`);
  add(`<< /Type /Pages /Kids [${kids}] /Count ${PAGES.length} >>`);
  for (const face of ['Times-Roman', 'Times-Bold', 'Times-Italic'])
    add(`<< /Type /Font /Subtype /Type1 /BaseFont /${face} /Encoding /WinAnsiEncoding >>`);
  PAGES.forEach((paragraphs, i) => {
    const fonts = '<< /R 3 0 R /B 4 0 R /I 5 0 R >>';
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Contents ${objects.length + 2} 0 R /Resources << /Font ${fonts} >> >>`,
    );
    const stream = pageOf(paragraphs, i);
    add(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
  });
  let file = '%PDF-1.4\n';
  const places = objects.map((body, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const xref = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF\n`;
  return Uint8Array.from(file, (sign) => sign.charCodeAt(0));
}

function pageOf(paragraphs: readonly string[], index: number): string {
  const folio = String(FIRST_PAGE + index);
  const drawn: string[] = [];
  const put = (font: string, size: number, x: number, y: number, words: string, spacing = 0): void => {
    drawn.push(
      `BT /${font} ${size} Tf ${spacing.toFixed(3)} Tw ${x.toFixed(2)} ${y.toFixed(2)} Td (${written(words)}) Tj ET`,
    );
  };
  const centred = (font: string, size: number, y: number, words: string): void =>
    put(font, size, (WIDTH - widthOf(words) * size) / 2, y, words);
  if (index > 0) centred('I', 9, HEIGHT - 40, index % 2 ? 'Ilse Aaltonen' : 'The Keeper of the Tin');
  centred('R', 9, 34, folio);
  let y = HEIGHT - (index > 0 ? 72 : 92);
  for (const paragraph of paragraphs) {
    const heading = /^(#{1,2}) (.*)$/.exec(paragraph);
    if (heading) {
      const [, level, words] = heading;
      centred(level === '#' ? 'B' : 'I', level === '#' ? 15 : 11, y, words!);
      y -= level === '#' ? 22 : 34;
      continue;
    }
    for (const [k, { words, isLast }] of linesOf(paragraph).entries()) {
      const indent = k === 0 ? 14 : 0;
      const gap = WIDTH - 2 * MARGIN - indent - widthOf(words) * SIZE;
      const spaces = words.split(' ').length - 1;
      put('R', SIZE, MARGIN + indent, y, words, isLast || spaces === 0 ? 0 : gap / spaces);
      y -= LEADING;
    }
    y -= 3;
  }
  return drawn.join('\n');
}

function linesOf(paragraph: string): { readonly words: string; readonly isLast: boolean }[] {
  const lines: string[] = [''];
  for (const word of paragraph.split(' ')) {
    const last = lines.at(-1)!;
    const longer = last === '' ? word : `${last} ${word}`;
    const room = WIDTH - 2 * MARGIN - (lines.length === 1 ? 14 : 0);
    if (widthOf(longer) * SIZE <= room) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.map((words, i) => ({ words, isLast: i === lines.length - 1 }));
}

/** A string of PDF in WinAnsiEncoding. */
function written(words: string): string {
  const signs: Readonly<Record<string, string>> = {
    '’': '\\222',
    '“': '\\223',
    '”': '\\224',
    '(': '\\(',
    ')': '\\)',
  };
  return words.replace(/[’“”()]/g, (sign) => signs[sign]!);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(examplePdf, exampleArticle());
