import type { Connection } from 'vscode-languageserver';
import type { Logger } from '../../workspace/file-system.ts';
import { describe } from './session.ts';

/**
 * A log that the client keeps, in the output of its extension. It never throws: where the connection is closed nobody
 * is there to read it, and what is done in the background may go on for a moment.
 */
export function clientLog({ console }: Pick<Connection, 'console'>): Logger {
  return {
    info: (message) => quietly(() => console.info(message)),
    warn: (message) => quietly(() => console.warn(message)),
    error: (message, cause) =>
      quietly(() => console.error(cause === undefined ? message : `${message}\n${describe(cause)}`)),
  };
}

function quietly(write: () => void): void {
  try {
    write();
  } catch {
    // The client is gone.
  }
}
