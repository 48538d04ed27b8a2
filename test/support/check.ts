import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import { Service } from '../../server/src/service.ts';
import type { ReportedFinding } from '../../server/src/service/checker.ts';
import { LineIndex } from '../../server/src/text/line-index.ts';
import type { Logger } from '../../server/src/workspace/file-system.ts';
import { draw, parseFixture, type DrawnRange, type FixtureFile } from './fixture.ts';
import { MemoryFileSystem } from './memory-file-system.ts';
import { PretendedWorks } from './pretended-works.ts';

/** A logger for tests: warnings and errors of the service are failures. */
export const strictLogger: Logger = {
  info: () => undefined,
  warn: (message) => assert.fail(message),
  error: (message, cause) => assert.fail(`${message} ${inspect(cause)}`),
};

/** A workspace with a fixture's files that has been read. */
export async function workspaceOf(
  fixture: string,
): Promise<{ service: Service; files: FixtureFile[]; fileSystem: MemoryFileSystem }> {
  const files = parseFixture(fixture);
  const fileSystem = new MemoryFileSystem(Object.fromEntries(files.map(({ path, text }) => [path, text])));
  const works = new PretendedWorks(fileSystem);
  const service = new Service({ fileSystem, works, logger: strictLogger });
  await service.start(() => undefined, new AbortController().signal);
  await service.verifyQuotations();
  return { service, files, fileSystem };
}

/** A workspace of these files that has been read; its log is ignored. */
export async function workspaceFrom(files: Readonly<Record<string, string>>): Promise<Service> {
  const ignore = () => undefined;
  const logger: Logger = { ...strictLogger, info: ignore, warn: ignore };
  const fileSystem = new MemoryFileSystem({ ...files });
  const service = new Service({ fileSystem, works: new PretendedWorks(fileSystem), logger });
  await service.start(ignore, new AbortController().signal);
  await service.verifyQuotations();
  return service;
}

export interface Expected {
  /** Complete messages, in the order of the files and of the text. */
  readonly messages?: readonly string[];
  /** Only findings of these rules. */
  readonly only?: readonly string[];
}

/** Checks a fixture: the findings must be those drawn as `⟦code|words⟧`, no more and no fewer. Returns them. */
export async function check(fixture: string, expected: Expected = {}): Promise<ReportedFinding[]> {
  const { service, files } = await workspaceOf(fixture);
  const all: ReportedFinding[] = [];
  for (const file of files) {
    const findings = service
      .check(file.path)
      .findings.filter(({ code }) => expected.only === undefined || expected.only.includes(code));
    all.push(...findings);
    const wanted = draw(file.text, file.ranges);
    assert.equal(draw(file.text, drawn(file.text, findings)), wanted, `${file.path}\n${tell(findings)}`);
  }
  if (expected.messages)
    assert.deepEqual(
      all.map(({ message }) => message),
      expected.messages,
    );
  return all;
}

function drawn(text: string, findings: readonly ReportedFinding[]): DrawnRange[] {
  const lines = LineIndex.of(text);
  return findings.map(({ code, range }) => ({ tag: code, ...lines.offsets(range) }));
}

function tell(findings: readonly ReportedFinding[]): string {
  return findings.map(({ code, message }) => `${code}: ${message}`).join('\n');
}
