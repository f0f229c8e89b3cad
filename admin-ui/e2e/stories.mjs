// What the three kinds of users do most, by keyboard where they would.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MODEL_STORIES } from './modelStories.mjs';

const shown = async (page) => (await page.locator('main h1').first().textContent()) ?? '';

async function looksACustomerUp(page) {
  await page.keyboard.press('Control+k');
  await page.getByLabel('Find a customer, page or command').fill('desk');
  await page.getByRole('menuitem', { name: 'Customer desk' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('region', { name: 'Customer summary' }).waitFor();
  const before = await shown(page);
  await page.keyboard.press(']');
  await page.waitForFunction((name) => document.querySelector('main h1')?.textContent !== name, before);
  await page.keyboard.press('/');
  const id = await page.locator('.virtual-row').nth(2).locator('.num').nth(1).textContent();
  await page.keyboard.type(id);
  await page.waitForFunction(
    (wanted) => document.querySelectorAll('.virtual-row').length === 1 && location.search.includes(wanted),
    id,
  );
  await page.getByRole('listbox', { name: 'Customers' }).focus();
  await page.keyboard.press('Home');
  await page.waitForFunction(
    (wanted) => document.querySelector('.who-meta')?.textContent?.includes(wanted),
    id,
  );
}

async function opensACustomerFromThePalette(page) {
  const row = page.locator('.virtual-row').first();
  await page.getByRole('link', { name: 'Customer desk' }).click();
  await row.waitFor();
  const wanted = await page.locator('.virtual-row').nth(4).locator('.num').nth(1).textContent();
  const name = await page.locator('.virtual-row').nth(4).locator('.customer-name').textContent();
  for (const from of ['Strategy', 'Customer desk']) {
    await page.getByRole('link', { name: from, exact: true }).click();
    await page.waitForFunction((title) => document.title.startsWith(title), from);
    await page.keyboard.press('Control+k');
    await page.getByLabel('Find a customer, page or command').fill(wanted);
    await page.getByRole('menuitem', { name: new RegExp(wanted) }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Customer summary' }).waitFor();
    await page.waitForFunction(
      (id) => document.querySelector('.who-meta')?.textContent?.includes(id),
      wanted,
    );
    const open = await shown(page);
    if (open !== name) return `from ${from}: asked for ${name}, shown is ${open}`;
    if (!new URL(page.url()).searchParams.get('id')?.includes(wanted)) return `the address is ${page.url()}`;
  }
}

async function seesTheTrace(page) {
  await page.keyboard.press('t');
  await page.waitForFunction(() => document.activeElement?.id === 'trace');
  const trace = page.getByRole('region', { name: 'Rule trace' });
  const conditions = await trace.getByRole('img', { name: /^(not )?met$/ }).count();
  return conditions > 3 ? '' : `only ${conditions} conditions are shown`;
}

async function decidesAgain(page) {
  await page.getByRole('button', { name: 'Decide again' }).click();
  await page
    .getByText(/^Decided .* today/)
    .waitFor({ timeout: 10_000 })
    .catch(() => page.getByText(/^Decided/).waitFor());
}

async function makesAnAudience(page) {
  await page.getByRole('link', { name: 'Audiences' }).click();
  await page.getByRole('link', { name: 'New audience' }).first().click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Likely to leave');
  const value = page.getByRole('textbox', { name: 'Value', exact: true });
  await value.fill('40%');
  await value.press('Enter');
  await page.waitForFunction(() => /\d/.test(document.querySelector('aside .big-number')?.textContent ?? ''));
  await page.getByRole('button', { name: 'Save audience' }).click();
  await page.getByRole('heading', { name: 'Likely to leave' }).waitFor();
}

async function asksAGuardrail(page) {
  await page.getByRole('link', { name: 'Audiences' }).click();
  await page.getByRole('link', { name: 'New audience' }).first().click();
  await page.getByRole('button', { name: 'Guardrail' }).click();
  await page.locator('.test-guardrail .test-count', { hasText: /\d/ }).waitFor();
  const sentence = await page.locator('.test-guardrail .test-sentence').textContent();
  await page.getByRole('button', { name: /^Remove guardrail/ }).click();
  await page.getByRole('link', { name: 'Cancel' }).click();
  return sentence ? '' : 'the guardrail does not say what it holds';
}

async function exportsIt(page) {
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const link = page.getByRole('link', { name: 'Download' });
  await link.waitFor({ timeout: 60_000 });
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'console-')), 'audience.csv');
  await download.saveAs(file);
  return readFileSync(file, 'utf8').split('\n').length > 1 ? '' : 'the file is empty';
}

const row = (id, age) => [`C-9${id}`, age, 'West', '52000', '310', '4.2', '11'].join(',');

async function importsWithErrors(page, server) {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'console-')), 'customers.csv');
  writeFileSync(
    file,
    server.importSample ??
      [
        'customer_id,age,region,annual_income,spend,loyalty_score,purchase_frequency',
        row(1, '41'),
        row(2, 'four'),
        row(3, '33'),
      ].join('\n'),
  );
  await page.getByRole('link', { name: 'Imports' }).click();
  await page.getByRole('link', { name: 'Import a file' }).first().click();
  await page.setInputFiles('input[type=file]', file);
  await page.getByRole('button', { name: 'Check every row' }).click();
  const refused = page.getByRole('region', { name: 'Refused rows' });
  await refused.getByRole('row', { name: /age.*four/i }).waitFor({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Import the good rows' }).click();
  await page.getByRole('heading', { name: 'What happened to every row' }).waitFor();
  await page.getByText('Done', { exact: true }).waitFor({ timeout: 30_000 });
}

async function showsTheJobs(page) {
  await page.getByRole('button', { name: /^Jobs/ }).click();
  await page.getByRole('dialog', { name: 'Jobs' }).getByRole('listitem').first().waitFor();
  await page.keyboard.press('Escape');
}

export const STORIES = [
  ['looks a customer up by keyboard', looksACustomerUp],
  ['opens a customer from the command palette', opensACustomerFromThePalette],
  ['sees the trace of the decision by keyboard', seesTheTrace],
  ['decides again for the customer', decidesAgain],
  ['asks a guardrail in a condition', asksAGuardrail],
  ['makes an audience from a condition with a live count', makesAnAudience],
  ['exports the audience to a file', exportsIt],
  ['imports a CSV with errors and sees which row and why', importsWithErrors],
  ...MODEL_STORIES,
  ['sees the jobs in the tray', showsTheJobs],
];
