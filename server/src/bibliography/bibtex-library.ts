import type { FieldDecoder } from './bibtex-to-csl.ts';
import { decodeLightly } from './decode-lightly.ts';

/** Where entries get the decoder for their fields from. */
export interface BibtexDecoders {
  /** The best that is there now; entries decode anew when it has changed. */
  current(): FieldDecoder;
}

/** Decoding without the library: quick to start, and right for all but rare LaTeX. */
export const lightDecoders: BibtexDecoders = { current: () => decodeLightly };

/**
 * The LaTeX library, loaded when asked for, because loading it takes 50 ms that a start should not wait for.
 * Until then entries are decoded lightly, so `decode()` can always answer at once.
 */
export class BibtexLibrary implements BibtexDecoders {
  private decoder: FieldDecoder = decodeLightly;
  private loading: Promise<void> | undefined;

  /** Loads the library once; resolves when entries are decoded by it. Rejects when it cannot be loaded. */
  load(): Promise<void> {
    return (this.loading ??= import('./decode-bibtex.ts').then((module) => {
      this.decoder = module.decodeFully;
    }));
  }

  current(): FieldDecoder {
    return this.decoder;
  }
}
