/** What comes from a page, or was kept by one, is looked at before it is believed. */
import type { Spot } from '../../../server/src/protocol/views.ts';
import type { PictureScope } from '../../../server/src/protocol/names.ts';
import type { FromPicture, PictureQuestion } from './messages.ts';

/** What a picture says, made anew from what is known of it; null where it is nothing of ours. */
export function heard(message: unknown): FromPicture | null {
  if (!isRecord(message)) return null;
  const { type } = message;
  if (type === 'ready' || type === 'choose') return { type };
  if (type === 'open') {
    const spot = spotOf(message['spot']);
    return spot && { type, spot };
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

/** The question that a picture kept for the time when the window was closed; null where it is none. */
export function questionOf(kept: unknown): PictureQuestion | null {
  const question = isRecord(kept) ? kept['question'] : null;
  if (!isRecord(question)) return null;
  const { kind, actor } = question;
  if (kind === 'timeline') return typeof actor === 'string' ? { kind, actor } : null;
  const scope = scopeOf(question['scope']);
  if (kind === 'claimMap') return scope && { kind, scope };
  const rows = rowsOf(question['rows']);
  return kind === 'evidenceMatrix' && scope && rows ? { kind, scope, rows } : null;
}

/** A place in a file; nothing else is opened for a page, no address and no command. */
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

function rowsOf(rows: unknown): 'propositions' | 'claims' | null {
  return rows === 'propositions' || rows === 'claims' ? rows : null;
}

function isCount(number: unknown): number is number {
  return Number.isSafeInteger(number) && (number as number) >= 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
