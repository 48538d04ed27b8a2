import { numbered, visible } from '../text/visible.ts';
import { jsonWithoutCommands } from './runner-commands.ts';

/** Directional marks: useful in editors, but on a terminal they move other text. */
const DIRECTION = /[\u061C\u200E\u200F]/g;
/** Characters that terminals may interpret, and that JSON does not escape. */
const UNPRINTED =
  /[\u007F-\u009F\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\u{E0000}-\u{E007F}]/gu;

/** Text from files made harmless for terminals: on one line, without control sequences. */
export function printable(text: string): string {
  return visible(text).replace(DIRECTION, numbered);
}

/** The same for several lines; tabs are kept. */
export function printableLines(text: string): string {
  return visible(text, '\n\t').replace(DIRECTION, numbered);
}

/** JSON with all such characters escaped, and no command of a pipeline in it. */
export function printableJson(data: unknown): string {
  return harmless(JSON.stringify(data, null, 2));
}

/** The same on one line. */
export function printableLine(data: unknown): string {
  return harmless(JSON.stringify(data));
}

function harmless(text: string): string {
  const json = text.replace(UNPRINTED, (sign) =>
    Array.from(
      { length: sign.length },
      (_, i) => `\\u${sign.charCodeAt(i).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
  return jsonWithoutCommands(json);
}
