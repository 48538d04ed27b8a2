import assert from 'node:assert/strict';

/** A box on a page, with what it is scrolled by. */
class Box {
  readonly scrolled: { top: number; left: number }[] = [];

  constructor(
    readonly parentElement: Box | null,
    readonly overflow: string,
    private readonly place: { top: number; left: number; width: number; height: number },
  ) {}

  get clientHeight(): number {
    return this.place.height;
  }

  get clientWidth(): number {
    return this.place.width;
  }

  getBoundingClientRect(): { readonly top: number; readonly left: number } {
    return this.place;
  }

  scrollBy(by: { top: number; left: number }): void {
    this.scrolled.push(by);
  }

  /** What scrolls every box around it: never to be called. */
  scrollIntoView(): void {
    assert.fail('the frame around the page is scrolled too, and its bar goes out of view');
  }
}

describe('What is brought into view', () => {
  let bring: (box: Box, how: 'centre' | 'nearest') => void;
  before(async () => {
    // Its types are those of a page, which are not known here.
    const file: string = '../../../client/webviews/shared/into-view.ts';
    bring = ((await import(file)) as { bringIntoView: typeof bring }).bringIntoView;
    Object.assign(globalThis, { getComputedStyle: (box: Box) => ({ overflow: box.overflow }) });
  });
  after(() => {
    Reflect.deleteProperty(globalThis, 'getComputedStyle');
  });

  /** The frame, the page below its bar that scrolls in it, and a mark on the page that begins at `top` and `left`. */
  function shown(top: number, left = 100, overflow = 'auto') {
    const frame = new Box(null, 'auto', { top: 0, left: 0, width: 600, height: 400 });
    const page = new Box(frame, overflow, { top: 40, left: 0, width: 600, height: 360 });
    const sheet = new Box(page, 'visible', { top: 40, left: 0, width: 600, height: 2000 });
    const mark = new Box(sheet, 'visible', { top, left, width: 80, height: 20 });
    return { frame, page, sheet, mark };
  }

  it('scrolls what scrolls around it and nothing farther out, so that the bar stays', () => {
    for (const how of ['centre', 'nearest'] as const) {
      const { frame, page, sheet, mark } = shown(1040);
      bring(mark, how);
      assert.equal(page.scrolled.length, 1, how);
      assert.deepEqual([frame.scrolled, sheet.scrolled], [[], []], how);
    }
  });
  it('comes to the middle of its room', () => {
    const { page, mark } = shown(1040);
    bring(mark, 'centre');
    // Its middle, 1,010 below the top of the room, comes to 180.
    assert.deepEqual(page.scrolled, [{ top: 830, left: 0 }]);
  });
  it('is scrolled to no further than it must be', () => {
    for (const [top, left, by] of [
      [60, 100, { top: 0, left: 0 }],
      [1040, 100, { top: 660, left: 0 }],
      [10, 100, { top: -30, left: 0 }],
      [60, 700, { top: 0, left: 180 }],
      [60, -50, { top: 0, left: -50 }],
    ] as const) {
      const { page, mark } = shown(top, left);
      bring(mark, 'nearest');
      assert.deepEqual(page.scrolled, [by], `${top}, ${left}`);
    }
  });
  it('finds what scrolls in one direction only, and does nothing where nothing scrolls', () => {
    const { page, mark } = shown(1040, 100, 'hidden scroll');
    bring(mark, 'nearest');
    assert.equal(page.scrolled.length, 1);
    const alone = new Box(null, 'visible', { top: 900, left: 0, width: 10, height: 10 });
    bring(alone, 'centre');
    assert.deepEqual(alone.scrolled, []);
  });
});
