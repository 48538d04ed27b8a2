import type { Disposable } from 'vscode';

/** Calls `step` once things have been quiet for `milliseconds`, however often it was asked meanwhile. */
export class Debounced implements Disposable {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly step: () => void,
    private readonly milliseconds: number,
  ) {}

  ask(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.step, this.milliseconds);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }
}
