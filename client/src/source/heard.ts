/** Validation of what the page of a source says, and of its stored state. */
import type { WorkStretch } from '../../../server/src/protocol/source.ts';
import type { FromSource, ShownSource } from './messages.ts';

/** Pixels a point; more are never asked for. */
const MOST_PIXELS = 16;
const LONGEST_SEARCH = 1000;

/** A valid copy of a message from the page; null where it is malformed. */
export function heardFromSource(message: unknown): FromSource | null {
  if (!isRecord(message)) return null;
  const { type, index, scale, words } = message;
  switch (type) {
    case 'ready':
    case 'take':
    case 'mend':
      return { type };
    case 'page':
      return isCount(index) && isNumber(scale) && scale <= MOST_PIXELS ? { type, index, scale } : null;
    case 'search':
      return typeof words === 'string' ? { type, words: words.slice(0, LONGEST_SEARCH) } : null;
    case 'quote': {
      const stretch = stretchOf(message['stretch']);
      return stretch && isCount(index) ? { type, stretch, index } : null;
    }
    case 'openIn':
      return isCount(index) ? { type, index } : null;
    default:
      return null;
  }
}

/** The source in a page's stored state; null where it is malformed. */
export function sourceOfState(kept: unknown): ShownSource | null {
  const source = isRecord(kept) ? kept['source'] : null;
  if (!isRecord(source)) return null;
  const { file, uri, work, title, index, passage, from } = source;
  const marked = passage === null ? null : stretchOf(passage);
  if (passage !== null && marked === null) return null;
  if (typeof file !== 'string' || typeof work !== 'string' || typeof title !== 'string') return null;
  if (!isFile(uri) || !isFile(from) || !isCount(index)) return null;
  return { file, uri, work, title, index, passage: marked, from };
}

/** Only files of this machine are handed to other programs. */
function isFile(uri: unknown): uri is string {
  return typeof uri === 'string' && /^(?:file|untitled|vscode-remote):/.test(uri);
}

function stretchOf(stretch: unknown): WorkStretch | null {
  if (!isRecord(stretch)) return null;
  const { from, to } = stretch;
  return isCount(from) && isCount(to) && from <= to ? { from, to } : null;
}

function isCount(number: unknown): number is number {
  return Number.isSafeInteger(number) && (number as number) >= 0;
}

function isNumber(number: unknown): number is number {
  return typeof number === 'number' && Number.isFinite(number) && number >= 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
