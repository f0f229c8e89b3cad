// A marketer changes a threshold as a draft, sees whom it means, tries it and sends it; somebody else approves and publishes it.
import { openPage } from './browser.mjs';
import { violations } from './checks.mjs';
import { signIn } from './signIn.mjs';

const WORK_MILLIS = 120_000;

const as = (server, user) => ({ ...server, ...user });

const reached = (page) => page.getByRole('complementary', { name: 'Audience' }).locator('.big-number');

const saved = (page) => page.getByText(/^Saved /).waitFor();

/** Sets the first value of the condition in sight and waits until it is saved. */
export async function setsTheThreshold(page, to) {
  const value = page.getByRole('textbox', { name: 'Value', exact: true }).first();
  await value.fill(to);
  await value.press('Enter');
  await page.getByText('Not saved yet').or(page.getByText('Saving…')).first().waitFor();
  await saved(page);
}

async function beginsADraft(page) {
  await page.getByRole('link', { name: 'Strategy', exact: true }).click();
  await page.getByRole('button', { name: /At[ -][Rr]isk/ }).click();
  await page.getByRole('button', { name: 'Edit as draft' }).click();
  const dialog = page.getByRole('dialog', { name: 'New draft' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Reach them earlier');
  await dialog.getByRole('button', { name: 'Create draft' }).click();
  await page.getByRole('heading', { name: 'Reach them earlier' }).waitFor();
}

async function seesTheCountFollow(page) {
  await reached(page).waitFor();
  const before = await reached(page).textContent();
  await setsTheThreshold(page, '30%');
  await page.waitForFunction(
    (was) => !['', was].includes(document.querySelector('aside .big-number')?.textContent ?? ''),
    before,
  );
  const after = await reached(page).textContent();
  await page.getByRole('textbox', { name: 'Label' }).focus();
  await page.keyboard.press('Control+z');
  await page.waitForFunction(
    (was) => document.querySelector('aside .big-number')?.textContent === was,
    before,
  );
  await page.keyboard.press('Control+Shift+z');
  await page.waitForFunction((is) => document.querySelector('aside .big-number')?.textContent === is, after);
  await saved(page);
  await page.reload();
  await page.getByRole('button', { name: 'Undo', exact: true }).waitFor();
  const kept = await page.getByRole('button', { name: 'Undo', exact: true }).isEnabled();
  return kept ? '' : 'the reload lost the way back';
}

/** The handle follows keys and pointer, says what it comes to, and the audience is counted with it. */
async function movesTheThresholdOnItsPicture(page) {
  await page
    .getByRole('button', { name: /^Threshold of/ })
    .first()
    .click();
  const handle = page.getByRole('slider', { name: /^Threshold of/ });
  await handle.waitFor({ timeout: WORK_MILLIS });
  const said = () => handle.getAttribute('aria-valuetext');
  const heard = [await said()];
  await handle.focus();
  await page.keyboard.press('PageUp');
  heard.push(await said());
  const box = await handle.boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x - 50, y - 30, { steps: 5 });
  await page.mouse.up();
  heard.push(await said());
  await page.getByRole('button', { name: /^Show as table: Where/ }).click();
  await page.getByRole('columnheader', { name: 'Expected value of all' }).waitFor();
  await page
    .getByRole('button', { name: /^Threshold of/ })
    .first()
    .click();
  await setsTheThreshold(page, '30%');
  return new Set(heard).size === 3 ? '' : `said was ${heard.join('; ')}`;
}

async function movesByKeyboard(page) {
  const list = page.getByRole('listbox', { name: /^Segments by priority/ });
  const order = () => list.getByRole('option').locator('.rule-row-name').allTextContents();
  const before = await order();
  await list.focus();
  await page.keyboard.press('Alt+ArrowUp');
  await page.getByText(/is now \d+ of \d+/).waitFor({ state: 'attached' });
  const moved = await order();
  await page.keyboard.press('Alt+ArrowDown');
  const back = await order();
  await saved(page);
  if (moved.join() === before.join()) return 'nothing moved';
  return back.join() === before.join() ? '' : `the order is ${back}`;
}

/** What the draft decides with is counted by; then the champion is taken back, so that nothing of it is left. */
async function decidesWithAnotherModel(page) {
  await page.getByRole('tab', { name: 'Models' }).click();
  const choice = page.getByRole('button', { name: /Version of Churn risk/ });
  await choice.focus();
  await page.keyboard.press('Enter');
  await page
    .getByRole('option')
    .filter({ hasNotText: /Champion ·/ })
    .first()
    .click();
  await page.getByText('Other than live').waitFor();
  await page.getByRole('tab', { name: 'Segments' }).click();
  await reached(page).waitFor({ timeout: WORK_MILLIS });
  await saved(page);
  await page.getByRole('tab', { name: /^Changes/ }).click();
  await page.getByRole('row', { name: /Model of Churn risk/ }).waitFor();
  await page.getByRole('tab', { name: 'Models' }).click();
  await page.getByRole('button', { name: 'Decide with the champion of Churn risk' }).click();
  await page.getByText('Other than live').waitFor({ state: 'detached' });
  await saved(page);
}

async function readsTheChanges(page) {
  await page.getByRole('tab', { name: /^Changes/ }).click();
  await page.getByRole('row', { name: /At[ -][Rr]isk.*30/ }).waitFor();
}

/** A threshold, or another model, decides some examples otherwise; what they come to now is what is meant. */
export async function acceptsWhatExamplesComeTo(page) {
  await page.getByRole('tab', { name: /^Examples/ }).click();
  await page
    .getByText(/examples? met\.|No examples yet/)
    .first()
    .waitFor({ timeout: WORK_MILLIS });
  const accept = page.getByRole('button', { name: 'Accept the new result' });
  for (let left = await accept.count(); left > 0; left = await accept.count()) {
    await accept.first().click();
    await page.waitForFunction(
      (most) =>
        [...document.querySelectorAll('button')].filter((b) => b.textContent === 'Accept the new result')
          .length < most,
      left,
      { timeout: WORK_MILLIS },
    );
  }
  await saved(page);
}

export async function simulatesAndSends(page) {
  await page.getByRole('button', { name: 'Simulate', exact: true }).first().click();
  await page.getByText('Customers who change').waitFor({ timeout: WORK_MILLIS });
  await page.getByRole('textbox', { name: 'What it is for' }).fill('Reach them before they are gone');
  await page.locator('.review').getByRole('button', { name: 'Send for review' }).click();
  await page.getByText('sent it for review').waitFor();
}

async function isNotApprovedByItsAuthor(page) {
  await page.getByText('You wrote part of this draft.').waitFor();
  return (await page.getByRole('button', { name: 'Approve', exact: true }).count()) === 0
    ? ''
    : 'it could be approved';
}

/** The draft would go live by itself tomorrow; then somebody thinks better of it. */
async function schedulesAndTakesBack(page) {
  await page.getByRole('button', { name: 'Schedule…' }).click();
  const dialog = page.getByRole('dialog', { name: /^Schedule/ });
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Before the shops open');
  await dialog.getByRole('button', { name: 'Schedule', exact: true }).click();
  const card = page.getByRole('region', { name: 'Scheduled' });
  await card.getByText('Before the shops open').waitFor();
  await card.getByRole('button', { name: 'Take it off the schedule' }).click();
  await page.getByRole('button', { name: 'Schedule…' }).waitFor();
}

/** Nobody goes beyond this one; who sets it and why stands beside it. */
async function setsALimit(page) {
  await page.getByRole('link', { name: 'Strategy', exact: true }).click();
  await page.getByRole('tab', { name: 'Limits' }).click();
  const limits = page.getByRole('region', { name: 'Limits of a change' });
  await limits.getByRole('textbox', { name: 'Another segment' }).fill('100%');
  await limits.getByRole('textbox', { name: 'Reason' }).fill('To begin with');
  await limits.getByRole('button', { name: 'Set the limits' }).click();
  await limits.getByText(/^Set .* To begin with$/).waitFor();
}

/** The comment stands beside the change, for the author to answer. */
async function commentsOnAChangeByKeyboard(page) {
  const ask = page.getByRole('button', { name: /^Comment on Segment/ }).first();
  const name = await ask.getAttribute('aria-label');
  await ask.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name }).waitFor();
  await page.keyboard.type('Is 30% not too early?');
  await page.keyboard.press('Control+Enter');
  await page
    .getByRole('list', { name: name.replace('Comment', 'Comments') })
    .getByText('Is 30% not too early?')
    .waitFor();
}

