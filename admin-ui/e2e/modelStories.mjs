// An analyst learns a model from the customers, sees whom it would move, and an approver makes it the champion.
import { OWN_RECIPE_STORIES } from './ownRecipeStories.mjs';

const WORK_MILLIS = 120_000;

const trained = (page) =>
  page.getByRole('region', { name: 'Versions of Churn risk' }).getByRole('button', { name: /^Version 2/ });

export async function trainsAChallenger(page) {
  await page.getByRole('link', { name: 'Models', exact: true }).click();
  await page.getByRole('button', { name: 'Train on our customers' }).click();
  const dialog = page.getByRole('dialog', { name: 'Train on our customers' });
  await dialog.locator('label', { hasText: /^Churn risk/ }).click();
  await dialog.getByRole('button', { name: 'Train', exact: true }).click();
  await dialog.getByText(/^(Done|Failed)$/).waitFor({ timeout: WORK_MILLIS });
  const failure = await dialog.getByRole('alert').allTextContents();
  if (failure.length > 0) return failure.join(' ');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await trained(page).click();
  await page.getByRole('heading', { name: 'Churn risk, version 2' }).waitFor();
}

export async function aRefusedSettingIsSaidBesideIt(page) {
  await page.getByRole('button', { name: 'Train on our customers' }).click();
  const dialog = page.getByRole('dialog', { name: 'Train on our customers' });
  await dialog.locator('label', { hasText: /^Churn risk/ }).click();
  await dialog.getByText('Churn risk: settings of Boosted trees').click();
  await dialog.getByRole('textbox', { name: 'Depth' }).fill('9');
  await dialog.getByRole('button', { name: 'Train', exact: true }).click();
  await dialog.getByText('The setting depth is 9, expected 1 to 8.').first().waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
}

export async function readsACurveByKeyboard(page) {
  await page.getByRole('tab', { name: 'Curves' }).click();
  const slider = page.getByRole('slider', { name: 'Points of ROC curve' });
  await slider.focus();
  const first = await slider.getAttribute('aria-valuetext');
  await page.keyboard.press('ArrowRight');
  const second = await slider.getAttribute('aria-valuetext');
  await page.getByText(second, { exact: true }).waitFor();
  return first === second ? `said was ${first} twice` : '';
}

async function drawsAMapOfTheClusters(page) {
  const versions = page.getByRole('region', { name: 'Versions of Cluster' });
  await versions.getByRole('button', { name: /Version 1/ }).click();
  const map = page.getByRole('figure', { name: 'Map of the clusters' });
  await map.getByText(/customers as of/).waitFor();
  await page.getByRole('figure', { name: 'Features by cluster' }).waitFor();
}

export async function comparesItWithTheChampion(page) {
  await page.getByRole('button', { name: /Compare with/ }).click();
  await page.getByRole('option', { name: /Version 1/ }).click();
  await page.keyboard.press('Escape');
  const auc = page.getByRole('region', { name: 'Measures compared' }).getByRole('row', { name: /^AUC/ });
  await auc.first().waitFor();
  await page.getByRole('tab', { name: 'Curves' }).click();
  const drawn = page.getByRole('figure', { name: 'ROC curve' }).getByRole('listitem');
  await drawn.nth(1).waitFor();
  const versions = await drawn.allTextContents();
  await page.getByRole('tab', { name: 'Other settings' }).click();
  await page.getByRole('heading', { name: 'Other settings compared' }).waitFor();
  return versions.length === 2 ? '' : `the curves drawn are those of ${versions}`;
}

async function choosesAThreshold(page) {
  const versions = page.getByRole('region', { name: 'Versions of Churn risk' });
  await versions.getByRole('button', { name: /Version 1.*Champion/ }).click();
  await page.getByRole('tab', { name: 'Threshold' }).click();
  await page.getByText(/of [\d,.]+ customers now$/).waitFor();
  const slider = page.getByRole('slider', { name: /of at least$/ });
  await slider.focus();
  const said = [await slider.getAttribute('aria-valuetext')];
  await page.keyboard.press('Home');
  said.push(await slider.getAttribute('aria-valuetext'));
  await page.keyboard.press('ArrowRight');
  said.push(await slider.getAttribute('aria-valuetext'));
  await page.waitForFunction(() => location.search.includes('threshold='));
  return new Set(said).size === 3 ? '' : `said was ${said.join('; ')}`;
}

