/** A question about a claim that most claims have nothing to say to; bits. */
export const Question = {
  conflicts: 1,
  unresolved: 2,
  nothing: 4,
  fallen: 8,
  circle: 16,
  twoMinded: 32,
} as const;

/**
 * Claims that had nothing to say to a question when last asked. Nothing else of an answer is kept, so that what
 * moves in the text cannot make it wrong; what changes the meaning of a claim must `forget` all that it is near.
 */
export class QuietClaims {
  private quiet = new Uint8Array(256);

  has(handle: number, question: number): boolean {
    return (this.quiet[handle]! & question) !== 0;
  }

  add(handle: number, question: number): void {
    if (handle >= this.quiet.length) {
      const larger = new Uint8Array(Math.max(handle + 1, this.quiet.length * 2));
      larger.set(this.quiet);
      this.quiet = larger;
    }
    this.quiet[handle]! |= question;
  }

  forget(handles: Iterable<number>): void {
    for (const handle of handles) if (handle < this.quiet.length) this.quiet[handle] = 0;
  }

  forgetAll(): void {
    this.quiet.fill(0);
  }
}
