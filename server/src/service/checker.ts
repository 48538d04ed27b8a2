import { allAtOnce, type Stepwise } from '../features/stepwise.ts';
import { Remembered } from '../reasoning/remembered.ts';
import {
  documentRules,
  fileRules,
  linkRules,
  nameRules,
  ruleByCode,
  suppressionRules,
} from '../rules/registry.ts';
import { fileView } from '../checking/file-view.ts';
import type { FileView, Finding, NameRule, Rule, World } from '../checking/rule.ts';
import {
  findingsInTexts,
  rate,
  runFileRules,
  runLinkRules,
  runNameRules,
  runSuppressionRules,
  type RatedFinding,
} from '../checking/runner.ts';
import { sift } from '../checking/suppressions.ts';
import { LineIndex } from '../text/line-index.ts';
import type { PositionRange } from '../text/range.ts';
import type { Logger } from '../workspace/file-system.ts';
import { nameOf } from '../workspace/paths.ts';
import type { Severity } from '../workspace/project.ts';
import type { DocumentSummary } from '../workspace/summary.ts';
import type { Documents } from './documents.ts';

/** A place in a file of the workspace. */
export interface Place {
  readonly path: string;
  readonly range: PositionRange;
}

/** A finding as it goes out: positions instead of offsets, and its severity. */
export interface ReportedFinding {
  readonly code: string;
  readonly severity: RatedFinding['severity'];
  readonly message: string;
  readonly range: PositionRange;
  readonly related: readonly (Place & { readonly message: string })[];
  readonly unnecessary: boolean;
}

export interface FileReport {
  readonly path: string;
  readonly findings: readonly ReportedFinding[];
}

/** What rules say of notes waits, in a part, until it is known what takes it in. */
const CODES_OF_TEXTS: ReadonlySet<string> = new Set(
  documentRules.filter(({ checkInTexts }) => checkInTexts).map(({ code }) => code),
);

/** Of so many closed documents the lines are remembered. */
const REMEMBERED = 128;

const KNOWN_CODES: ReadonlySet<string> = new Set(ruleByCode.keys());

/** Puts together what is wrong in a file: what the rules find, less what comments silence, as it is rated. */
export class Checker {
  private readonly closedLines = new Remembered<DocumentSummary, LineIndex>(REMEMBERED);
  /** Closed documents whose names gave no rule anything to say, and what the rules had looked at. */
  private readonly quietNames = new WeakMap<DocumentSummary, number>();

  constructor(
    private readonly world: World,
    private readonly documents: Documents,
    /** Documents that could not be read, and why. */
    private readonly unreadable: ReadonlyMap<string, string>,
    private readonly logger: Logger,
    /** What the user set; the project file counts before it. */
    public severity: (code: string) => Severity | undefined,
  ) {}

  /** The findings on `path` in the order of its text. Before all is read, nothing is said to be missing. */
  check(path: string, allIsRead: boolean): FileReport {
    return allAtOnce(this.checkInSteps(path, allIsRead));
  }

  /** As `check`. Between two steps nothing may change that findings depend on. */
  *checkInSteps(path: string, allIsRead: boolean): Stepwise<FileReport> {
    const rated = yield* this.ratedInSteps(path, allIsRead);
    const lines = this.world.library.linesOf(path) ?? LineIndex.of('');
    const findings = rated.map((finding) =>
      report(finding, lines, (other) => (other === path ? lines : (this.linesOf(other) ?? lines))),
    );
    return { path, findings };
  }

  /** Of closed documents they are put together when somebody asks; conflicts ask for those of many, again and again. */
  private linesOf(path: string): LineIndex | null {
    const { library } = this.world;
    const summary = library.summary(path);
    if (!summary || this.documents.isOpen(path)) return library.linesOf(path);
    let lines = this.closedLines.get(summary);
    if (!lines) this.closedLines.set(summary, (lines = summary.lines));
    return lines;
  }

  /** The same findings in offsets, with what mends them. */
  rated(path: string, allIsRead: boolean): RatedFinding[] {
    return allAtOnce(this.ratedInSteps(path, allIsRead));
  }

  private *ratedInSteps(path: string, allIsRead: boolean): Stepwise<RatedFinding[]> {
    const lines = this.world.library.linesOf(path) ?? LineIndex.of('');
    const findings = yield* this.findings(path, lines, allIsRead);
    return rate(findings, ruleByCode, (code) => this.severityOf(code)).sort(
      (a, b) => a.range.from - b.range.from || a.range.to - b.range.to || (a.code < b.code ? -1 : 1),
    );
  }