async function seesWhatTheThresholdDoesInRules(page) {
  const rules = page.getByRole('region', { name: 'Effect in each rule' });
  const row = rules.getByRole('row', { name: /at.risk/i }).first();
  await row.waitFor({ timeout: WORK_MILLIS });
  await row.getByRole('button', { name: /^Who changes/ }).focus();
  await page.keyboard.press('Enter');
  await rules.locator('.rule-effect, .table-detail p').first().waitFor();
}

async function seesTheTrainings(page) {
  await page.getByRole('radio', { name: 'Runs' }).click();
  await page
    .getByRole('row', { name: /Churn risk.*Somebody asked.*Done/ })
    .first()
    .waitFor();
  await page.getByRole('radio', { name: 'Versions' }).click();
  await trained(page).waitFor();
}

async function seesWhatDrivesTheScore(page) {
  await page.getByRole('tab', { name: 'Influence' }).click();
  const bars = page.getByRole('figure', { name: 'What drives the score' });
  await bars.waitFor({ timeout: WORK_MILLIS });
  await page.getByRole('figure', { name: 'Customer by customer' }).locator('circle').nth(100).waitFor();
  await page.getByRole('button', { name: /Input to look at/ }).click();
  const option = page.getByRole('option').nth(1);
  const input = await option.textContent();
  await option.click();
  await page.getByRole('figure', { name: new RegExp(`How ${input} counts`, 'i') }).waitFor();
  return (await page.getByText(/customers.*as of/).count()) === 1 ? '' : 'it does not say of whom and when';
}

async function opensTheChallenger(page) {
  await trained(page).click();
  await page.getByRole('heading', { name: 'Churn risk, version 2' }).waitFor();
}

export async function simulatesIt(page) {
  await page.getByRole('button', { name: 'See what it would change' }).click();
  await page.getByRole('heading', { name: 'Between segments' }).waitFor({ timeout: WORK_MILLIS });
}

export async function seesWhoMoves(page) {
  const largest = page.locator('.simulation-moves button').first();
  const count = await largest.locator('.pick-number').textContent();
  await largest.focus();
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => location.search.includes('segmentBefore'));
  await page.getByText(new RegExp(`^${count} customers?$`)).waitFor();
  const links = page.getByRole('region', { name: 'Change of each customer' }).getByRole('link');
  await links.first().click();
  await page.waitForFunction(() => {
    const opened = new URLSearchParams(location.search).get('id');
    return opened && document.querySelector('.who-meta')?.textContent?.includes(opened);
  });
  await page.goBack();
  await page.getByRole('heading', { name: 'Between segments' }).waitFor();
}

export async function publishesIt(page) {
  await page.getByRole('button', { name: 'Publish' }).click();
  const dialog = page.getByRole('dialog', { name: /^Publish/ });
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Learned from our own customers');
  await dialog.getByRole('button', { name: 'Publish' }).click();
  await page.getByText(/This is the live strategy: version 2/).waitFor();
  await page.getByRole('link', { name: 'Models', exact: true }).click();
  await page.getByRole('button', { name: /Version 2.*Champion/ }).waitFor();
}

export const MODEL_STORIES = [
  ['trains churn risk on the customers', trainsAChallenger],
  ['compares the challenger with the champion', comparesItWithTheChampion],
  ['is told beside the field which setting is refused', aRefusedSettingIsSaidBesideIt],
  ['reads a curve out by keyboard', readsACurveByKeyboard],
  ['sees the clusters on a map', drawsAMapOfTheClusters],
  ['chooses a threshold by keyboard and sees whom it means', choosesAThreshold],
  ['sees what the threshold would do in each rule', seesWhatTheThresholdDoesInRules],
  ['sees what drives the score and how one input counts', seesWhatDrivesTheScore],
  ['sees every training and what came of it', seesTheTrainings],
  ...OWN_RECIPE_STORIES,
  ['opens the challenger again', opensTheChallenger],
  ['simulates the challenger on every customer', simulatesIt],
  ['sees who moves by keyboard and opens one of them', seesWhoMoves],
  ['publishes what was simulated and sees the new champion', publishesIt],
];
