import { lightDecoders } from './bibtex-library.ts';
import type { BibtexDecoders } from './bibtex-library.ts';
import type { BibliographyFile, BibliographyFormat } from './model.ts';
import { readBibtex } from './read-bibtex.ts';
import { readCslJson } from './read-csl-json.ts';
import { readCslYaml } from './read-csl-yaml.ts';
import { readRis } from './read-ris.ts';

/**
 * Reads a bibliography of any format that Pandoc takes.
 * @param path Its extension decides the format; without a known one, the contents do.
 * @param text With LF line ends; every range is in its UTF-16 offsets.
 * @param decoders Decode the LaTeX of BibTeX entries; lightly by default.
 * @returns All entries that can be found, and problems as sentences. Never throws.
 */
export function readBibliography(
  path: string,
  text: string,
  decoders: BibtexDecoders = lightDecoders,
): BibliographyFile {
  switch (bibliographyFormat(path, text)) {
    case 'csl-json':
      return readCslJson(text);
    case 'csl-yaml':
      return readCslYaml(text);
    case 'ris':
      return readRis(text);
    case 'bibtex':
      return readBibtex(text, decoders);
  }
}

/** The format of a bibliography, by its extension or else by its first character. */
export function bibliographyFormat(path: string, text: string): BibliographyFormat {
  const extension = /\.([A-Za-z]+)$/.exec(path)?.[1]?.toLowerCase();
  if (extension === 'bib' || extension === 'bibtex' || extension === 'biblatex') return 'bibtex';
  if (extension === 'json') return 'csl-json';
  if (extension === 'yaml' || extension === 'yml') return 'csl-yaml';
  if (extension === 'ris') return 'ris';
  if (/^\s*[[{]/.test(text)) return 'csl-json';
  if (/^\s*TY {1,2}-/.test(text)) return 'ris';
  if (/^\s*(?:---\s|references\s*:|- )/.test(text)) return 'csl-yaml';
  return 'bibtex';
}
