import type { FieldDecoder } from './bibtex-to-csl.ts';
import { decodeLightly } from './decode-lightly.ts';

/** Gives the decoder for the fields of entries. */
export interface BibtexDecoders {
  /** The best decoder available now. Entries decode again when it has changed. */
  current(): FieldDecoder;
}

/** Decodes without the library: fast to start, and right for all but rare LaTeX. */
export const lightDecoders: BibtexDecoders = { current: () => decodeLightly };

interface LibraryModule {
  readonly decodeFully: FieldDecoder;
}

/**
 * The LaTeX library, loaded on demand, since loading takes 50 ms that a start should not wait for. Until then
 * entries are decoded lightly, so `decode()` always answers at once.
 */
export class BibtexLibrary implements BibtexDecoders {
  private decoder: FieldDecoder = decodeLightly;
  private loading: Promise<void> | undefined;

  /** @param warn Is told when the library cannot be loaded: a file of the program is not there any more. */
  constructor(
    private readonly warn: (message: string, cause: unknown) => void = () => undefined,
    private readonly importLibrary: () => Promise<LibraryModule> = () => import('./decode-bibtex.ts'),
  ) {}

  /**
   * Loads the library once. Resolves when entries are decoded by it, or (if that failed) stay decoded
   * lightly. Never rejects.
   */
  load(): Promise<void> {
    return (this.loading ??= this.tryToLoad());
  }

  current(): FieldDecoder {
    return this.decoder;
  }

  private async tryToLoad(): Promise<void> {
    try {
      this.decoder = (await this.importLibrary()).decodeFully;
    } catch (cause) {
      this.warn('What reads LaTeX in full could not be loaded; entries are read more lightly.', cause);
    }
  }
}
