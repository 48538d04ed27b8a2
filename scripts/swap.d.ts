export interface BuiltFile {
  readonly file: string;
  readonly contents: Uint8Array;
}

/**
 * Writes files beside those in `folder`, then renames each into its place, chunks before the files that import them.
 * Removes the chunks of all but the last builds. Returns the chunks of this build.
 */
export function swapIn(
  folder: string,
  files: readonly BuiltFile[],
  executables?: readonly string[],
): readonly string[];
/** Removes files from a folder that are not in the list. */
export function removeOthers(folder: string, files: readonly string[]): void;
