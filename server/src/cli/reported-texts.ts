import { Files } from '../hosts/reading/files.ts';
import { DocumentText } from '../text/document-text.ts';
import { decodeText } from '../text/encoding.ts';
import { guessText } from '../text/guessed-encoding.ts';
import type { PositionRange } from '../text/range.ts';
import { isPlainTextPath } from '../workspace/scope.ts';

/** A file of one of the checked workspaces. */
interface Place {
  readonly root: string;
  readonly file: string;
  /** The text, where it is not that of the file. */
  readonly text: string | null;
}

/** The texts of reported files, by the names that they have in reports; the last one is cached. */
export class ReportedTexts {
  private readonly places = new Map<string, Place>();
  private shown: Place | null = null;
  private text: DocumentText | null = null;
  /** The files of the root that was read last. */
  private files: { readonly root: string; readonly files: Files } | null = null;

  /** Files larger than `largest` bytes are not read here either. Names are those of files in the folder `here`. */
  constructor(
    private readonly largest: number,
    private readonly here: string,
  ) {}

  /** Sets which file a name stands for, where that is another one. */
  place(name: string, place: Place): void {
    this.places.set(name, place);
  }

  /** A line of a file; null where it is no text. */
  readonly line = (name: string, line: number): string | null => {
    const text = this.textOf(name);
    return text ? text.text.slice(text.lines.lineStart(line), text.lines.lineEnd(line)) : null;
  };

  /** The words at a range of a file; its first line where it is empty; null where it is no text. */
  readonly words = (name: string, range: PositionRange): string | null => {
    const text = this.textOf(name);
    if (!text) return null;
    return text.slice(text.lines.offsets(range)) || this.line(name, range.start.line);
  };

  private textOf(name: string): DocumentText | null {
    const place = this.places.get(name) ?? { root: this.here, file: name, text: null };
    if (place.root !== this.shown?.root || place.file !== this.shown.file)
      this.text = place.text === null ? this.read(place) : DocumentText.of(place.text);
    this.shown = place;
    return this.text;
  }

  /** A file's text for showing lines; null where it is none, which a finding already says. */
  private read({ root, file }: Place): DocumentText | null {
    try {
      if (this.files?.root !== root) this.files = { root, files: new Files(root, this.largest) };
      const { files } = this.files;
      const found = files.look(file);
      const bytes = 'status' in found ? found : files.bytes(found);
      if ('status' in bytes) return null;
      const decoded = decodeText(bytes);
      const text = 'text' in decoded ? decoded.text : isPlainTextPath(file) ? guessText(bytes) : null;
      return text === null ? null : DocumentText.of(text);
    } catch {
      // The folder was deleted.
      return null;
    }
  }
}
