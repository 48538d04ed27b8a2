import { Remembered } from './remembered.ts';

/** For open files: a long document's claims are looked up at every keystroke. */
const OF_OPEN = 2048;
/** For others. A larger cache only adds work for the garbage collector. */
const OF_OTHERS = 128;

/** A cache by handle for claims or pairs of claims, larger for claims in open files. */
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
