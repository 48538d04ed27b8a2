/** The table of short, easily misread texts with Pandoc's readings. */
import { fileURLToPath } from 'node:url';
import { fromPandoc, type Pandoc, type ReadDocument } from './pandoc.ts';

export const readingsFile = fileURLToPath(new URL('../fixtures/pandoc-readings.json', import.meta.url));

/** The compared facts of a text. */
export interface ComparedReading {
  readonly citations: readonly (readonly unknown[])[];
  readonly notes: number;
  readonly literalMarkers: readonly string[];
  readonly spans: readonly unknown[];
  readonly divs: readonly unknown[];
}

/** A text with the reading of the current Pandoc, and that of 2.17 where it differs. */
export interface Reading extends ComparedReading {
  readonly name: string;
  readonly text: string;
  readonly earlier?: ComparedReading;
  /** Why we still read it as Pandoc 2.17 did. */
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

/** The reading of a Pandoc for a valid text. */
export async function readingWith(pandoc: Pandoc, text: string): Promise<ComparedReading> {
  const tree = await pandoc.tree(text);
  if (!tree) throw new Error(`Pandoc ${pandoc.version} does not read ${JSON.stringify(text)}`);
  return compared(fromPandoc(tree));
}
