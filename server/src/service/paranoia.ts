import type { World } from '../checking/rule.ts';
import { ClaimKeeper } from '../reasoning/claim-keeper.ts';
import { plainStore } from '../store/plain-store.ts';
import { DocumentText } from '../text/document-text.ts';
import type { Logger } from '../workspace/file-system.ts';
import { LibraryKeeper } from '../workspace/library-keeper.ts';
import { Documents } from './documents.ts';
import { keptOfDocument } from './kept.ts';
import { QuotationChecks } from './quotation-checks.ts';
import type { Progress } from './service-options.ts';
import { SourceTexts } from './source-texts.ts';

/**
 * Rules that depend on mentions in closed documents. While a register has unsaved edits, the result depends
 * on when each document was last read, so these rules are not compared.
 */
export const BY_NAME: ReadonlySet<string> = new Set([
  'actor-ambiguous',
  'actor-unmentioned',
  'suppression-unused',
]);

/** The part of a service that is compared. */
export interface Compared {
  dump(): unknown;
  files(): string[];
  check(path: string): { readonly findings: readonly { readonly code: string }[] };
  world(): Pick<World, 'library'>;
}

/** A rebuilt service to compare with. */
export interface Fresh extends Compared {
  start(progress: Progress, signal: AbortSignal): Promise<void>;
  invite(path: string): Promise<void>;
  open(path: string, text: string): void;
  settle(): Promise<void>;
  verifyQuotations(): Promise<void>;
}

/**
 * A self-check: compares the service's state, edit by edit, with that of reading the same texts anew. Logs an
 * error that names the first difference. Every difference is a bug in the service. Slow; for tests and
 * debugging.
 */
export class Paranoia {
  private rests = 0;

  /** The whole workspace is compared at every `every`th rest. */
  constructor(
    private readonly world: World,
    private readonly documents: Documents,
    private readonly logger: Logger,
    private readonly every: number,
  ) {}

  /** Compares the state of a document with that of a fresh reading of `text`. */
  document(path: string, text: DocumentText): void {
    if (!this.world.library.summary(path)) return;
    const keeper = new LibraryKeeper(plainStore.names());
    const { library } = keeper;
    keeper.setProject(this.world.library.project, null);
    const quotations = new QuotationChecks(
      library,
      new SourceTexts(() => Promise.resolve({ status: 'missing', reason: null })),
    );
    const claims = new ClaimKeeper(plainStore.claims());
    const documents = new Documents(keeper, claims, quotations, plainStore.summaries(), this.logger);
    const world = { library, reasoning: claims.reasoning, quotations };
    const again = DocumentText.of(text.text);
    if (this.documents.isOpen(path)) documents.readOpen(path, again);
    else documents.readClosed(path, again);
    const difference = firstDifference(
      keptOfDocument(path, this.world, this.documents),
      keptOfDocument(path, world, documents),
    );
    if (difference)
      this.logger.error(`What is kept of ${path} is not what reading it anew gives: ${difference}`);
  }

  /**
   * At every n-th call compares everything: the state and answers of `service` with those of one from `make`,
   * which has read the disk and then opened what editors show (`shown`). Changes on disk that were not
   * reported show up as differences.
   */
  async rest(
    service: Compared,
    make: () => Fresh,
    shown: Iterable<readonly [path: string, text: DocumentText]>,
    invited: Iterable<string>,
  ): Promise<void> {
    if (++this.rests % this.every !== 0) return;
    const fresh = make();
    const [buffers, guests] = [[...shown], [...invited]];
    const before = { kept: service.dump(), told: told(service), inDoubt: isInDoubt(service) };
    await fresh.start(() => undefined, new AbortController().signal);
    for (const path of guests) await fresh.invite(path);
    for (const [path, text] of buffers) fresh.open(path, text.text);
    await fresh.settle();
    await fresh.verifyQuotations();
    const after = { kept: fresh.dump(), told: told(fresh), inDoubt: isInDoubt(fresh) };
    if (before.inDoubt || after.inDoubt)
      for (const { told } of [before, after])
        for (const [path, findings] of Object.entries(told))
          told[path] = findings.filter(({ code }) => !BY_NAME.has(code));
    const difference =
      firstDifference(before.kept, after.kept, 'kept') ?? firstDifference(before.told, after.told, 'told');
    if (difference) this.logger.error(`The workspace is not what reading it anew gives: ${difference}`);
  }
}

/** Whether there are closed documents whose mentions are out of date. */
export function isInDoubt(service: Compared): boolean {
  return service.world().library.mentions.outdated().length > 0;
}

function told(service: Compared): Record<string, ReturnType<Compared['check']>['findings']> {
  return Object.fromEntries(service.files().map((path) => [path, service.check(path).findings]));
}

/**
 * Describes the first difference between two values of plain data; null where they are equal. An undefined
 * member equals an absent one.
 */
export function firstDifference(kept: unknown, anew: unknown, at = ''): string | null {
  if (Object.is(kept, anew)) return null;
  if (!isRecord(kept) || !isRecord(anew) || Array.isArray(kept) !== Array.isArray(anew))
    return `${at || 'it'} is ${inShort(kept)} and should be ${inShort(anew)}`;
  const names = Array.isArray(kept)
    ? Array.from({ length: Math.max(kept.length, (anew as unknown as unknown[]).length) }, (_, i) => `${i}`)
    : new Set([...Object.keys(kept), ...Object.keys(anew)]);
  for (const name of names) {
    const difference = firstDifference(kept[name], anew[name], at ? `${at} › ${name}` : name);
    if (difference) return difference;
  }
  return null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function inShort(value: unknown): string {
  const json = JSON.stringify(value) ?? 'nothing';
  return json.length > 300 ? `${json.slice(0, 300)}…` : json;
}
