// The picture of the beginning, for scripts/screenshots.js: a folder with one article and one bibliography, in which two
// claims were made by keys alone; their conflict is told, and is about to be settled.

const patience = 240_000;

/**
 * Takes the picture in a window that shows the article. `at(words)` resolves to where words stand in the editor, and
 * `take(name)` takes a picture.
 */
export async function photographBeginning(page, take, at) {
  await page.keyboard.press('Control+Shift+M');
  await row(page, 'citation-undefined');
  await claim(page, at, 'The harbour union fed the strikers', [
    ['Hallam (1987)'],
    ['Register', 'harbour union'],
    ['The new property', 'fed strikers'],
    ['yes', 'yes'],
  ]);
  // From here on there is a project.
  await row(page, 'property-undeclared');
  await claim(page, at, 'The harbour union fed nobody', [
    ['Osei and Lindqvist (2003)'],
    ['harbour union'],
    ['fed strikers', 'fed'],
    ['no', 'no'],
  ]);
  await row(page, 'claim-contradiction');
  // What stands above the claims comes last, and moves the lines.
  await page
    .locator('.codelens-decoration')
    .filter({ hasText: 'not settled' })
    .nth(1)
    .waitFor({ timeout: patience });
  await page.keyboard.press('Control+1');
  await page.keyboard.press('Control+K');
  await page.keyboard.press('j');
  await page
    .locator('.quick-input-widget')
    .filter({ hasText: 'Which Side Do You Uphold' })
    .waitFor({ timeout: patience });
  await take('beginning');
  await page.keyboard.press('Escape');
}

/** Makes a claim of the line that begins with some words: for each question the row that is taken, and what is typed. */
async function claim(page, at, words, answers) {
  const { x, y } = await at(words);
  await page.mouse.click(x, y);
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await page.keyboard.press('Control+K');
  await page.keyboard.press('g');
  for (const [i, [taken, typed]] of answers.entries()) {
    // Between two questions the keyboard is the editor's.
    await page
      .locator('.quick-input-widget .quick-input-title')
      .filter({ hasText: `(${i + 1}/4)` })
      .waitFor({ timeout: patience });
    if (typed) await page.keyboard.type(typed);
    await page
      .locator('.quick-input-widget .monaco-list-row.focused')
      .filter({ hasText: taken })
      .waitFor({ timeout: patience });
    await page.keyboard.press('Enter');
  }
}

async function row(page, code) {
  await page
    .locator('.markers-panel .monaco-list-row')
    .filter({ hasText: code })
    .first()
    .waitFor({ timeout: patience });
}
