// npm run e2e            against the built jar when there is one, else against the made-up server
// npm run e2e -- made-up against the made-up server in any case
import { openPage, startBrowser } from './browser.mjs';
import { firstVisitBytes } from './budget.mjs';
import { CHALLENGER_STORIES } from './challengerStories.mjs';
import { overflow, violations } from './checks.mjs';
import { DRAFT_STORIES } from './draftStories.mjs';
import { PAGES, visit } from './pages.mjs';
import { check, finish } from './report.mjs';
import { startServer } from './server.mjs';
import { signIn } from './signIn.mjs';
import { STATES, visitState } from './states.mjs';
import { STORIES } from './stories.mjs';
import { TABLE_STORIES } from './tableStories.mjs';

const FIRST_VISIT_LIMIT = 260 * 1024;

const server = await startServer(process.argv[2]);
const browser = await startBrowser();

try {
  for (const theme of ['light', 'dark']) {
    const visitor = await openPage(browser, { theme });
    await check(`sign-in ${theme}: axe`, async () => {
      await visitor.page.goto(server.url);
      await visitor.page.getByRole('button', { name: 'Sign in' }).waitFor();
      return (await violations(visitor)).join('\n');
    });
    await visitor.close();
  }

  const story = await openPage(browser);
  await check('signs in', () => signIn(story, server));
  const context = { ...server, browser };
  for (const [name, run] of [...STORIES, ...DRAFT_STORIES, ...TABLE_STORIES, ...CHALLENGER_STORIES])
    await check(name, () => run(story.page, context));
  // A story sends a setting that is refused, another signs in as somebody else; the browser reports every refusal.
  await check('stories without console errors', () =>
    story.errors.filter((text) => !/status of 40[01]/.test(text)).join('\n'),
  );
  await story.close();

  for (const theme of ['light', 'dark']) {
    const session = await openPage(browser, { theme });
    await signIn(session, server);
    for (const entry of PAGES) {
      await check(`${entry[0]} ${theme}: axe, errors, policy`, async () => {
        session.errors.splice(0);
        await visit(session.page, server.url, entry);
        return [...(await violations(session)), ...session.errors].join('\n');
      });
    }
    for (const state of STATES) {
      await check(`${state[0]} ${theme}: axe`, async () => {
        await visitState(session.page, server.url, state);
        return (await violations(session)).join('\n');
      });
    }
    await session.close();
  }

  const phone = await openPage(browser, { width: 390, height: 844 });
  await signIn(phone, server);
  for (const entry of PAGES) {
    await check(`${entry[0]} at 390 px: nothing overflows, axe`, async () => {
      await visit(phone.page, server.url, entry);
      const by = await overflow(phone.page);
      return [...(by > 0 ? [`${by} px too wide`] : []), ...(await violations(phone))].join('\n');
    });
  }
  await phone.close();

  await check('first visit loads at most 260 KB of compressed scripts', async () => {
    const bytes = await firstVisitBytes(browser, server);
    return bytes > FIRST_VISIT_LIMIT ? `${Math.round(bytes / 1024)} KB` : '';
  });
} finally {
  await browser.close();
  await server.stop();
}
finish();
