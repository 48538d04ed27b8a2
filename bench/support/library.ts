/** A generated library: articles of 60 KB with 50 notes, 90 citations and 40 claims each, conflicts among them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const WORDS =
  'the of and to in that was for it with as his on be at by had not are but from or have an they which one you were her all she there would their we him been has when who will more no if out so said what up its about into than them can only other new some could time these two may then do first any my now such like our over man me even most made after also did many before must through years where much your way well down should because each just those people how too little state good very make world still own see men work long get here between both life being under never day same another know while last might us great old year off come since against go came right used take three'.split(
    ' ',
  );

/** A small generator with a fixed seed (mulberry32), so that every run has the same library. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A larger library has more actors, so that each article's claims have as many conflicts as in a small one. */
const entriesFor = (documents: number) => Math.max(200, 2 * documents);
const actorsFor = (documents: number) => Math.max(40, Math.floor(0.4 * documents));
const PROPERTIES = ['members', 'trusted', 'founded', 'registered-as'];

/**
 * The article with that number in a library of so many documents: about 60 KB. `prefix` is that of the names of its
 * notes and claims.
 */
export function article(number: number, documents = 1000, prefix = ''): string {
  const entries = entriesFor(documents);
  const actors = actorsFor(documents);
  const next = random(number + 1);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const sentence = (): string => {
    const length = 8 + Math.floor(next() * 14);
    const words = Array.from({ length }, () => pick(WORDS));
    words[0] = words[0]![0]!.toUpperCase() + words[0]!.slice(1);
    return words.join(' ');
  };
  const key = () => `author${Math.floor(next() * entries)}`;
  const actor = () => `actor${Math.floor(next() * actors)}`;
  let notes = 0;
  let citations = 0;
  let claims = 0;
  const parts = [`---\ntitle: Article ${number}\nlang: en\n---\n`];
  let size = 0;
  for (let paragraph = 0; size < 56_000; paragraph++) {
    if (paragraph % 12 === 0) parts.push(`\n# ${sentence()}\n`);
    const sentences: string[] = [];
    for (let i = 0; i < 5; i++) {
      let words = sentence();
      if (claims < 40 && next() < 0.09) {
        const property = pick(PROPERTIES);
        const value =
          property === 'members'
            ? `${Math.floor(next() * 900)}`
            : property === 'trusted'
              ? pick(['yes', 'no'])
              : property === 'founded'
                ? `${1900 + Math.floor(next() * 90)}`
                : pick(['ngo', 'enterprise', 'none']);
        const relation =
          claims > 0 && next() < 0.2 ? ` supports="#${prefix}claim-${Math.floor(next() * claims)}"` : '';
        words = `[${words}]{.claim #${prefix}claim-${claims} about="${actor()}" says="${property} = ${value}" when="${1900 + Math.floor(next() * 100)}"${relation}}`;
        claims++;
        words += ` [@${key()}, p. ${1 + Math.floor(next() * 90)}]`;
        citations++;
      } else if (citations < 90 && next() < 0.16) {
        words += ` [@${key()}, pp. ${1 + Math.floor(next() * 40)}-${50 + Math.floor(next() * 40)}]`;
        citations++;
      }
      if (notes < 50 && next() < 0.1) words += `[^${prefix}n${notes++}]`;
      sentences.push(`${words}.`);
    }
    const text = sentences.join(' ');
    size += text.length;
    parts.push(`\n${text}\n`);
  }
  for (let i = 0; i < notes; i++) parts.push(`\n[^${prefix}n${i}]: ${sentence()}, see @${key()}.\n`);
  return parts.join('');
}

/** One document of about `size` characters, joined from articles of a library of so many documents. */
export function longDocument(size: number, documents: number): string {
  const parts: string[] = [];
  for (let i = 0, length = 0; length < size; i++) {
    const part = article(i, documents, `part${i}-`);
    // Only the first article keeps its front matter.
    parts.push(i === 0 ? part : part.slice(part.indexOf('\n---\n') + 5));
    length += part.length;
  }
  return parts.join('');
}

/** The path of the article with that number. */
export function articlePath(number: number): string {
  return `articles/article-${number}.md`;
}

/** The shared files of a library of `count` articles. */
export function sharedFiles(documents = 1000): Record<string, string> {
  const entries = Array.from(
    { length: entriesFor(documents) },
    (_, i) =>
      `@article{author${i},\n  author = {Author${i}, Ann},\n  title = {Title ${i}},\n  date = {${1950 + (i % 70)}},\n  pages = {1--99},\n}\n`,
  );
  const actors = Array.from(
    { length: actorsFor(documents) },
    (_, i) => `actor${i}:\n  name: Organisation Number${i}\n  kind: union\n`,
  );
  return {
    'sicetnon.yaml':
      'bibliography: [works.bib]\nactors: [actors.yaml]\nproperties:\n  members: {type: quantity, tolerance: 5%}\n  trusted: {type: boolean}\n  founded: {type: date}\n  registered-as: {type: choice, of: [ngo, enterprise, none]}\n',
    'works.bib': entries.join('\n'),
    'actors.yaml': actors.join(''),
  };
}

/** Writes a library of `count` articles into `folder`. */
export function writeLibrary(folder: string, count: number): void {
  mkdirSync(path.join(folder, 'articles'), { recursive: true });
  for (const [file, text] of Object.entries(sharedFiles(count))) writeFileSync(path.join(folder, file), text);
  for (let i = 0; i < count; i++) writeFileSync(path.join(folder, articlePath(i)), article(i, count));
}
