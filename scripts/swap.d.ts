export interface BuiltFile {
  readonly file: string;
  readonly contents: Uint8Array;
}

export function swapIn(
  folder: string,
  files: readonly BuiltFile[],
  executables?: readonly string[],
): readonly string[];
/** Removes files from a folder that are not in the list. */
export function removeOthers(folder: string, files: readonly string[]): void;
