import type { Logger } from '../workspace/file-system.ts';
import type { Severity } from '../workspace/project.ts';
import type { DocumentSummary } from '../workspace/summary.ts';
import type { DocumentView, Finding, Observation, Rule, World } from './rule.ts';

/** A finding with the severity that it is to be shown with. */
export interface RatedFinding extends Finding {
  readonly severity: Exclude<Severity, 'off'>;
}

/** What the rules say of the document's own words. A rule that throws is logged and costs no other its say. */
export function runDocumentRules(rules: readonly Rule[], view: DocumentView, logger: Logger): Finding[] {
  return gather(rules, logger, view.path, (rule) =>
    rule.readsFound && view.mayHoldFound === false ? undefined : rule.checkDocument?.(view),
  );
}

/** What the rules say of the document's place among all others. */
export function runLinkRules(
  rules: readonly Rule[],
  summary: DocumentSummary,
  world: World,
  logger: Logger,
): Finding[] {
  return gather(rules, logger, summary.path, (rule) => rule.checkLinks?.(summary, world));
}

function gather(
  rules: readonly Rule[],
  logger: Logger,
  path: string,
  observe: (rule: Rule) => Iterable<Observation> | undefined,
): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    try {
      for (const observation of observe(rule) ?? []) findings.push({ ...observation, code: rule.code });
    } catch (cause) {
      logger.error(`The rule ${rule.code} failed on ${path}.`, cause);
    }
  }
  return findings;
}

/**
 * Gives each finding its severity and drops those that are switched off. The project file and the user's
 * settings speak of a rule; a finding may be milder than its rule (a conflict among hedged claims is a
 * hint), never sharper than what was asked for.
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
