/** The source of a citation or quotation: a text of the workspace, a file, or nothing yet. */
import type { Locator } from '../../facts/model.ts';
import { resolveFound } from '../../found/resolve.ts';
import type { TextRange } from '../../text/range.ts';
import { touches } from '../../text/range.ts';
import { isWorkFile } from '../../workspace/attached-file.ts';
import type { Library } from '../../workspace/library.ts';
import { bestPassage } from '../../workspace/quotation-places.ts';
import type { FeatureRequest } from '../request.ts';
import { targetAt, type Target } from '../target.ts';

export type SourceHere =
  /** A text of the workspace, at a passage or at its beginning. */
  | { readonly kind: 'text'; readonly path: string; readonly range: TextRange }
  | {
      readonly kind: 'file';
      readonly path: string;
      readonly work: string;
      /** In the text that was read from the file; null where no passage is known. */
      readonly passage: TextRange | null;
      /** Words to be looked for in it: of a quotation that was not searched for yet. */
      readonly words: string | null;
      /** The printed page that is cited; null where none is. */
      readonly page: string | null;
    }
  /** A work of which no text is known. */
  | { readonly kind: 'nothing'; readonly work: string };

/** What of a request is looked at. */
export type SourceRequest = Pick<FeatureRequest, 'view' | 'offset' | 'library' | 'quotations'>;

/** The source of the citation or quotation at the offset of a request; null where there is neither. */
export function sourceAt(request: SourceRequest): SourceHere | null {
  const { view, library, offset } = request;
  const target = targetAt(request);
  const quotations = library.inPrint.quotationsOf(view.path);
  if (target?.kind === 'citekey') {
    const { key, range, citation } = target;
    const own = quotations.findIndex(({ works }) => works[0]?.range.from === range.from);
    const found = own >= 0 ? ofQuotation(own, request) : null;
    if (found && 'work' in found && found.work === key) return found;
    if (found?.kind === 'text') return found;
    return ofWork(key, citation?.locator ?? null, request);
  }
  if (target?.kind === 'quotation') return ofQuotation(target.index, request);
  for (const { key, locator } of target ? inPrint(target, request) : []) {
    const found = ofWork(key, locator, request);
    if (found) return found;
  }
  const around = quotations.findLastIndex(({ range, works }) => works.length > 0 && touches(range, offset));
  return around < 0 ? null : ofQuotation(around, request);
}

/** The works that a citation in the manner of print may mean, by the bibliographies of its document. */
function inPrint(
  target: Target,
  { view, library }: SourceRequest,
): { readonly key: string; readonly locator: Locator | null }[] {
  const meant = () => resolveFound(view.found, library.knownEntries(view.path));
  const works = (keys: readonly string[] = [], locator: Locator | null = null) =>
    keys.map((key) => ({ key, locator }));
  if (target.kind === 'found-citation') {
    const { possibleCitations, citations } = meant();
    const match = (target.possible ? possibleCitations : citations)[target.index];
    return works(match?.keys, target.citation.locator);
  }
  if (target.kind === 'note-work') return works(meant().noteWorks[target.note]?.[target.work]?.keys);
  if (target.kind !== 'short-title') return [];
  const { target: first } = target.short;
  return first?.work == null ? [] : works(meant().noteWorks[first.note]?.[first.work]?.keys);
}

/** The passage that a quotation was found at; else its work. */
function ofQuotation(index: number, request: SourceRequest): SourceHere | null {
  const { view, library, quotations } = request;
  const quotation = library.inPrint.quotationsOf(view.path)[index]!;
  const verdict = quotations.of(view.path)[index];
  const passage = verdict ? bestPassage(quotation, verdict) : null;
  const isOfWork = passage && quotation.works.some(({ text }) => text === passage.work);
  if (passage && isOfWork)
    return isWorkFile(passage.path)
      ? {
          kind: 'file',
          path: passage.path,
          work: passage.work,
          passage: passage.range,
          words: null,
          page: null,
        }
      : { kind: 'text', path: passage.path, range: passage.range };
  const [named] = quotation.works;
  const found = named ? ofWork(named.text, quotation.locator, request) : null;
  return found?.kind === 'file' && !verdict ? { ...found, words: quotation.words } : found;
}

/** The text of a work; the whole one in the workspace before a file, a file before an excerpt. */
function ofWork(key: string, locator: Locator | null, { view, library }: SourceRequest): SourceHere | null {
  const texts = library.workTexts.of(view.path, key).filter((path) => path !== view.path);
  const file = texts.find(isWorkFile) ?? null;
  const document = texts.find((path) => !isWorkFile(path));
  if (file !== null)
    return { kind: 'file', path: file, work: key, passage: null, words: null, page: pageOf(locator) };
  if (document !== undefined) return { kind: 'text', path: document, range: { from: 0, to: 0 } };
  return library.entries(view.path, key).length > 0 ? { kind: 'nothing', work: key } : null;
}

function pageOf(locator: Locator | null): string | null {
  return locator?.label === 'page' ? (/^[\p{L}\p{N}]+/u.exec(locator.value)?.[0] ?? null) : null;
}

/** Zotero keeps each file in a folder of its own; what is to be allowed is the folder of all. */
const OF_ONE_ITEM = /(\/storage)\/[A-Z0-9]{8}$/;

/** Where the entry of a work stands, in the bibliographies of a document; null where none has it. */
export function entryOf(
  path: string,
  work: string,
  library: Library,
): { readonly path: string; readonly range: TextRange } | null {
  const [found] = library.entries(path, work);
  return found ? { path: found.path, range: found.entry.key.range } : null;
}

/** The folder that is to be allowed for a file that lies outside. */
export function folderToAllow(folder: string): string {
  return folder.replace(OF_ONE_ITEM, '$1');
}