async function isApprovedAndPublishedByAnother(page, server) {
  const address = page.url();
  const [, before] = (await page.getByText(/against version \d+/).textContent()).match(
    /against version (\d+)/,
  );
  const approver = await openPage(server.browser);
  await signsInAs(approver, server, server.approver);
  const { page: theirs } = approver;
  await theirs.goto(address.replace(/\?.*/, '?tab=review'));
  await theirs.getByText(/also (has|have) this open/).waitFor();
  await commentsOnAChangeByKeyboard(theirs);
  await theirs.getByRole('textbox', { name: 'Your answer' }).fill('The figures are right');
  const found = await violations(approver);
  await theirs.getByRole('button', { name: 'Approve', exact: true }).click();
  await schedulesAndTakesBack(theirs);
  await theirs.getByRole('button', { name: 'Publish' }).click();
  const dialog = theirs.getByRole('dialog', { name: /^Publish/ });
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Approved in review');
  await dialog.getByRole('button', { name: 'Publish' }).click();
  await theirs.getByText('This draft was published').waitFor({ timeout: WORK_MILLIS });
  await theirs.getByRole('link', { name: 'Strategy', exact: true }).click();
  await theirs.getByText(`Live version ${Number(before) + 1}`).waitFor();
  await approver.close();
  await signsInAgain(page, server);
  return found.join('\n');
}

