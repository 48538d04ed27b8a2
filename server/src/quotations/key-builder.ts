import { DASH, foldCharacter, LIGATURE, ligatureLetters, LINE_END, QUOTE, SPACE } from './characters.ts';
import type { FoldedText } from './model.ts';
import { HARD_DASH, LINE_END_HYPHEN } from './model.ts';

const SPACE_UNIT = 0x20;
const APOSTROPHE = 0x27;
/** TeX sets an accent over an i without its dot, and so it is copied from a PDF. */
const DOTLESS_I = 0x131;
/** A unit of the key that nothing matches across. */
const BARRIER_UNIT = 10;

/** Characters before which a space is dropped: . , ; : ! ? ) ] } % and the ellipsis. */
const CLOSING = new Set([0x2e, 0x2c, 0x3b, 0x3a, 0x21, 0x3f, 0x29, 0x5d, 0x7d, 0x25, 0x2026]);
/** Characters after which a space is dropped: ( [ { ¿ ¡ and the ellipsis. */
const OPENING = new Set([0x28, 0x5b, 0x7b, 0xbf, 0xa1, 0x2026]);

/** Builds a key character by character, with the runs that map it to the source. */
export class KeyBuilder {
  private units: Uint16Array;
  private size = 0;
  private keyStarts: Uint32Array = new Uint32Array(64);
  private sourceStarts: Uint32Array = new Uint32Array(64);
  private joints: Uint8Array = new Uint8Array(64);
  private runs = 0;
  /** The source offset at which the current run would continue. */
  private expected = -1;
  private spaceAt = -1;
  private joint = 0;
  private lineEndSinceHyphen = false;
  private last = BARRIER_UNIT;
  private lastSpaceless = false;

  /** `room` is the approximate length of the key. */
  constructor(
    private readonly source: string,
    room: number,
  ) {
    this.units = new Uint16Array(room + 16);
  }

  /** Appends a unit of the key that was read at `at`. */
  character(unit: number, at: number, spaceless: boolean): void {
    if (this.spaceAt < 0 && this.joint === 0 && at === this.expected && this.size < this.units.length) {
      this.units[this.size++] = unit;
      this.expected = at + 1;
      this.last = unit;
      this.lastSpaceless = spaceless;
      return;
    }
    let joint = 0;
    if (this.joint !== 0) {
      joint = this.joint === LINE_END_HYPHEN && !this.lineEndSinceHyphen ? HARD_DASH : this.joint;
      if (this.last === BARRIER_UNIT) joint = 0;
      this.joint = 0;
      this.spaceAt = -1;
    } else if (this.spaceAt >= 0) {
      const counts =
        this.last !== BARRIER_UNIT &&
        !spaceless &&
        !this.lastSpaceless &&
        !CLOSING.has(unit) &&
        !OPENING.has(this.last);
      if (counts) this.push(SPACE_UNIT, this.spaceAt, 0);
      this.spaceAt = -1;
    }
    this.push(unit, at, joint);
    this.last = unit;
    this.lastSpaceless = spaceless;
  }

  space(at: number): void {
    if (this.spaceAt < 0) this.spaceAt = at;
  }

  lineEnd(at: number): void {
    this.space(at);
    this.lineEndSinceHyphen = true;
  }

  /** A dash or hyphen of any kind: left out of the key, but recorded as the joint of what follows. */
  dash(code: number, at: number): void {
    const atWord = this.spaceAt < 0 && this.joint === 0;
    // Within a line a soft hyphen has no meaning, nor the ¬ by which some scanners represent one.
    const soft = code === 0xad || code === 0xac;
    const breaking = soft || code === 0x2d || code === 0x2010;
    if (soft && !this.endsLine(at)) return;
    if (breaking && atWord) {
      this.joint = LINE_END_HYPHEN;
      this.lineEndSinceHyphen = false;
    } else this.joint = HARD_DASH;
  }

  /** A quotation mark; `dropSpace` drops the space before it. */
  quote(at: number, dropSpace: boolean): void {
    if (dropSpace) this.spaceAt = -1;
    this.character(APOSTROPHE, at, false);
  }

  /** A character from an entity or an escape. */
  fold(code: number, at: number): void {
    const folded = foldCharacter(code);
    if (folded > 0) this.character(folded, at, false);
    else if (folded === SPACE || folded === LINE_END) this.space(at);
    else if (folded === DASH) this.dash(code, at);
    else if (folded === QUOTE) this.quote(at, false);
    else if (folded === LIGATURE)
      for (const letter of ligatureLetters(code)) this.character(letter.charCodeAt(0), at, false);
    else if (folded !== 0) this.character(code, at, false);
  }

  /** A combining mark: composed with the letter before it where Unicode has a precomposed character. */
  combine(mark: number): void {
    if (this.size === 0 || this.last === BARRIER_UNIT) return;
    const letter = this.last === DOTLESS_I ? 'i' : String.fromCharCode(this.last);
    const composed = (letter + String.fromCharCode(mark)).normalize('NFC');
    if (composed.length === 1) {
      this.last = composed.charCodeAt(0);
      this.units[this.size - 1] = this.last;
    } else this.push(mark, Math.max(0, this.expected), 0);
  }

  barrier(): void {
    if (this.last === BARRIER_UNIT) return;
    this.push(BARRIER_UNIT, this.expected, 0);
    this.last = BARRIER_UNIT;
  }

  finish(): FoldedText {
    return {
      key: toText(this.units, this.size),
      keyStarts: this.keyStarts.slice(0, this.runs),
      sourceStarts: this.sourceStarts.slice(0, this.runs),
      joints: this.joints.slice(0, this.runs),
    };
  }

  private endsLine(at: number): boolean {
    let end = at + 1;
    while (end < this.source.length && foldCharacter(this.source.charCodeAt(end)) === SPACE) end++;
    return end >= this.source.length || this.source.charCodeAt(end) === 10;
  }

  private push(unit: number, at: number, joint: number): void {
    if (this.size === this.units.length) this.units = grown(this.units, Uint16Array);
    if (at !== this.expected || joint !== 0) this.startRun(at, joint);
    this.units[this.size++] = unit;
    this.expected = at + 1;
  }

  private startRun(at: number, joint: number): void {
    if (this.runs === this.keyStarts.length) {
      this.keyStarts = grown(this.keyStarts, Uint32Array);
      this.sourceStarts = grown(this.sourceStarts, Uint32Array);
      this.joints = grown(this.joints, Uint8Array);
    }
    this.keyStarts[this.runs] = this.size;
    this.sourceStarts[this.runs] = at;
    this.joints[this.runs] = joint;
    this.runs++;
  }
}

function grown<T extends Uint8Array | Uint16Array | Uint32Array>(old: T, make: new (size: number) => T): T {
  const bigger = new make(old.length * 2);
  bigger.set(old);
  return bigger;
}

/**
 * Converts in chunks, because the number of arguments is limited. V8 stores a Latin-1 chunk with one byte per
 * character.
 */
function toText(units: Uint16Array, size: number): string {
  const pieces: string[] = [];
  for (let from = 0; from < size; from += 8192)
    pieces.push(String.fromCharCode.apply(null, units.subarray(from, Math.min(size, from + 8192)) as never));
  return pieces.join('');
}
