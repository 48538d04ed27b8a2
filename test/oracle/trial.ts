/** Trials: made-up workspaces, what the checker says of them, and the differences on the smallest that show them. */
import { compare, type Difference } from './compare.ts';
import { conflictsOf } from './conflicts.ts';
import { makeWorkspace } from './make.ts';
import type { MadeWorkspace } from './model.ts';
import { observe } from './observe.ts';
import { render } from './render.ts';
import { shrink } from './shrink.ts';

export interface Trials {
  readonly seed: number;
  readonly count: number;
  /** Only the workspace of this number. */
  readonly only: number | null;
  /** Whether what came last into the contract is used: chains, shares, norms, kinds and members, questions… */
  readonly fresh: boolean;
  /** How many workspaces of each kind of difference are made small. */
  readonly each: number;
  /** Hears of each difference as soon as it is small. */
  readonly heard?: (difference: SmallDifference) => void;
  /** Hears how many workspaces are done, after each hundred. */
  readonly done?: (workspaces: number) => void;
}

export interface SmallDifference {
  readonly seed: number;
  readonly number: number;
  readonly workspace: MadeWorkspace;
  readonly difference: Difference;
}

export interface Outcome {
  readonly workspaces: number;
  readonly conflicts: number;
  /** How many differences of each kind. */
  readonly kinds: ReadonlyMap<string, number>;
  readonly smallest: readonly SmallDifference[];
}

/** Runs the trials one after another. */
export async function differencesOf({
  seed,
  count,
  only,
  fresh,
  each,
  heard,
  done,
}: Trials): Promise<Outcome> {
  const kinds = new Map<string, number>();
  const smallest: SmallDifference[] = [];
  let conflicts = 0;
  let workspaces = 0;
  for (let number = 0; number < count; number++) {
    if (only !== null && number !== only) continue;
    const workspace = makeWorkspace(seed, number, fresh);
    workspaces++;
    conflicts += conflictsOf(workspace).filter(({ sure }) => sure === 'yes').length;
    const seen = new Set<string>();
    for (const { kind } of await differences(workspace)) {
      if (seen.has(kind)) continue;
      seen.add(kind);
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      if (kinds.get(kind)! > each) continue;
      const small = { seed, number, ...(await smallestOf(workspace, kind)) };
      smallest.push(small);
      heard?.(small);
    }
    if (workspaces % 100 === 0) done?.(workspaces);
  }
  return { workspaces, conflicts, kinds, smallest };
}

async function differences(workspace: MadeWorkspace): Promise<Difference[]> {
  try {
    return compare(workspace, await observe(render(workspace)));
  } catch (error) {
    const [first, second] = String(error instanceof Error ? error.stack : error).split('\n', 2);
    return [
      { kind: `failed: ${first!.slice(0, 60)}`, expected: 'findings', got: `${first} ${second ?? ''}` },
    ];
  }
}

async function smallestOf(
  workspace: MadeWorkspace,
  kind: string,
): Promise<{ readonly workspace: MadeWorkspace; readonly difference: Difference }> {
  const small = await shrink(
    workspace,
    async (candidate) =>
      isSound(candidate) && (await differences(candidate)).some((one) => one.kind === kind),
  );
  return { workspace: small, difference: (await differences(small)).find((one) => one.kind === kind)! };
}

/** A verdict resolves several claims, and never upholds all of them; else the contract says nothing of it. */
function isSound(workspace: MadeWorkspace): boolean {
  return workspace.documents.every(({ claims }) =>
    claims.every(
      ({ resolves, prefers }) =>
        resolves.length !== 1 &&
        (prefers.length === 0 ||
          (prefers.length < resolves.length && prefers.every((id) => resolves.includes(id)))),
    ),
  );
}

/** A difference with its workspace, to be read by people. */
export function told({ seed, number, workspace, difference }: SmallDifference): string {
  const { files } = render(workspace);
  const shown = Object.entries(files)
    .filter(([, text]) => text.trim() !== '')
    .map(([path, text]) => `--- ${path}\n${text.trimEnd()}`);
  const { kind, expected, got } = difference;
  return `\n## ${kind} (seed ${seed}, workspace ${number})\n${shown.join('\n')}\nexpected: ${expected}\ngot: ${got}\n`;
}
