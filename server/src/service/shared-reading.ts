import { deferred, say } from '../words/say.ts';
import type { ActorRegister } from '../actors/model.ts';
import { RegisterReader } from '../actors/register-reader.ts';
import type { BibtexDecoders } from '../bibliography/bibtex-library.ts';
import type { BibliographyFile } from '../bibliography/model.ts';
import { readBibliography } from '../bibliography/read-bibliography.ts';
import { ruleByCode } from '../rules/registry.ts';
import { readProject } from '../workspace/project-file.ts';
import { readSettings, type ProjectSettings } from '../workspace/project-settings.ts';
import type { Project } from '../workspace/project.ts';

/** The parsed content of a shared file, by kind. */
export type SharedReading =
  | { readonly kind: 'project'; readonly content: Project }
  | { readonly kind: 'settings'; readonly content: ProjectSettings }
  | { readonly kind: 'register'; readonly content: ActorRegister }
  | { readonly kind: 'bibliography'; readonly content: BibliographyFile };

export type SharedKind = SharedReading['kind'];

const IN_UTF16 = deferred(
  'Pandoc refuses this whole bibliography: it is kept in UTF-16, and to Pandoc all is UTF-8. Save it in UTF-8.',
);

/** Parses shared files. */
export class SharedReader {
  /** Incremental readers: an edit of a register costs only the entry that it touched. */
  private readonly registers = new Map<string, RegisterReader>();

  constructor(private readonly decoders: BibtexDecoders) {}

  /**
   * Parses `text` (line ends LF) as a file of that kind. `isUtf16`: whether the file on disk is. Never
   * throws.
   */
  read(kind: SharedKind, path: string, text: string, isUtf16 = false): SharedReading {
    switch (kind) {
      case 'project':
        return { kind, content: readProject(text, { ruleCodes: [...ruleByCode.keys()] }) };
      case 'settings':
        return { kind, content: readSettings(path, text) };
      case 'register': {
        let reader = this.registers.get(path);
        if (!reader) this.registers.set(path, (reader = new RegisterReader()));
        return { kind, content: reader.read(text) };
      }
      case 'bibliography':
        return { kind, content: this.readBibliography(path, text, isUtf16) };
    }
  }

  private readBibliography(path: string, text: string, isUtf16: boolean): BibliographyFile {
    const content = readBibliography(path, text, this.decoders);
    return isUtf16
      ? {
          ...content,
          refusals: [{ range: { from: 0, to: 1 }, message: say(IN_UTF16) }, ...(content.refusals ?? [])],
        }
      : content;
  }

  /** Drops the incremental reader of a register. */
  forget(path: string): void {
    this.registers.delete(path);
  }
}
