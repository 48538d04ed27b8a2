import { resolved } from './archive-paths.ts';
import { ParagraphReader, raised, type NoteKind, type ParagraphSink } from './docx-paragraphs.ts';
import { visitOfficeXml } from './docx-xml.ts';
import type { WorkText } from './model.ts';
import { ReflowedText } from './reflowed-text.ts';
import { readingOf, Unreadable } from './unreadable.ts';
import type { WorkReading } from './work-reader.ts';
import { Zip, ZIP_LIMITS, type ZipLimits } from './zip.ts';

const RELATIONS = '_rels/.rels';
const USUAL_DOCUMENT = 'word/document.xml';
/** Of the first bytes that every file has which Office encrypted. */
const OLDER_ARCHIVE = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * The text of a DOCX as it stands with all changes taken: paragraphs, what is in tables and boxes, notes last. Pages are
 * not told: where they break depends on who looks. Never throws.
 */
export function readDocx(bytes: Uint8Array, limits: ZipLimits = ZIP_LIMITS): WorkReading {
  return readingOf(() => {
    if (OLDER_ARCHIVE.every((byte, i) => bytes[i] === byte)) throw new Unreadable('password');
    return textOf(new Zip(bytes, limits));
  });
}

function textOf(zip: Zip): WorkText {
  const at = documentPath(zip);
  const document = zip.read(at);
  if (!document) throw new Unreadable('broken');
  const text = new ReflowedText();
  const notes = new NoteOrder();
  visitOfficeXml(
    document,
    new ParagraphReader(
      () => text,
      (kind, id) => notes.markOf(kind, id),
    ),
  );
  for (const kind of ['footnote', 'endnote'] as const) {
    const wanted = notes.of(kind);
    const part = wanted.length > 0 ? zip.read(resolved(at, `${kind}s.xml`)?.path ?? '') : null;
    if (!part) continue;
    const read = notesIn(part, kind);
    for (const id of wanted) {
      text.beginNote();
      text.words(notes.markOf(kind, id));
      for (const words of read.get(id) ?? []) {
        if (words === null) text.paragraph();
        else text.words(words);
      }
      text.endNote();
    }
  }
  return text.finish('docx');
}

/** Which part is the text: mostly `word/document.xml`, `word/document2.xml` of some programs. */
function documentPath(zip: Zip): string {
  const relations = zip.read(RELATIONS);
  let path: string | null = null;
  if (relations)
    visitOfficeXml(relations, {
      open: (name, attributes) => {
        if (name === 'Relationship' && /\/officeDocument$/.test(attributes['Type'] ?? ''))
          path ??= resolved('', attributes['Target'] ?? '')?.path ?? null;
      },
      close: () => {},
      words: () => {},
    });
  return path ?? USUAL_DOCUMENT;
}

/** Notes are numbered in the order in which the text refers to them. */
class NoteOrder {
  private readonly orders = {
    footnote: new Map<string, number>(),
    endnote: new Map<string, number>(),
  };

  markOf(kind: NoteKind, id: string): string {
    const order = this.orders[kind];
    const number = order.get(id) ?? order.size + 1;
    order.set(id, number);
    return raised(number);
  }

  of(kind: NoteKind): string[] {
    return [...this.orders[kind].keys()];
  }
}

/** The words of each note by its `id`; null between paragraphs. */
function notesIn(part: Uint8Array, kind: NoteKind): ReadonlyMap<string, readonly (string | null)[]> {
  const read = new Map<string, (string | null)[]>();
  let words: (string | null)[] = [];
  const sink: ParagraphSink = {
    words: (written) => words.push(written),
    line: () => words.push(null),
    paragraph: () => words.push(null),
  };
  const reader = new ParagraphReader(
    () => sink,
    () => '',
  );
  visitOfficeXml(part, {
    open: (name, attributes) => {
      if (name === `w:${kind}`) {
        words = [];
        read.set(attributes['w:id'] ?? '', words);
      }
      reader.open(name, attributes);
    },
    close: (name) => reader.close(name),
    words: (written) => reader.words(written),
  });
  return read;
}
