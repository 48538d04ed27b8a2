// Pictures of the views, for scripts/screenshots.js: trees, claim map, evidence matrix and timeline, each waited for
// until it shows what it should.
import { runCommand } from './quick-input.js';

const patience = 240_000;

/**
 * Takes the pictures in a window that shows a text; `take(name)` takes one. `subject` says whose timeline is shown,
 * and which words each view must show by then.
 */
export async function photographViews(page, take, subject) {
  await runCommand(page, 'View: Show Sic et Non', 'Show Sic et Non');
  const rows = page.locator('.pane-body .monaco-list-row');
  await rows.filter({ hasText: subject.tree.group }).first().waitFor({ timeout: patience });
  await rows.filter({ hasText: subject.tree.group }).first().click();
  await rows.filter({ hasText: subject.tree.claim }).first().waitFor({ timeout: patience });
  // Where no row tells more of itself over others.
  await page.mouse.move(900, 5);
  await take('trees');
  await page.keyboard.press('Control+B');

  await runCommand(page, 'Sic et Non: Show Claim Map');
  const map = await picture(page, '.claim', subject.map);
  await map.getByRole('button', { name: 'Legend' }).click();
  // The claim in which the text's cursor stands is lit.
  await map.locator('.claim.lit').filter({ hasText: subject.lit }).waitFor({ timeout: patience });
  await take('claim-map');
  // A click on a claim goes to its text.
  await map.locator('.claim').filter({ hasText: subject.map[0] }).click();
  await page.locator('.tab.active').filter({ hasText: subject.leadsTo }).waitFor({ timeout: patience });
  await page.locator('.tab').filter({ hasText: 'Claim Map' }).click();
  await closePicture(page);

  await runCommand(page, 'Sic et Non: Show Evidence Matrix');
  await picture(page, '.matrix tbody tr', subject.matrix);
  await take('evidence-matrix');
  await closePicture(page);

  await runCommand(page, 'Sic et Non: Show Timeline of an Actor');
  await page
    .locator('.quick-input-widget .monaco-list-row')
    .filter({ hasText: subject.actor })
    .first()
    .click();
  await picture(page, '.event', subject.timeline);
  await take('timeline');
  await closePicture(page);
}

/** The frame of the picture in view, once it shows elements with all of some words. */
async function picture(page, selector, words) {
  const outer = page.frameLocator('iframe.webview.ready');
  const frame = outer.frameLocator('iframe#active-frame');
  for (const each of words)
    await frame.locator(selector).filter({ hasText: each }).first().waitFor({ timeout: patience });
  return frame;
}

async function closePicture(page) {
  await runCommand(page, 'View: Close Editor');
  await page.waitForSelector('iframe.webview.ready', { state: 'detached', timeout: patience });
}
