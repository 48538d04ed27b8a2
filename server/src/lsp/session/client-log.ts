import type { Connection } from 'vscode-languageserver';
import type { Logger } from '../../workspace/file-system.ts';
import { describe } from './session.ts';

/**
 * A log that is sent to the client's output channel. Never throws: after the connection is closed, background tasks
 * may still log.
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
    // The connection is closed.
  }
}
