import { say } from '../words/say.ts';

/** That a file lies in a folder which nobody allowed, and what to do about it. */
export function notAllowed(file: string, folder: string): string {
  return say(
    '“{file}” lies outside of the opened folder, in “{folder}”, and is not read. Allow that folder once (the setting `sicetnon.allowedFolders`, `--allow` on the command line), or move the file inside.',
    { file, folder },
  );
}

/** That a file lies outside and is not read there, whatever is allowed. */
export function notReadOutside(name: string): string {
  return say(
    '“{name}” lies outside the workspace and is not read. Move it inside, or open a folder that holds both.',
    { name },
  );
}
