/** A page on the screen: its picture, the marks on it, its words. */
import type { WorkStretch } from '../../../server/src/protocol/source.ts';
import type { ShownPage } from '../../src/source/messages.ts';
import { html } from '../shared/dom.ts';
import { bringIntoView } from '../shared/into-view.ts';
import { boxesOf } from './boxes.ts';
import { KeyboardSelection } from './selected.ts';
import { layerAlone, layerOver, type TextLayer } from './text-layer.ts';

export interface Marked {
  readonly passage: WorkStretch | null;
  readonly hits: readonly WorkStretch[];
  /** The hit at which the search stands. */
  readonly current: WorkStretch | null;
}

/** The room that is left beside a page that fits the width, in pixels. */
const MARGIN = 32;

/** The page that is shown; one at a time. */
export class PageView {
  readonly element = html('article', { class: 'sheet', tabindex: 0, hidden: true });
  private page: ShownPage | null = null;
  private canvas: HTMLCanvasElement | null = null;
  private layer: TextLayer | null = null;
  private marks: HTMLElement | null = null;
  private keyboard: KeyboardSelection | null = null;

  /** The words on it. */
  get words(): TextLayer['words'] {
    return this.layer?.words ?? [];
  }

  /** What is selected by keyboard. */
  get selection(): KeyboardSelection | null {
    return this.keyboard;
  }

  /** The pixels a point at which the page fits a width; 1 for text without pages. */
  fitting(width: number): number {
    const drawn = this.page?.drawn;
    return drawn ? Math.max(0.1, (width - MARGIN) / drawn.width) : 1;
  }

  /** Shows a page; resolves when its picture is there. The words stay where it is the same page, so that a selection does. */
  async show(page: ShownPage, marked: Marked, words: string): Promise<void> {
    const isSame = this.page?.index === page.index && this.page.lines.length === page.lines.length;
    const picture = page.drawn ? await createImageBitmap(new Blob([page.drawn.png as BlobPart])) : null;
    this.page = page;
    this.element.hidden = false;
    this.element.setAttribute('aria-label', words);
    if (!isSame || !this.layer || !picture) this.lay(page, marked);
    if (picture && this.canvas) {
      this.canvas.width = picture.width;
      this.canvas.height = picture.height;
      this.canvas.getContext('2d')?.drawImage(picture, 0, 0);
      picture.close();
    }
    this.mark(marked);
  }

  /** Takes the page away. */
  clear(): void {
    this.page = null;
    this.layer = null;
    this.element.hidden = true;
    this.element.replaceChildren();
  }

  /** Sizes everything for so many pixels a point. */
  size(scale: number): void {
    const drawn = this.page?.drawn;
    this.layer?.size(scale);
    if (!drawn) return;
    const { style } = this.element;
    style.width = `${drawn.width * scale}px`;
    style.height = `${drawn.height * scale}px`;
    for (const box of this.marks?.children ?? []) place(box as HTMLElement, scale);
  }

  /** Marks stretches, on a picture as boxes. */
  mark(marked: Marked): void {
    const { page } = this;
    if (!page) return;
    if (!page.drawn) return this.lay(page, marked);
    const boxes = (stretch: WorkStretch, kind: string) =>
      boxesOf(page.lines, stretch).map(({ left, top, width, height }) =>
        html('div', { class: kind, 'data-box': `${left} ${top} ${width} ${height}` }),
      );
    this.marks?.replaceChildren(
      ...(marked.passage ? boxes(marked.passage, 'passage') : []),
      ...marked.hits.flatMap((hit) => boxes(hit, hit === marked.current ? 'hit current' : 'hit')),
    );
  }

  /** Brings what is marked into view: the hit at which the search stands, else the passage. */
  reveal(): void {
    const mark = this.element.querySelector('.current') ?? this.element.querySelector('.passage');
    if (mark) bringIntoView(mark, 'centre');
    else this.element.parentElement?.scrollTo({ top: 0 });
  }

  private lay(page: ShownPage, { passage, hits }: Marked): void {
    this.layer = page.drawn ? layerOver(page.lines) : layerAlone(page.lines, passage, hits);
    this.keyboard = new KeyboardSelection(this.layer.words);
    this.canvas = page.drawn ? html('canvas', { 'aria-hidden': 'true' }) : null;
    this.marks = page.drawn ? html('div', { class: 'marks', 'aria-hidden': 'true' }) : null;
    this.element.classList.toggle('drawn', page.drawn !== null);
    this.element.style.width = this.element.style.height = '';
    this.element.replaceChildren(
      ...[this.canvas, this.marks].filter((each) => each !== null),
      this.layer.element,
    );
  }
}

function place(box: HTMLElement, scale: number): void {
  const [left = 0, top = 0, width = 0, height = 0] = (box.dataset['box'] ?? '').split(' ').map(Number);
  const { style } = box;
  style.left = `${left * scale}px`;
  style.top = `${top * scale}px`;
  style.width = `${width * scale}px`;
  style.height = `${height * scale}px`;
}
