/** The table of short texts that are easily misread, with what Pandoc reads in them. */
import { fileURLToPath } from 'node:url';
import { fromPandoc, type Pandoc, type ReadDocument } from './pandoc.ts';

export const readingsFile = fileURLToPath(new URL('../fixtures/pandoc-readings.json', import.meta.url));

/** What is compared of a text. */
export interface ComparedReading {
  readonly citations: readonly (readonly unknown[])[];
  readonly notes: number;
  readonly literalMarkers: readonly string[];
  readonly spans: readonly unknown[];
  readonly divs: readonly unknown[];
}

/** A text with what the current Pandoc reads, and what Pandoc 2.17 read where that is something else. */
export interface Reading extends ComparedReading {
  readonly name: string;
  readonly text: string;
  readonly earlier?: ComparedReading;
  /** Why we still read as Pandoc 2.17 did. */
  readonly open?: string;
}

/** A reading in the form of the table. */
export function compared(read: ReadDocument): ComparedReading {
  return {
    citations: read.citations.map((one) => [
      one.mode,
      one.key,
      one.prefix,
      one.suffix,
      one.inNote,
      one.group,
    ]),
    notes: read.notes.length,
    literalMarkers: read.literalMarkers,
    spans: read.spans,
    divs: read.divs,
  };
}

/** What a Pandoc reads in a text that it can read. */
export async function readingWith(pandoc: Pandoc, text: string): Promise<ComparedReading> {
  const tree = await pandoc.tree(text);
  if (!tree) throw new Error(`Pandoc ${pandoc.version} does not read ${JSON.stringify(text)}`);
  return compared(fromPandoc(tree));
}
