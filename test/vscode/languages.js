// The extension in other languages, in a real VS Code whose display language is set without a language pack. Pictures
// of the Problems panel are left in test-output. SICETNON_LANGUAGE=de looks at one.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { quickInput, runCommand } from '../../scripts/quick-input.js';
import { heedLanguage, speaking, withPage, withServer, workbenchAddress } from '../../scripts/workbench.js';
import { holds } from './holds.js';

const patience = 240_000;
const languages = ['de', 'es', 'fr', 'zh-cn'];

/** How the finding on a missing note begins. */
const FINDING = 'Note “{label}” is called here but not written.';

const text = `The hall met at the quay.[^1] Nobody paid.[^2]\n\n[^1]: Maes.\n`;

/** Looks at the package's own words and at a finding. */
async function look(root, page, server, language) {
  const words = JSON.parse(readFileSync(path.join(root, `package.nls.${language}.json`), 'utf8'));
  const folder = mkdtempSync(path.join(tmpdir(), 'sicetnon-language-'));
  writeFileSync(path.join(folder, 'notes.md'), text);
  writeFileSync(path.join(folder, 'sicetnon.yaml'), '{}\n');
  try {
    await page.goto(speaking(workbenchAddress(server, folder), language));
    await page.locator('.explorer-folders-view').getByText('notes.md').dblclick({ timeout: patience });
    await page.keyboard.press('Control+Shift+M');
    const problems = page.locator('.markers-panel');
    await problems.getByText('footnote-undefined').first().waitFor({ timeout: patience });
    await problems.getByText(finding(root, language)).first().waitFor({ timeout: patience });
    await page.screenshot({ path: path.join(root, 'test-output', `problems-${language}.png`) });
    const title = words['command.renumberNotes'];
    const command = page.locator('.quick-input-list').getByText(title).first();
    await quickInput(page, 'F1', `>${title}`, (options) => command.waitFor(options));
    await page.keyboard.press('Escape');
    await walkthrough(page, root, language, words);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Opens the walkthrough, and looks for the words of its first page in the language. */
async function walkthrough(page, root, language, words) {
  const pick = page.locator('.quick-input-list .monaco-list-row');
  await runCommand(page, 'Open Walkthrough');
  await pick.filter({ hasText: words['walkthrough.start.title'] }).first().click({ timeout: patience });
  const folder = path.join(root, 'docs', 'walkthrough');
  const prose = readFileSync(path.join(folder, `project.nls.${language}.md`), 'utf8')
    .split('```')[2]
    .trim();
  await page
    .frameLocator('iframe.webview.ready')
    .frameLocator('iframe#active-frame')
    .getByText(prose.slice(0, 20))
    .waitFor({ timeout: patience });
  await page.screenshot({ path: path.join(root, 'test-output', `walkthrough-${language}.png`) });
}

/** The beginning of the finding on the missing note, as the catalogue has it. */
function finding(root, language) {
  const catalogue = JSON.parse(readFileSync(path.join(root, 'l10n', `server.${language}.json`), 'utf8'));
  const english = Object.keys(catalogue).find((message) => message.startsWith(FINDING));
  return catalogue[english].replaceAll('{label}', '2').split('{')[0];
}

/** Runs it in each language, `settings` being the user's: one editor, whose window begins anew. */
export async function runLanguages(root, settings) {
  mkdirSync(path.join(root, 'test-output'), { recursive: true });
  const only = process.env.SICETNON_LANGUAGE;
  const installed = {
    settings: { ...settings, 'workbench.startupEditor': 'none' },
    vsix: [path.join(root, 'dist', 'sicetnon.vsix')],
  };
  await withServer(installed, (server) =>
    withPage({ picture: path.join(root, 'test-output', 'languages-failed.png') }, async (page) => {
      await heedLanguage(page);
      for (const language of languages.filter((each) => !only || each === only)) {
        await look(root, page, server, language);
        holds(`speaks ${language}`);
      }
    }),
  );
}
