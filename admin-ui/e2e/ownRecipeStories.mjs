// An analyst puts a recipe together, watches a training move, ends one, and reads what the card of the other warns of.

const WORK_MILLIS = 60_000;

/** From the press to the end of the job, on a machine that others use as well. */
const CANCEL_MILLIS = 10_000;

const TRAINERS = ['Boosted trees', 'Linear regression', 'BG/NBD with Gamma-Gamma'];

const dialogOf = (page) => page.getByRole('dialog', { name: 'Train on our customers' });

/** What a customer spends is to be told from what else is known of them the same day. */
async function composes(page, wanted) {
  const dialog = dialogOf(page);
  await dialog.getByRole('radio', { name: 'A recipe of my own' }).click();
  await dialog.getByRole('button', { name: /What is predicted/ }).click();
  await page.getByRole('option', { name: 'Lifetime value' }).click();
  await dialog.locator('label', { hasText: /^A number known on the same day/ }).click();
  await dialog.getByRole('button', { name: /Attribute to predict/ }).click();
  await page.getByRole('option', { name: /^Loyalty score/ }).click();
  await dialog.getByRole('button', { name: 'Choose none' }).click();
  for (const input of ['Age', 'Annual income'])
    await dialog.locator('label.check', { has: page.getByText(input, { exact: true }) }).click();
  for (const trainer of [wanted, ...TRAINERS.filter((one) => one !== wanted)]) {
    const box = dialog.getByRole('checkbox', { name: trainer, exact: true });
    if ((await box.isChecked()) !== (trainer === wanted))
      await dialog.locator('label.check', { has: page.getByText(trainer, { exact: true }) }).click();
  }
}

const train = (page) => dialogOf(page).getByRole('button', { name: 'Train', exact: true }).click();

const percentOf = (text) => Number(/(\d+)\s?% done/.exec(text ?? '')?.[1]);

async function seesItMoveAndEndsIt(page, server) {
  if (!server.importSample) return '';
  await page.getByRole('button', { name: 'Train on our customers' }).click();
  const dialog = dialogOf(page);
  await composes(page, 'Boosted trees');
  await dialog.getByText('Lifetime value: settings of Boosted trees').click();
  await dialog.getByRole('textbox', { name: 'Trees' }).fill('1000');
  await dialog.getByRole('textbox', { name: 'Repeats' }).fill('20');
  await train(page);
  const reached = dialog.getByText(/% done: Lifetime value: measuring/);
  await reached.waitFor({ timeout: WORK_MILLIS });
  const first = percentOf(await reached.textContent());
  await page.waitForFunction(
    (before) =>
      Number(
        /(\d+)\s?% done/.exec(document.querySelector('[role=dialog]')?.textContent ?? '')?.[1] ?? before,
      ) > before,
    first,
    { timeout: WORK_MILLIS },
  );
  const asked = Date.now();
  await dialog.getByRole('button', { name: 'Cancel the training' }).click();
  await dialog.getByText('Cancelled', { exact: true }).waitFor({ timeout: CANCEL_MILLIS });
  console.log(`    it ended ${Date.now() - asked} ms after it was cancelled`);
  await dialog.getByRole('button', { name: 'Choose again' }).click();
}

async function trainsByAnotherTrainer(page, server) {
  if (!server.importSample) return '';
  const dialog = dialogOf(page);
  await composes(page, 'Linear regression');
  await train(page);
  await dialog.getByText(/^(Done|Failed)$/).waitFor({ timeout: WORK_MILLIS });
  const failure = await dialog.getByRole('alert').allTextContents();
  if (failure.length > 0) return failure.join(' ');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
}

async function readsWhatTheCardWarnsOf(page, server) {
  if (!server.importSample) return '';
  const versions = page.getByRole('region', { name: 'Versions of Lifetime value' });
  await versions.getByRole('button', { name: /^Version 2/ }).click();
  await page.getByRole('heading', { name: 'Lifetime value, version 2' }).waitFor();
  await page
    .getByText(/not what customers will do/)
    .first()
    .waitFor();
  await page.getByRole('radio', { name: 'Runs' }).click();
  await page.getByRole('row', { name: /Lifetime value.*Cancelled/ }).waitFor();
  await page.getByRole('radio', { name: 'Versions' }).click();
}

export const OWN_RECIPE_STORIES = [
  ['sees a training by a recipe of their own move, and ends it', seesItMoveAndEndsIt],
  ['trains by another trainer', trainsByAnotherTrainer],
  ['reads what the card of such a model warns of', readsWhatTheCardWarnsOf],
];
