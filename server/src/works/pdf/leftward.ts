/** Lines that are written from right to left: Hebrew, Arabic and their like. PDFium gives their characters as they are read. */
import type { Box } from './page.ts';

/** Whether a character is of a script that is written from right to left. */
export function isWrittenLeftward(code: number): boolean {
  return (
    (code >= 0x590 && code <= 0x8ff) ||
    (code >= 0xfb1d && code <= 0xfdff) ||
    (code >= 0xfe70 && code <= 0xfefc)
  );
}

interface Word {
  text: string;
  left: number;
  /** It has letters or digits that are written from left to right. */
  isRightward: boolean;
}

/** The words of such a line; neighbouring words of another script are put in their own order. */
export class LeftwardWords {
  private readonly words: Word[] = [];

  /** Adds a character, to a new word if it stands `apart`. */
  add(sign: string, { left }: Box, apart: boolean, isRightward: boolean): void {
    const last = this.words.at(-1);
    if (!last || apart) this.words.push({ text: sign, left, isRightward });
    else {
      last.text += sign;
      last.left = Math.min(last.left, left);
      last.isRightward ||= isRightward;
    }
  }

  get text(): string {
    const ordered: Word[] = [];
    let run: Word[] = [];
    const flush = (): void => {
      ordered.push(...run.sort((a, b) => a.left - b.left));
      run = [];
    };
    for (const word of this.words) {
      if (!word.isRightward) flush();
      (word.isRightward ? run : ordered).push(word);
    }
    flush();
    return ordered.map(({ text }) => text).join(' ');
  }
}
