// A marketer writes a decision table by keyboard, sees whom its rows count for, and asks for what it decides in a segment.
const WORK_MILLIS = 120_000;

const saved = (page) => page.getByText(/^Saved /).waitFor();

const opens = (page, tab) => page.getByRole('tab', { name: tab }).click();

async function addsATable(page, server) {
  await page.goto(`${server.url}/drafts`);
  await page.getByRole('button', { name: 'New draft' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'New draft' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Care by table');
  await dialog.getByRole('button', { name: 'Create draft' }).click();
  await page.getByRole('heading', { name: 'Care by table' }).waitFor();
  await opens(page, 'Tables');
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  const table = page.getByRole('dialog', { name: 'New decision table' });
  await table.getByRole('textbox', { name: 'Name' }).fill('Care');
  await table.getByRole('textbox', { name: 'What it decides' }).fill('Level of care');
  await table.getByRole('button', { name: /Asks first about/ }).click();
  await page.getByRole('option', { name: /^Churn risk/ }).click();
  await table.getByRole('button', { name: 'Add table' }).click();
  await page.getByRole('grid').waitFor();
  await saved(page);
}

const rowOf = (page, n) => page.locator(`[role=grid] [aria-rowindex="${n + 1}"]`);
const countOf = async (page, n) =>
  Number((await rowOf(page, n).locator('.grid-count').textContent()).replaceAll(/\D/g, ''));
const textsOf = (page, n) => rowOf(page, n).getByRole('gridcell').allTextContents();

async function writesRowsByKeyboard(page) {
  const grid = page.getByRole('grid');
  await grid.focus();
  for (const key of ['6', '0', '%', 'Enter', 'Insert', 'End', 'l', 'o', 'w', 'Enter', 'Home']) {
    await page.keyboard.press(key);
  }
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('F2');
  await page.keyboard.type('>=0.5');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+d');
  await page.keyboard.press('Control+Delete');
  const rows = [await textsOf(page, 1), await textsOf(page, 2)].map((row) => row.join(' '));
  if (rows.join() !== '>=0.5 high,- low') return `the rows are ${rows}`;
  await saved(page);
}

/** Through the clipboard of the browser, as to and from a spreadsheet. */
async function copiesAndPastes(page) {
  await page.getByRole('grid').focus();
  for (const key of ['Control+Home', 'Shift+End', 'Shift+ArrowDown', 'Control+c', 'Insert', 'Control+v']) {
    await page.keyboard.press(key);
  }
  await page.getByText('2 rows pasted; 1 of them new').waitFor();
  const rows = [await textsOf(page, 3), await textsOf(page, 4)].map((row) => row.join(' '));
  if (rows.join() !== '>=0.5 high,- low') return `pasted are ${rows}`;
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  const left = await page.getByRole('grid').getAttribute('aria-rowcount');
  await saved(page);
  return left === '3' ? '' : `${left} rows are left`;
}

async function seesWhomRowsCountFor(page) {
  const shown = rowOf(page, 2).locator('.grid-count');
  await shown.waitFor({ timeout: WORK_MILLIS });
  await page.getByText(/^When churn risk is at least 50/i).waitFor({ timeout: WORK_MILLIS });
  await page.waitForFunction(() => !document.querySelector('.grid-behind'));
  const [first, second] = [await countOf(page, 1), await countOf(page, 2)];
  if (first === 0 || second === 0) return `the rows count for ${first} and ${second}`;
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Delete');
  await page.waitForFunction(
    () => /(^|\D)0$/.test(document.querySelector('[aria-rowindex="3"] .grid-count')?.textContent ?? ''),
    undefined,
    { timeout: WORK_MILLIS },
  );
  await page.keyboard.press('Control+z');
  await page.waitForFunction(
    (was) =>
      Number(
        document.querySelector('[aria-rowindex="3"] .grid-count')?.textContent?.replaceAll(/\D/g, '') ?? -1,
      ) === was,
    second,
    { timeout: WORK_MILLIS },
  );
  await saved(page);
}

/** A typical customer of the row in use becomes an example of it, and is taken back. */
async function pinsACustomerOfTheRow(page) {
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+Home');
  const stands = page.getByText(/^Value .*for it\.$/);
  await stands.waitFor({ timeout: WORK_MILLIS });
  const examples = Number(/(\d+) examples?/.exec(await stands.textContent())?.[1] ?? 0);
  await page.getByRole('button', { name: 'Pin a customer of this row' }).click();
  const more = examples === 0 ? '1 example stands for it.' : `${examples + 1} examples stand for it.`;
  await page.getByText(more).waitFor({ timeout: WORK_MILLIS });
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+z');
  await page.getByText(more).waitFor({ state: 'detached', timeout: WORK_MILLIS });
  await stands.waitFor({ timeout: WORK_MILLIS });
  await saved(page);
}

async function marksWhatCannotBeRead(page) {
  await page.getByRole('grid').focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.type('about half');
  await page.keyboard.press('Enter');
  await page.locator('[role=gridcell][aria-invalid=true]').waitFor({ timeout: WORK_MILLIS });
  await page.keyboard.press('F8');
  await page.locator('.cell-problem').waitFor();
  await page.keyboard.press('Control+z');
  await page
    .locator('[role=gridcell][aria-invalid=true]')
    .waitFor({ state: 'detached', timeout: WORK_MILLIS });
  await saved(page);
}

/** Whom the segment in sight reaches, as the page says it. */
const reached = (page) => page.getByRole('complementary', { name: 'Audience' }).locator('.big-number');
const figure = (text) => Number(text.replaceAll(/\D/g, ''));

/** Whom the first segment reaches once it asks for this level of care, when the page shows what the server counted. */
async function reachedWith(page, level, act) {
  const asked = new RegExp(`"operator":"[A-Z_]+","value":"${level}"`);
  const counted = page.waitForResponse(
    (response) =>
      response.url().endsWith('/drafts/effect') && response.ok() && asked.test(response.request().postData()),
    { timeout: WORK_MILLIS },
  );
  await act();
  const { segments } = await (await counted).json();
  await page.waitForFunction(
    (count) =>
      Number(document.querySelector('aside .big-number')?.textContent.replaceAll(/\D/g, '')) === count,
    segments[0].reached,
  );
  return segments[0].reached;
}

/** Whoever the segment reaches is given one of both levels. */
async function asksForItInASegment(page) {
  await opens(page, 'Segments');
  await reached(page).waitFor({ timeout: WORK_MILLIS });
  const before = figure(await reached(page).textContent());
  await page.getByRole('button', { name: 'Condition', exact: true }).first().click();
  const terms = page.getByRole('button', { name: /Term$/ });
  await terms.last().click();
  const high = await reachedWith(page, 'high', () =>
    page.getByRole('option', { name: /^Level of care/ }).click(),
  );
  const low = await reachedWith(page, 'low', async () => {
    await page
      .getByRole('button', { name: /^high.*Value$/ })
      .last()
      .click();
    await page.getByRole('option', { name: 'low' }).click();
  });
  if (high + low !== before) return `of ${before} customers ${high} are given high and ${low} low`;
  await page.getByRole('textbox', { name: 'Label' }).focus();
  for (let undos = 0; undos < 4; undos++) {
    await page.keyboard.press('Control+z');
    if ((await page.getByRole('button', { name: /^low.*Value$/ }).count()) === 0) break;
  }
  await saved(page);
  await opens(page, 'Tables');
  await page.getByRole('grid').waitFor();
}

export const TABLE_STORIES = [
  ['adds a decision table to a draft', addsATable],
  ['writes its rows by keyboard alone', writesRowsByKeyboard],
  ['copies rows and pastes them below, and takes it back', copiesAndPastes],
  ['sees whom its rows count for, in figures and in words, also after an undo', seesWhomRowsCountFor],
  ['pins a customer of a row as an example, and takes it back', pinsACustomerOfTheRow],
  ['sees a cell marked that cannot be read, and goes to it by a key', marksWhatCannotBeRead],
  ['asks for what the table decides in a segment and sees the count follow', asksForItInASegment],
];
