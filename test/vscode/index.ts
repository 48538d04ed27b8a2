import { readdirSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';

/**
 * Called by VS Code in its extension host; rejects when a test fails. SICETNON_SUITE is the folder of tests, and
 * SICETNON_GREP a part of their titles.
 */
export async function run(): Promise<void> {
  const { default: Mocha } = await import('mocha');
  // VS Code logs to the same stream, so our lines are marked.
  const mark = process.env['SICETNON_MARK'] ?? '';
  Mocha.reporters.Base.useColors = false;
  Mocha.reporters.Base.consoleLog = (...words: unknown[]) => {
    for (const line of format(...words).split('\n')) console.log('%s', mark + line);
  };
  const mocha = new Mocha({ ui: 'bdd', reporter: 'spec', color: false, timeout: 600_000 });
  const wanted = process.env['SICETNON_GREP'];
  if (wanted) mocha.fgrep(wanted);
  const folder = path.join(__dirname, process.env['SICETNON_SUITE'] ?? 'suite');
  for (const file of readdirSync(folder).sort())
    if (file.endsWith('.test.cjs')) mocha.addFile(path.join(folder, file));
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) =>
      failures ? reject(new Error(`${failures} failed in the extension host`)) : resolve(),
    );
  });
}
