import type { Disposable } from 'vscode';

/** Debounce: calls `step` after `milliseconds` without another call. */
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
