/** A page of a PDF as its reader gives it, and as it is understood: characters, lines. All measures are in points. */

/** A rectangle on a page: the origin is at the lower left, as PDF has it. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** The characters of a page in the order in which the file draws them, each kind of fact in an array of its own. */
export interface PageCharacters {
  width: number;
  height: number;
  /** By how many quarters, counterclockwise, its text is turned in the file; it is given upright. */
  turned?: number;
  /** A picture lies over the text: a scan, whose words were made out by a program and put beneath. */
  readonly isCovered: boolean;
  readonly codes: Uint32Array;
  /** Four numbers a character: left, right, bottom, top. Those that the reader put between words have none: zeros. */
  readonly boxes: Float32Array;
  /** 1 where the reader put the character there, a space or a line end; 2 where it is turned; 4 where nobody sees it. */
  readonly marks: Uint8Array;
}

/** The box of the character at `index`. */
export function boxOf({ boxes }: PageCharacters, index: number): Box {
  const at = 4 * index;
  return { left: boxes[at]!, right: boxes[at + 1]!, bottom: boxes[at + 2]!, top: boxes[at + 3]! };
}

export const GENERATED = 1;
export const TURNED = 2;
export const UNSEEN = 4;

/** Characters on one line, side by side. */
export interface PrintedLine extends Box {
  readonly text: string;
  /** The height of its characters, that of most. */
  readonly size: number;
}