  private *findings(path: string, lines: LineIndex, allIsRead: boolean): Stepwise<Finding[]> {
    const failed = this.unreadable.get(path);
    if (failed) return this.fileFindings({ kind: 'unreadable', path, allIsRead, why: failed });
    const summary = this.world.library.summary(path);
    if (!summary) return this.fileFindings(fileView(path, this.world.library, allIsRead));
    // A comment that silences a rule is of use even where that rule is off.
    const isAsked = ({ code }: Rule): boolean => summary.suppressions.length > 0 || this.isOn(code);
    const all = [
      ...this.ownFindings(summary, allIsRead),
      ...(allIsRead ? yield* runLinkRules(linkRules.filter(isAsked), summary, this.world, this.logger) : []),
      ...(allIsRead ? this.nameFindings(nameRules.filter(isAsked), summary) : []),
    ];
    const { findings: unsilenced, idle } = sift(all, summary.suppressions, lines);
    const findings = this.wantedHere(path, unsilenced);
    // A comment may wait for a finding that only the whole workspace can give.
    if (!allIsRead || idle.length === 0) return [...findings];
    const view = { path, idle, knownCodes: KNOWN_CODES };
    return [...findings, ...runSuppressionRules(suppressionRules, view, this.logger)];
  }

  /** What is said of the document's own words; of one that makes one text with others, as it stands among them. */
  private ownFindings(summary: DocumentSummary, allIsRead: boolean): readonly Finding[] {
    const { library } = this.world;
    const own = this.documents.findings(summary.path);
    const texts = library.texts.of(summary.path);
    // Who takes it in is not known before all is read; parts are mostly named so.
    const mayBePart = !allIsRead && (summary.inclusions.length > 0 || nameOf(summary.path).startsWith('_'));
    if (mayBePart) return own.filter(({ code }) => !CODES_OF_TEXTS.has(code));
    return texts.length === 0
      ? own
      : findingsInTexts(documentRules, own, { summary, texts, library }, this.logger);
  }

  /** Less those that mean nothing where nobody keeps works or actors, nor says what is claimed. */
  private wantedHere(path: string, findings: readonly Finding[]): readonly Finding[] {
    const isDoubtful = ({ code, needsScholarship }: Finding) =>
      needsScholarship === true || ruleByCode.get(code)?.needsScholarship === true;
    const { library, reasoning } = this.world;
    if (!findings.some(isDoubtful) || library.isScholarly(path) || reasoning.claimsIn(path).length > 0)
      return findings;
    return findings.filter((finding) => !isDoubtful(finding));
  }

  private fileFindings(view: FileView | null): Finding[] {
    if (!view) return [];
    const asked = fileRules.filter(({ code }) => this.isOn(code));
    const findings = runFileRules(asked, view, this.world, this.logger);
    if (view.kind !== 'bibliography') return findings;
    return findings.filter(({ range }) => this.world.library.concerns(view.path, range.from));
  }

  private nameFindings(asked: readonly NameRule[], summary: DocumentSummary): readonly Finding[] {
    const { library } = this.world;
    const open = this.documents.nameFindings(summary.path, this.world);
    if (open) return open;
    // Of what state of all that documents share, and by which rules, in one number.
    const basis = nameRules.reduce((sum, rule) => 2 * sum + (asked.includes(rule) ? 1 : 0), library.version);
    if (this.quietNames.get(summary) === basis) return [];
    const findings = runNameRules(asked, summary, this.world, this.logger);
    if (findings.length === 0) this.quietNames.set(summary, basis);
    return findings;
  }

  /** Whether anybody wants to hear of a rule. */
  isOn(code: string): boolean {
    return (this.severityOf(code) ?? ruleByCode.get(code)?.severity ?? 'off') !== 'off';
  }

  private severityOf(code: string): Severity | undefined {
    return this.world.library.project.rules.get(code) ?? this.severity(code);
  }
}

function report(
  finding: RatedFinding,
  lines: LineIndex,
  linesOf: (path: string) => LineIndex,
): ReportedFinding {
  return {
    code: finding.code,
    severity: finding.severity,
    message: finding.message,
    range: lines.positions(finding.range),
    related: (finding.related ?? []).map(({ path, range, message }) => ({
      path,
      range: linesOf(path).positions(range),
      message,
    })),
    unnecessary: finding.unnecessary ?? false,
  };
}
