import { Remembered } from './remembered.ts';

/** The claims of a long document that is open: they are asked for at every keystroke. */
const OF_OPEN = 2048;
/** Of others more would only be carried from one collection of garbage to the next. */
const OF_OTHERS = 128;

/** What was worked out of claims, or of pairs of them, by number: kept for long of those in open files only. */
export class RememberedClaims<Value> {
  private readonly ofOpen = new Remembered<number, Value>(OF_OPEN);
  private readonly ofOthers = new Remembered<number, Value>(OF_OTHERS);

  get(number: number): Value | undefined {
    return this.ofOpen.get(number) ?? this.ofOthers.get(number);
  }

  set(number: number, value: Value, isOpen: boolean): void {
    (isOpen ? this.ofOpen : this.ofOthers).set(number, value);
  }

  delete(number: number): void {
    this.ofOpen.delete(number);
    this.ofOthers.delete(number);
  }

  clear(): void {
    this.ofOpen.clear();
    this.ofOthers.clear();
  }
}
