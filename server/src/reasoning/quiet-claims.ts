/** Questions that have no answer for most claims, as bits. */
export const Question = {
  conflicts: 1,
  unresolved: 2,
  unsupported: 4,
  fallen: 8,
  circle: 16,
  twoMinded: 32,
  singleSource: 64,
  settling: 128,
  time: 256,
  value: 512,
  property: 1024,
  lifetime: 2048,
  near: 4096,
  place: 8192,
} as const;

/**
 * A negative cache: the claims that had no answer to a question when last asked. Nothing else of an answer is
 * kept, so positions cannot become stale. Whatever changes the meaning of a claim must `forget` all claims
 * near it.
 */
export class QuietClaims {
  private quiet = new Uint16Array(256);
  /** The questions to which any claim is quiet. */
  private answered = 0;
  /** By question: the version of its other inputs when claims were last found quiet. */
  private readonly bases = new Map<number, number>();

  has(handle: number, question: number): boolean {
    return (this.quiet[handle]! & question) !== 0;
  }

  add(handle: number, question: number): void {
    if (handle >= this.quiet.length) {
      const larger = new Uint16Array(Math.max(handle + 1, this.quiet.length * 2));
      larger.set(this.quiet);
      this.quiet = larger;
    }
    this.quiet[handle]! |= question;
    this.answered |= question;
  }

  /** Invalidates a question's entries when the version of its other inputs is no longer `basis`. */
  restOn(question: number, basis: number): void {
    if (this.bases.get(question) === basis) return;
    this.bases.set(question, basis);
    if (!(this.answered & question)) return;
    this.answered &= ~question;
    for (let handle = 0; handle < this.quiet.length; handle++) this.quiet[handle]! &= ~question;
  }

  forget(handles: Iterable<number>): void {
    for (const handle of handles) if (handle < this.quiet.length) this.quiet[handle] = 0;
  }

  forgetAll(): void {
    // The first reading calls this for every file.
    if (this.answered === 0) return;
    this.quiet.fill(0);
    this.answered = 0;
  }
}