/** Two windows change the same field of one draft; the second is asked, and nothing of either is lost. */
async function joinsTwoChanges(page, server) {
  await page.goto(`${server.url}/drafts`);
  await page.getByRole('button', { name: 'New draft' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'New draft' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Two at once');
  await dialog.getByRole('button', { name: 'Create draft' }).click();
  await page.getByRole('heading', { name: 'Two at once' }).waitFor();
  const other = await openPage(server.browser);
  await signIn(other, server);
  // Who hears nothing of the other before saving: the page asks every 15 seconds what is new.
  await other.page.route('**/presence', (route) => route.abort());
  await other.page.goto(page.url());
  const label = (p) => p.getByRole('textbox', { name: 'Label' });
  await label(other.page).waitFor();
  await label(page).fill('Ours');
  await page.getByText('Not saved yet').waitFor();
  await saved(page);
  await label(other.page).fill('Yours');
  await other.page.getByRole('textbox', { name: 'Description' }).fill('Kept as well');
  const choice = other.page.getByRole('radiogroup', { name: /label$/ });
  await choice.waitFor();
  const found = await violations(other);
  await choice.getByText('Yours', { exact: true }).click();
  await other.page.getByRole('button', { name: 'Save the joined draft' }).click();
  await label(other.page).waitFor();
  await saved(other.page);
  await other.close();
  await page.reload();
  await label(page).waitFor();
  const [name, description] = [
    await label(page).inputValue(),
    await page.getByRole('textbox', { name: 'Description' }).inputValue(),
  ];
  if (name !== 'Yours' || description !== 'Kept as well') return `saved is ${name}, ${description}`;
  return found.join('\n');
}

async function discardsAndRestores(page) {
  await page.getByRole('link', { name: 'All drafts' }).click();
  await page.getByRole('button', { name: 'Discard Two at once' }).click();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await page.getByRole('button', { name: 'Discard Two at once' }).waitFor();
}

/** The customer in sight is pinned, and the draft decides for them what was decided. */
async function pinsAnExample(page) {
  const why = 'Whoever is like this gets that';
  await page.getByRole('link', { name: 'Customer desk', exact: true }).click();
  await page.getByRole('button', { name: 'Pin as example' }).click();
  const dialog = page.getByRole('dialog', { name: 'Pin as example' });
  await dialog.getByRole('textbox', { name: /^Why/ }).fill(why);
  await dialog.getByRole('button', { name: 'Pin', exact: true }).click();
  await dialog.getByRole('link').click();
  const example = page.getByRole('listitem').filter({ hasText: why });
  await example.getByText('Met', { exact: true }).waitFor({ timeout: WORK_MILLIS });
}

export async function signsInAs(session, server, user) {
  // The made-up server knows one session only, whichever browser asks.
  await session.page.goto(server.url);
  await session.page.evaluate(() =>
    fetch('/api/session', { method: 'DELETE', headers: { 'X-Requested-With': 'cip' } }).catch(() => null),
  );
  await signIn(session, as(server, user));
}

export async function signsInAgain(page, server) {
  if (!server.oneSession) return;
  await signsInAs({ page, errors: [] }, server, {});
}

export const DRAFT_STORIES = [
  ['begins a draft of the live strategy at the same segment', beginsADraft],
  [
    'sees the count follow a threshold, undoes and redoes it by keyboard, also after a reload',
    seesTheCountFollow,
  ],
  ['moves the threshold on its picture, by keys and by hand', movesTheThresholdOnItsPicture],
  ['changes the priority by keyboard', movesByKeyboard],
  ['reads the changes in words', readsTheChanges],
  ['accepts what the examples come to under it', acceptsWhatExamplesComeTo],
  ['decides with another model, counts by it and takes the champion back', decidesWithAnotherModel],
  ['simulates the draft and sends it for review', simulatesAndSends],
  ['cannot approve it as its author', isNotApprovedByItsAuthor],
  ['an approver approves and publishes it', isApprovedAndPublishedByAnother],
  ['two at once: one field is chosen, the rest is joined', joinsTwoChanges],
  ['discards a draft and takes it back', discardsAndRestores],
  ['pins a customer from the desk as an example of a draft, which meets it', pinsAnExample],
  ['sets a limit beyond which a second approver is needed', setsALimit],
];
