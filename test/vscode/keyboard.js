// A keyboard for suites inside the extension host, which has no keys of its own: steps come by HTTP on the loopback and
// are made on the page, with what a person waits to see between them.
import { createServer } from 'node:http';

const patience = 240_000;

/**
 * Serves the keyboard of a page, of which `shows` is told once it is there; resolves to its address and what closes it.
 * Steps are `{press: 'Control+K'}`, `{type: 'words'}` and `{see: 'words'}`, which waits until the question on the screen
 * shows these words; `{accept: 'words'}` waits for a notification whose first button says so, and presses the editor's key
 * for it; `{click: 'words'}` clicks a button of a notification, and `{write: 'name'}` fills in the field for a new name
 * when it is there.
 */
export async function serveKeyboard() {
  let page = null;
  const server = createServer(async (request, response) => {
    try {
      let body = '';
      for await (const chunk of request) body += chunk;
      for (const step of JSON.parse(body)) await make(page, step);
      response.end('done');
    } catch (error) {
      response.statusCode = 500;
      response.end(error instanceof Error ? error.message : String(error));
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}/`,
    shows: (shown) => (page = shown),
    close: () => server.close(),
  };
}

async function make(page, { press, type, see, click, accept, write }) {
  if (press) await page.keyboard.press(press);
  if (type) await page.keyboard.type(type);
  if (click)
    await page.locator('.notification-toast .monaco-button', { hasText: click }).click({ timeout: patience });
  if (accept) {
    await page
      .locator('.notification-toast .monaco-button', { hasText: accept })
      .first()
      .waitFor({ timeout: patience });
    await page.keyboard.press('Control+Shift+A');
  }
  // The field in which a new name is asked for.
  if (write) await page.locator('.rename-box input').fill(write, { timeout: patience });
  if (!see) return;
  // The row that Enter would take, the title, and what is said below.
  await page.waitForFunction(
    (words) => {
      const widget = document.querySelector('.quick-input-widget');
      if (!widget || widget.offsetParent === null) return false;
      if (widget.querySelector('.monaco-progress-container.active')) return false;
      const row = widget.querySelector('.monaco-list-row.focused')?.getAttribute('aria-label') ?? '';
      const title = widget.querySelector('.quick-input-title')?.textContent ?? '';
      const rest = widget.querySelector('.quick-input-message')?.textContent ?? '';
      return [row, title, rest].some((each) => each.replaceAll('\u00a0', ' ').includes(words));
    },
    see,
    { timeout: patience },
  );
}
