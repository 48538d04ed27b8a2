// Pictures of a source beside the text, for scripts/screenshots.js and the tests: a quotation that is not word for word, its page with
// the passage marked, the passage quoted in the text. Each is waited for until it shows what it should; rejects where it does not.
import assert from 'node:assert/strict';

const patience = 240_000;

/** What is looked at in the example: a quotation, the page that it is from, and what is quoted instead. */
export const sourceSubject = {
  text: 'notes/reading.md',
  line: 44,
  wrong: 'and they stayed',
  page: 'p. 89',
  nextPage: 'p. 90',
  right: 'they came as one comes to a counter: they sat down, they asked, and they left',
  search: 'three coins',
  quoted:
    /“they came as one comes to a counter: they sat down, they asked, and they left” \[@aaltonen2016, p\. 89\]/,
};

/** The page of the source, once it shows all of some words in elements. */
async function sourcePage(page, selector) {
  const frame = page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  await frame.locator(selector).first().waitFor({ timeout: patience });
  return frame;
}

/**
 * In a window that shows the text of the example and its findings; `take(name)` takes a picture, `step()` a frame of the
 * moving one.
 */
export async function photographSources(page, take, subject = sourceSubject, step = async () => {}) {
  const problem = page
    .locator('.markers-panel .monaco-list-row')
    .filter({ hasText: 'quote-mismatch' })
    .first();
  await page.keyboard.press('Control+Shift+M');
  await problem.waitFor({ timeout: patience });
  await step();
  await problem.click();
  // A click on a finding puts the cursor at it and leaves the focus in the panel.
  await page.keyboard.press('Control+1');
  await step();
  await page.keyboard.press('Control+K');
  await page.keyboard.press('Shift+Q');
  const frame = await sourcePage(page, '.sheet.drawn .marks .passage');
  const place = frame.locator('input.place');
  await isValue(place, subject.page);
  const marked = await frame.locator('.marks .passage').count();
  assert.ok(marked >= 1 && marked <= 4, `${marked} lines are marked`);
  // The picture is drawn as large as it is shown.
  await frame.locator('.sheet.drawn').evaluate(
    (sheet) =>
      new Promise((resolve) => {
        const canvas = sheet.querySelector('canvas');
        const look = () =>
          Math.abs(canvas.width - sheet.clientWidth * devicePixelRatio) < 3
            ? resolve()
            : requestAnimationFrame(look);
        look();
      }),
  );
  await step();
  await take('source');
  return { frame, place };
}

/** Mends the quotation by the fix that the editor offers for its finding. */
export async function mendQuotation(page, step) {
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+.');
  await page.locator('.action-widget .monaco-list-row').first().waitFor({ timeout: patience });
  await step();
  await page.keyboard.press('Enter');
  await page
    .locator('.markers-panel .monaco-list-row')
    .filter({ hasText: 'quote-mismatch' })
    .waitFor({ state: 'detached', timeout: patience });
  await step();
}

/** Leafs, searches, selects and quotes, all by keyboard. */
export async function quoteByKeyboard(page, take, { frame, place }, subject = sourceSubject) {
  await page.keyboard.press('ArrowRight');
  await isValue(place, subject.nextPage);
  await page.keyboard.press('m');
  await isValue(place, subject.page);
  await page.keyboard.press('/');
  await page.keyboard.type(subject.search);
  await frame.locator('.marks .current').waitFor({ timeout: patience });
  await isValue(place, subject.nextPage);
  await page.keyboard.press('Escape');
  await page.keyboard.press('m');
  await isValue(place, subject.page);
  // From the beginning of the passage, word by word.
  const steps = subject.right.match(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]+/gu).length;
  for (let i = 1; i < steps; i++) await page.keyboard.press('Shift+ArrowRight');
  const selected = await frame
    .locator('body')
    .evaluate(() => getSelection().toString().replace(/\s+/g, ' ').trim());
  assert.match(selected, /^they came as one .* they left$/);
  await page.keyboard.press('q');
  await page.waitForFunction(
    (pattern) =>
      new RegExp(pattern).test(
        [...document.querySelectorAll('.view-line')]
          .sort((a, b) => parseFloat(a.style.top) - parseFloat(b.style.top))
          .map((line) => line.textContent.replaceAll('\u00a0', ' '))
          .join('')
          .replace(/\s+/g, ' '),
      ),
    subject.quoted.source.replaceAll(' ', ' ?'),
    { timeout: patience },
  );
  await take('quoted');
}

async function isValue(input, value) {
  for (const until = Date.now() + patience; ;) {
    const now = await input.inputValue();
    if (now === value) return;
    if (Date.now() > until) throw new Error(`It says ${now}, not ${value}`);
    await input.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  }
}
