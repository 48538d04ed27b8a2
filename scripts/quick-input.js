// VS Code's quick input (palette, quick open, go to line) as the tests and the screenshots drive it.

// Ends what hangs; a busy machine takes minutes. A try ends sooner: a webview, a dialog or a view that is just shown
// takes the keyboard, the quick input closes again, and no waiting brings it back.
const patience = 240_000;
const tries = 8;

/** Opens the quick input with `keys`, writes `text` into it and runs `next()` while it is open; begins again where it was closed meanwhile. */
export async function quickInput(page, keys, text, next = () => Promise.resolve()) {
  const options = { timeout: patience / tries };
  for (let left = tries - 1; ; left--) {
    try {
      await page.keyboard.press(keys);
      await page.locator('.quick-input-widget input').first().fill(text, options);
      return await next(options);
    } catch (error) {
      if (left === 0 || error.name !== 'TimeoutError') throw error;
      await page.keyboard.press('Escape');
    }
  }
}

/** Opens the quick input with `keys`, writes `text`, and takes the first row that holds `title`. */
export function pickQuickly(page, keys, text, title) {
  const row = page.locator('.quick-input-widget .monaco-list-row').filter({ hasText: title }).first();
  return quickInput(page, keys, text, (options) => row.click(options));
}

/** Runs a command by its title in the palette; `words` find it there where the title alone does not. */
export function runCommand(page, title, words = title) {
  return pickQuickly(page, 'F1', `>${words}`, title);
}

/** Puts the cursor into a line and column of the active editor, both from 1, and brings the line into view. */
export function goToPlace(page, line, column = 1) {
  return quickInput(page, 'Control+G', `:${line}:${column}`, async (options) => {
    await page.keyboard.press('Enter');
    await page.waitForSelector('.quick-input-widget', { state: 'hidden', ...options });
  });
}
