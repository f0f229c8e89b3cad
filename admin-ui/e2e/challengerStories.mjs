// An approved draft is tried on a share of the customers, compared with the champion, and ended by keeping one of both.
import { openPage } from './browser.mjs';
import { overflow, violations } from './checks.mjs';
import {
  acceptsWhatExamplesComeTo,
  setsTheThreshold,
  signsInAgain,
  signsInAs,
  simulatesAndSends,
} from './draftStories.mjs';

const WORK_MILLIS = 120_000;

const card = (page, share) => page.getByRole('region', { name: `Challenger on ${share} of the customers` });

async function sendsADraft(page, server) {
  await page.goto(`${server.url}/strategy`);
  await page.getByRole('button', { name: /At[ -][Rr]isk/ }).click();
  await page.getByRole('button', { name: 'Edit as draft' }).click();
  const dialog = page.getByRole('dialog', { name: 'New draft' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Tried on a fifth');
  await dialog.getByRole('button', { name: 'Create draft' }).click();
  await page.getByRole('heading', { name: 'Tried on a fifth' }).waitFor();
  await setsTheThreshold(page, '45%');
  await acceptsWhatExamplesComeTo(page);
  await page.getByRole('tab', { name: /^Review/ }).click();
  await simulatesAndSends(page);
}

/** Does something as the approver, in a window of their own. */
async function asApprover(server, path, options, run) {
  const approver = await openPage(server.browser, options);
  await signsInAs(approver, server, server.approver);
  await approver.page.goto(server.url + path);
  try {
    return await run(approver.page, approver);
  } finally {
    await approver.close();
  }
}

async function isPublishedToAShare(page, server) {
  const { pathname } = new URL(page.url());
  const found = await asApprover(server, `${pathname}?tab=review`, {}, async (theirs, approver) => {
    await theirs.getByRole('textbox', { name: 'Your answer' }).fill('Worth trying');
    await theirs.getByRole('button', { name: 'Approve', exact: true }).click();
    await theirs.getByRole('button', { name: 'Publish…' }).click();
    const dialog = theirs.getByRole('dialog', { name: /^Publish/ });
    await dialog.getByRole('radio', { name: 'A share of the customers' }).click();
    const share = dialog.getByRole('textbox', { name: 'Share of the customers' });
    await share.fill('20%');
    await share.press('Tab');
    await dialog.getByText(/about [\d,]+ of [\d,]+ customers/).waitFor();
    const broken = await violations(approver);
    await dialog.getByRole('textbox', { name: 'Reason' }).fill('Try it on a fifth');
    await theirs.keyboard.press('Enter');
    await theirs.getByText('This draft was published').waitFor({ timeout: WORK_MILLIS });
    return broken;
  });
  await signsInAgain(page, server);
  return found.join('\n');
}

async function isComparedInBothThemesAndOnAPhone(page, server) {
  const found = [];
  for (const options of [{ theme: 'light' }, { theme: 'dark' }, { width: 390, height: 844 }]) {
    await asApprover(server, '/strategy', options, async (theirs, approver) => {
      const figures = card(theirs, '20%').getByRole('region', {
        name: 'Champion and challenger',
        exact: true,
      });
      await figures.waitFor({ timeout: WORK_MILLIS });
      await figures.getByRole('row', { name: /^Expected value per customer/ }).waitFor();
      found.push(...(await violations(approver)));
      const by = await overflow(theirs);
      if (by > 0) found.push(`${by} px too wide`);
    });
  }
  await signsInAgain(page, server);
  return found.join('\n');
}

/** The made-up server decides by one strategy only. */
async function saysOnTheDeskWhoDecided(page, server) {
  if (server.oneSession) return;
  await page.goto(`${server.url}/customers`);
  await page.getByRole('region', { name: 'Customer summary' }).waitFor();
  await page.getByText(/^Decided by the (champion|challenger)$/).waitFor();
}

async function changesTheShareAndKeepsTheChampionByKeyboard(page, server) {
  await asApprover(server, '/strategy', {}, async (theirs) => {
    await theirs.getByRole('button', { name: 'Change share…' }).focus();
    await theirs.keyboard.press('Enter');
    const dialog = theirs.getByRole('dialog', { name: /share$/ });
    await dialog.getByRole('textbox', { name: 'Share of the customers' }).fill('35%');
    await theirs.keyboard.press('Tab');
    await theirs.keyboard.type('Nothing broke');
    await theirs.keyboard.press('Enter');
    await card(theirs, '35%').waitFor();
    await card(theirs, '35%')
      .getByRole('region', { name: 'Champion and challenger', exact: true })
      .waitFor({ timeout: WORK_MILLIS });
    await theirs.getByRole('button', { name: 'Keep champion…' }).focus();
    await theirs.keyboard.press('Enter');
    await theirs.getByRole('dialog', { name: 'Keep the champion' }).waitFor();
    await theirs.keyboard.type('No more value');
    await theirs.keyboard.press('Enter');
    await card(theirs, '35%').waitFor({ state: 'detached' });
  });
  await signsInAgain(page, server);
}

export const CHALLENGER_STORIES = [
  ['sends a draft that is to be tried', sendsADraft],
  ['an approver publishes it to a share of the customers', isPublishedToAShare],
  ['champion and challenger are compared, in both themes and on a phone', isComparedInBothThemesAndOnAPhone],
  ['the desk says whose customer it is', saysOnTheDeskWhoDecided],
  ['changes the share and keeps the champion by keyboard', changesTheShareAndKeepsTheChampionByKeyboard],
];
