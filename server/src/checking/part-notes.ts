/** The notes of a document in the texts that it is a part of. */
import type { Token } from '../facts/model.ts';
import type { CombinedText } from '../workspace/combined-texts.ts';
import type { DocumentSummary } from '../workspace/summary.ts';
import type { PartView } from './rule.ts';

interface Labels {
  readonly called: ReadonlySet<string>;
  /** Of duplicate labels the last. */
  readonly written: ReadonlyMap<string, Token>;
}

/** Cached by summary: it is needed for every part of a text. */
const KNOWN = new WeakMap<DocumentSummary, Labels>();

function labelsOf(summary: DocumentSummary): Labels {
  let labels = KNOWN.get(summary);
  if (!labels) {
    labels = {
      called: new Set(summary.called.map(({ text }) => text)),
      written: new Map(summary.written.map((token) => [token.text, token])),
    };
    KNOWN.set(summary, labels);
  }
  return labels;
}

/** Whether another document of a text calls a note, or may call it because the text is not known completely. */
export function mayBeCalled(label: string, text: CombinedText, part: PartView): boolean {
  return !text.isWhole || others(text, part).some((summary) => labelsOf(summary).called.has(label));
}

/** Whether a note is defined in any document of a text, or may be. */
export function mayBeWritten(label: string, text: CombinedText, part: PartView): boolean {
  return !text.isWhole || others(text, part).some((summary) => labelsOf(summary).written.has(label));
}

/** Where other documents of a text define a note with that label: the last place in each. */
export function writtenElsewhere(
  label: string,
  text: CombinedText,
  part: PartView,
): { readonly path: string; readonly token: Token }[] {
  return others(text, part).flatMap((summary) => {
    const token = labelsOf(summary).written.get(label);
    return token ? [{ path: summary.path, token }] : [];
  });
}

function others({ members }: CombinedText, { summary, library }: PartView): DocumentSummary[] {
  return members.flatMap((path) => (path === summary.path ? [] : (library.summary(path) ?? [])));
}

/** The root of the first text concerned; null if there is one text, or all are concerned. */
export function oneOfSeveralTexts(concerned: readonly CombinedText[], { texts }: PartView): string | null {
  const [first] = concerned;
  return first && concerned.length < texts.length ? first.root : null;
}
