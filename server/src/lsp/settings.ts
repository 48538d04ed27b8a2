import type { HintChoice } from '../features/inlay-hints.ts';
import { limitOf } from '../workspace/file-limit.ts';
import type { Severity } from '../workspace/project.ts';

/** The user's settings. */
export interface Settings {
  /** By rule code; other rules have their default severity. */
  readonly severities: ReadonlyMap<string, Severity>;
  readonly inlayHints: HintChoice;
  readonly codeLens: boolean;
  /** Whether bibliographies count that are not named. */
  readonly lookBeside: boolean;
  /** Folders outside the workspace that may be read, as written. */
  readonly allowedFolders: readonly string[];
  /** The path of the user's own library as written; none or one. */
  readonly library: readonly string[];
  /** The base folder of Zotero's linked files as written; null for none. */
  readonly linkedFiles: string | null;
  /** The size limit in bytes. */
  readonly largest: number;
}

const SEVERITIES: ReadonlySet<string> = new Set(['off', 'hint', 'information', 'warning', 'error']);

/** Parses a client's settings of our section; missing or invalid ones get their defaults. */
export function readSettings(answer: unknown): Settings {
  const {
    rules,
    inlayHints,
    codeLens,
    maxFileSize,
    findBibliographies,
    allowedFolders,
    library,
    linkedFiles,
  } = sections(answer);
  const severities = new Map<string, Severity>();
  for (const [code, severity] of Object.entries(sections(rules)))
    if (typeof severity === 'string' && SEVERITIES.has(severity)) severities.set(code, severity as Severity);
  const hints = sections(inlayHints);
  return {
    severities,
    inlayHints: {
      shortTitles: hints.shortTitles === true,
      noteNumbers: hints.noteNumbers === true,
      asserters: hints.asserters !== false,
    },
    codeLens: sections(codeLens).claims !== false,
    lookBeside: findBibliographies !== false,
    allowedFolders: Array.isArray(allowedFolders)
      ? allowedFolders.filter((folder): folder is string => typeof folder === 'string')
      : [],
    library: typeof library === 'string' && library.trim() !== '' ? [library.trim()] : [],
    linkedFiles: typeof linkedFiles === 'string' && linkedFiles.trim() !== '' ? linkedFiles.trim() : null,
    largest: limitOf(maxFileSize),
  };
}

function sections(settings: unknown): Record<string, unknown> {
  return typeof settings === 'object' && settings !== null ? (settings as Record<string, unknown>) : {};
}
