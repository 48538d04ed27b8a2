import type { Token } from '../facts/model.ts';
import type { DocumentView } from '../checking/rule.ts';
import type { ReasoningIndex } from '../reasoning/reasoning-index.ts';
import type { TextRange } from '../text/range.ts';
import { wellFormed } from '../text/well-formed.ts';
import type { Library } from '../workspace/library.ts';
import { folderOf, resolvePath } from '../workspace/paths.ts';
import { PROJECT_FILE } from '../workspace/project-file.ts';
import { addressesIn } from './references/addresses.ts';

/** A link to a web page, or to a place in a file of the workspace. Never to anything else. */
export type DocumentLink =
  | { readonly range: TextRange; readonly page: string }
  | { readonly range: TextRange; readonly path: string; readonly place: TextRange | null };

interface World {
  readonly library: Library;
  readonly reasoning: ReasoningIndex;
}

/** A DOI alone or after `doi:`; trailing punctuation is trimmed later. */
const DOI = /(?<![\w/.])(?:doi:\s?)?(10\.\d{4,9}\/[^\s"<>{}|\\^`[\]]+)/gi;
const PAGE = /\bhttps?:\/\/[^\s"<>{}|\\^`[\]]+/gi;

/** The links of a document: URLs, DOIs, addresses of claims, and files named in the front matter. */
export function linksOfDocument(view: DocumentView, world: World): DocumentLink[] {
  const { library, reasoning } = world;
  const { path, text, facts } = view;
  const links: DocumentLink[] = [];
  const head = facts.frontMatter;
  for (const token of head?.bibliography ?? []) links.push(...declared(path, token, library));
  if (head?.csl) links.push(...declared(path, head.csl, library));
  for (const claim of reasoning.claimsIn(path))
    for (const { address, idRange, placeRange, exact } of addressesIn(claim)) {
      const resolution = reasoning.resolveAddress(path, address);
      if (resolution.status !== 'resolved' || !exact) continue;
      const { path: target, idRange: place, headRange } = resolution.claim;
      links.push({
        range: { from: placeRange.from, to: idRange.to },
        path: target,
        place: place ?? headRange,
      });
    }
  return withoutOverlaps([...links, ...pagesIn(text.text)]);
}

/** The links of a data file: URLs, DOIs, and files that it names. */
export function linksOfData(path: string, text: string, { library }: World): DocumentLink[] {
  const links: DocumentLink[] = [];
  if (path === PROJECT_FILE) {
    const { bibliography, csl, actors, sourcePaths } = library.project;
    for (const token of [...bibliography, ...(csl ? [csl] : []), ...actors, ...sourcePaths])
      links.push(...declared(path, token, library));
  }
  return withoutOverlaps([...links, ...pagesIn(text)]);
}

function declared(path: string, token: Token, library: Library): DocumentLink[] {
  const { paths, glob } = library.declared(path, token);
  const beside = resolvePath(folderOf(path), token.text);
  const target = glob
    ? undefined
    : [beside, ...paths].find(
        (each) => each !== null && (library.files.has(each) || library.bibliography(each) !== undefined),
      );
  return target ? [{ range: token.range, path: target, place: null }] : [];
}

function pagesIn(text: string): DocumentLink[] {
  const links: DocumentLink[] = [];
  for (const match of text.matchAll(PAGE)) {
    const page = trimmed(match[0]);
    links.push({ range: { from: match.index, to: match.index + page.length }, page });
  }
  for (const match of text.matchAll(DOI)) {
    const doi = trimmed(match[1]!);
    const lead = match[0].length - match[1]!.length;
    links.push({
      range: { from: match.index, to: match.index + lead + doi.length },
      page: `https://doi.org/${encodeURI(wellFormed(doi)).replaceAll('#', '%23').replaceAll('?', '%3F')}`,
    });
  }
  return links;
}

/** Without the punctuation and closing bracket of the sentence around it. */
function trimmed(address: string): string {
  let end = address.length;
  for (;;) {
    const last = address[end - 1];
    if (last !== undefined && /[.,;:!?'’”*_]/.test(last)) end--;
    else if (last === ')' && isOneTooMany(address.slice(0, end))) end--;
    else return address.slice(0, end);
  }
}

function isOneTooMany(address: string): boolean {
  let depth = 0;
  for (const letter of address) depth += letter === '(' ? 1 : letter === ')' ? -1 : 0;
  return depth < 0;
}

function withoutOverlaps(links: DocumentLink[]): DocumentLink[] {
  let end = 0;
  return links
    .sort((a, b) => a.range.from - b.range.from)
    .filter(({ range }) => {
      if (range.from < end) return false;
      end = range.to;
      return true;
    });
}
