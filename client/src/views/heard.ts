/** Validation of messages and state from webviews. */
import type { Spot } from '../../../server/src/protocol/views.ts';
import { pictureKinds, pictureRow } from '../../../server/src/protocol/pictures.ts';
import type { PictureQuestion, PictureRows, PictureScope } from '../../../server/src/protocol/pictures.ts';
import { rowGestures } from './messages.ts';
import type { FromPicture } from './messages.ts';

/** A valid copy of a message from a picture; null where it is malformed. */
export function heard(message: unknown): FromPicture | null {
  if (!isRecord(message)) return null;
  const { type } = message;
  if (type === 'ready' || type === 'choose') return { type };
  if (type === 'open') {
    const spot = spotOf(message['spot']);
    return spot && { type, spot };
  }
  if (type === 'begin') {
    const spot = spotOf(message['spot']);
    const gesture = rowGestures.find((each) => each === message['gesture']);
    return spot && gesture ? { type, gesture, spot } : null;
  }
  if (type === 'rows') {
    const rows = rowsOf(message['rows']);
    return rows && { type, rows };
  }
  if (type !== 'save') return null;
  const { format, text } = message;
  const isKnown = format === 'svg' || format === 'argdown' || format === 'csv';
  return isKnown && typeof text === 'string' ? { type, format, text } : null;
}

/** The question in a picture's stored state; null where it is malformed. */
export function questionOf(kept: unknown): PictureQuestion | null {
  const question = isRecord(kept) ? kept['question'] : null;
  if (!isRecord(question)) return null;
  const { kind, actor } = question;
  const known = pictureKinds.find((each) => each === kind);
  if (known === undefined) return null;
  const row = pictureRow(known);
  const scope = scopeOf(question['scope']);
  const rows = rowsOf(question['rows']);
  if (row.asks === 'actor' ? typeof actor !== 'string' : scope === null) return null;
  if (row.rows && (rows === null || !row.rows.includes(rows))) return null;
  const subject = row.asks === 'actor' ? { actor } : { scope };
  return { kind: known, ...subject, ...(row.rows ? { rows } : {}) } as PictureQuestion;
}

/** A valid place in a file; nothing else is ever opened for a webview, no URL and no command. */
export function spotOf(spot: unknown): Spot | null {
  if (!isRecord(spot) || !isRecord(spot['range'])) return null;
  const { uri, range } = spot;
  const start = positionOf(range['start']);
  const end = positionOf(range['end']);
  return typeof uri === 'string' && /^(?:file|untitled):/.test(uri) && start && end
    ? { uri, range: { start, end } }
    : null;
}

function positionOf(position: unknown): Spot['range']['start'] | null {
  if (!isRecord(position)) return null;
  const { line, character } = position;
  return isCount(line) && isCount(character) ? { line, character } : null;
}

function scopeOf(scope: unknown): PictureScope | null {
  if (!isRecord(scope)) return null;
  const { kind, uri, actor } = scope;
  if (kind === 'workspace') return { kind };
  if (kind === 'file') return typeof uri === 'string' ? { kind, uri } : null;
  return kind === 'actor' && typeof actor === 'string' ? { kind, actor } : null;
}

/** A valid kind of rows. */
function rowsOf(rows: unknown): PictureRows | null {
  const isKnown = pictureKinds.some((kind) => pictureRow(kind).rows?.some((each) => each === rows));
  return isKnown ? (rows as PictureRows) : null;
}

function isCount(number: unknown): number is number {
  return Number.isSafeInteger(number) && (number as number) >= 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
