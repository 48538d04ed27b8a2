import type { HintChoice } from '../features/inlay-hints.ts';
import { limitOf } from '../workspace/file-limit.ts';
import type { Severity } from '../workspace/project.ts';

/** What a person has set. */
export interface Settings {
  /** By the codes of rules; of a rule that is not in here its own severity counts. */
  readonly severities: ReadonlyMap<string, Severity>;
  readonly inlayHints: HintChoice;
  readonly codeLens: boolean;
  /** Whether bibliographies count that nobody names. */
  readonly lookBeside: boolean;
  /** Folders outside of the workspace that may be read, as the person wrote them. */
  readonly allowedFolders: readonly string[];
  /** The person's own library, as they wrote its path; none or one. */
  readonly library: readonly string[];
  /** In bytes: larger files are refused. */
  readonly largest: number;
}

const SEVERITIES: ReadonlySet<string> = new Set(['off', 'hint', 'information', 'warning', 'error']);

/** Reads a client's settings of our section; whatever is missing or unknown is as if nobody had set it. */
export function readSettings(answer: unknown): Settings {
  const { rules, inlayHints, codeLens, maxFileSize, findBibliographies, allowedFolders, library } =
    sections(answer);
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
    largest: limitOf(maxFileSize),
  };
}

function sections(settings: unknown): Record<string, unknown> {
  return typeof settings === 'object' && settings !== null ? (settings as Record<string, unknown>) : {};
}
