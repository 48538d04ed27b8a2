import type { Library } from '../workspace/library.ts';
import { isPlainTextPath } from '../workspace/scope.ts';
import type { DocumentReader, DocumentReading } from './document-reader.ts';
import { readAhead } from './read-ahead.ts';
import type { TextContent } from './text-content.ts';

/** The result of reading a document: a text, its digest, or why there is neither. */
export interface ReadDocumentContent {
  readonly path: string;
  readonly content: TextContent | DocumentReading;
}

export interface DocumentSources {
  readonly library: Library;
  /** Reads many at once. Not used where mentions need the texts themselves. */
  readonly reader: DocumentReader | undefined;
  readonly text: (path: string) => Promise<TextContent>;
}

/**
 * Reads documents in batches and in no order. `whole`: whether these are all documents. Ends early on
 * `signal`.
 */
export async function* readDocuments(
  paths: readonly string[],
  whole: boolean,
  { library, reader, text }: DocumentSources,
  signal: AbortSignal,
): AsyncGenerator<readonly ReadDocumentContent[]> {
  const { mentions, project } = library;
  if (reader && !mentions.wantsTexts) {
    const wanted = paths.map((path) => ({ path, source: project.sources.get(path)?.text ?? null }));
    const terms = { whole, names: mentions.sharedNames(), largest: library.largest };
    for await (const readings of reader.read(wanted, terms, signal)) {
      if (signal.aborted) return;
      // The encoding of a plain text is guessed here, and not by the reader: what it remembers is not in doubt.
      const refused = readings.filter(({ path, status }) => status === 'encoding' && isPlainTextPath(path));
      const again = new Set(refused);
      yield readings.flatMap((reading) =>
        again.has(reading) ? [] : [{ path: reading.path, content: reading }],
      );
      for (const { path } of refused) yield [{ path, content: await text(path) }];
    }
    return;
  }
  for await (const [path, content] of readAhead(paths, text)) {
    if (signal.aborted) return;
    yield [{ path, content }];
  }
}
