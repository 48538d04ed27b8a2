/** The words of a page as text that can be selected and read aloud, over the picture or by itself. */
import type { SourceLine, WorkStretch } from '../../../server/src/protocol/source.ts';
import { html } from '../shared/dom.ts';
import { segments } from './boxes.ts';

/** A word that stands in the page, and where it stands in the text of the work; null for what is no part of that. */
export interface LaidWord {
  readonly element: HTMLElement;
  readonly at: number | null;
  readonly length: number;
}

export interface TextLayer {
  readonly element: HTMLElement;
  /** In the order in which they are read. */
  readonly words: readonly LaidWord[];
  /** Sizes the words for so many pixels a point. */
  size(scale: number): void;
}

/** Over a picture: each word where it is drawn, and not seen. */
export function layerOver(lines: readonly SourceLine[]): TextLayer {
  const words: (LaidWord & { readonly box: SourceLine['words'][number]; readonly word: string })[] = [];
  const element = html('div', { class: 'words' });
  for (const line of lines) {
    const shown = html('div', { class: 'line' });
    line.words.forEach((box, i) => {
      const word = line.text.slice(box.from, box.to);
      // The space belongs to the word before it, so that it is copied and read aloud.
      const next = line.words[i + 1];
      const space = next && next.from > box.to ? ' ' : '';
      const span = html('span', {}, `${word}${space}`);
      shown.append(span);
      words.push({
        element: span,
        at: line.at === null ? null : line.at + box.from,
        length: box.to - box.from,
        box,
        word,
      });
    });
    element.append(shown);
  }
  const measure = measurer();
  return {
    element,
    words,
    size: (scale) => {
      for (const { element: span, box, word } of words) {
        const size = Math.max(1, box.height * scale * 0.8);
        const { style } = span;
        style.left = `${box.left * scale}px`;
        style.top = `${box.top * scale}px`;
        style.height = `${box.height * scale}px`;
        style.fontSize = `${size}px`;
        style.transform = `scaleX(${(box.width * scale) / Math.max(1, measure(word, size))})`;
      }
    },
  };
}

/** By itself: paragraphs, with the words of stretches marked, the first kind before the others. */
export function layerAlone(
  lines: readonly SourceLine[],
  passage: WorkStretch | null,
  hits: readonly WorkStretch[],
): TextLayer {
  const words: LaidWord[] = [];
  const element = html('div', { class: 'paragraphs' });
  for (const line of lines) {
    const paragraph = html('p', {});
    for (const { from, to, mark } of segments(line, passage, hits)) {
      const text = line.text.slice(from, to);
      const piece = mark === null ? html('span', {}, text) : html('mark', { class: mark }, text);
      paragraph.append(piece);
      words.push({ element: piece, at: line.at === null ? null : line.at + from, length: to - from });
    }
    element.append(paragraph);
  }
  return { element, words, size: (scale) => void (element.style.fontSize = `${scale}em`) };
}

/** The width of words in the font of the layer, in pixels. */
function measurer(): (words: string, size: number) => number {
  const context = document.createElement('canvas').getContext('2d');
  return (words, size) => {
    if (!context) return words.length * size * 0.5;
    // The font of the layer, as its style sheet has it.
    context.font = `${size}px sans-serif`;
    return context.measureText(words).width;
  };
}
