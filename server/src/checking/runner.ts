import { shifted } from '../text/range.ts';
import type { Logger } from '../workspace/file-system.ts';
import type { Severity } from '../workspace/project.ts';
import type { DocumentSummary, Named } from '../workspace/summary.ts';
import type {
  BlockRule,
  BlockView,
  DocumentRule,
  DocumentView,
  FileRule,
  FileView,
  Finding,
  IdleSuppressions,
  LinkRule,
  NameRule,
  Observation,
  PartView,
  Rule,
  SuppressionRule,
  World,
} from './rule.ts';

/** A finding with its effective severity. */
export interface RatedFinding extends Finding {
  readonly severity: Exclude<Severity, 'off'>;
}

/** Runs rules on a whole document. A rule that throws is logged and does not affect the others. */
export function runDocumentRules(
  rules: readonly DocumentRule[],
  view: DocumentView,
  logger: Logger,
): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules)
    if (!(rule.readsFound && view.mayHoldFound === false))
      collect(rule, logger, view.path, findings, rule.checkDocument, view);
  return findings;
}

/** The findings on a document's text where it is part of larger texts: rules with `checkInTexts` are run again. */
export function findingsInTexts(
  rules: readonly DocumentRule[],
  findings: readonly Finding[],
  part: PartView,
  logger: Logger,
): Finding[] {
  const asked = rules.filter(({ checkInTexts }) => checkInTexts);
  const codes = new Set(asked.map(({ code }) => code));
  const said = findings.filter(({ code }) => !codes.has(code));
  for (const rule of asked) {
    const own = findings.filter(({ code }) => code === rule.code);
    collect(rule, logger, part.summary.path, said, rule.checkInTexts!, part, own);
  }
  return said;
}

/** Runs rules on blocks, a single one or all. */
export function runBlockRules(
  rules: readonly BlockRule[],
  path: string,
  view: BlockView,
  logger: Logger,
): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) collect(rule, logger, path, findings, rule.checkBlock, view);
  return findings;
}

/** Runs rules on a document's place among the others, in steps of at most one rule. */
export function* runLinkRules(
  rules: readonly LinkRule[],
  summary: DocumentSummary,
  world: World,
  logger: Logger,
): Generator<void, Finding[]> {
  const findings: Finding[] = [];
  for (const rule of rules) {
    try {
      if (rule.prepareLinks) yield* rule.prepareLinks(summary, world);
    } catch {
      // The error will occur again in `checkLinks`, where it is logged.
    }
    collect(rule, logger, summary.path, findings, rule.checkLinks, summary, world);
    yield;
  }
  return findings;
}

/** Runs rules on names, all in a document or some. */
export function runNameRules(
  rules: readonly NameRule[],
  named: Named,
  world: World,
  logger: Logger,
): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) collect(rule, logger, named.path, findings, rule.checkNames, named, world);
  return findings;
}

/** Runs rules on a file that is no document. */
export function runFileRules(
  rules: readonly FileRule[],
  view: FileView,
  world: World,
  logger: Logger,
): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) collect(rule, logger, view.path, findings, rule.checkFile, view, world);
  return findings;
}

/** Runs rules on idle suppressions. */
export function runSuppressionRules(
  rules: readonly SuppressionRule[],
  view: IdleSuppressions,
  logger: Logger,
): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) collect(rule, logger, view.path, findings, rule.checkSuppressions, view);
  return findings;
}

/** A finding in a block, moved by `by` offsets. */
export function moved(finding: Finding, by: number): Finding {
  if (by === 0) return finding;
  const { range, fixes } = finding;
  return {
    ...finding,
    range: shifted(range, by),
    ...(fixes && {
      fixes: fixes.map(({ title, edits }) => ({
        title,
        edits: edits.map((edit) => ({ range: shifted(edit.range, by), insert: edit.insert })),
      })),
    }),
  };
}

/** Adds the observations of a check to `findings`; an exception is logged. */
function collect<Checked extends readonly unknown[]>(
  rule: Rule,
  logger: Logger,
  path: string,
  findings: Finding[],
  check: (...checked: Checked) => Iterable<Observation>,
  ...checked: Checked
): void {
  try {
    for (const observation of check(...checked)) findings.push({ ...observation, code: rule.code });
  } catch (cause) {
    logger.error(`The rule ${rule.code} failed on ${path}.`, cause);
  }
}

/**
 * Sets the severity of each finding, and drops those that are off. Project file and user settings set the severity of
 * a rule; a finding may be milder than its rule (a conflict of hedged claims is a hint), but never sharper than the
 * setting.
 */
export function rate(
  findings: readonly Finding[],
  rules: ReadonlyMap<string, Rule>,
  configured: (code: string) => Severity | undefined,
): RatedFinding[] {
  const rated: RatedFinding[] = [];
  for (const finding of findings) {
    const byRule = rules.get(finding.code)?.severity ?? 'warning';
    const byProject = configured(finding.code);
    const limit = byProject ?? byRule;
    if (limit === 'off') continue;
    const own = finding.severity ?? limit;
    rated.push({ ...finding, severity: byProject === undefined ? own : milder(own, limit) });
  }
  return rated;
}

const MILD_TO_SHARP = ['hint', 'information', 'warning', 'error'] as const;

function milder(a: RatedFinding['severity'], b: RatedFinding['severity']): RatedFinding['severity'] {
  return MILD_TO_SHARP.indexOf(a) <= MILD_TO_SHARP.indexOf(b) ? a : b;
}
