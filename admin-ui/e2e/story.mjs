// npm run story -- 100000   the marketer's and the approver's way to the live strategy in a browser, on that many customers.
// Takes minutes: not part of ./check, which tells the same story on 600 customers.
import { openPage, startBrowser } from './browser.mjs';
import { DRAFT_STORIES } from './draftStories.mjs';
import { check, finish } from './report.mjs';
import { startServer } from './server.mjs';
import { signIn } from './signIn.mjs';

const server = await startServer('product', Number(process.argv[2] ?? 100_000));
const browser = await startBrowser();
try {
  const marketer = await openPage(browser);
  await check('signs in', () => signIn(marketer, server));
  for (const [name, run] of DRAFT_STORIES)
    await check(name, () => run(marketer.page, { ...server, browser }));
  await check('without console errors', () => marketer.errors.join('\n'));
} finally {
  await browser.close();
  await server.stop();
}
finish();
