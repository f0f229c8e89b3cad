// npm run screenshots -- FOLDER [made-up] [page …]: every page as PNG, light and dark at 1440 px, light at 390 px.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { openPage, startBrowser } from './browser.mjs';
import { DRAFT_STORIES } from './draftStories.mjs';
import { simulatesIt, trainsAChallenger } from './modelStories.mjs';
import { PAGES, visit } from './pages.mjs';
import { startServer } from './server.mjs';
import { signIn } from './signIn.mjs';
import { TABLE_STORIES } from './tableStories.mjs';

const [folder = 'screenshots', ...rest] = process.argv.slice(2);
const madeUp = rest[0] === 'made-up';
const wanted = madeUp ? rest.slice(1) : rest;
mkdirSync(folder, { recursive: true });

const LOOKS = [
  ['light', { theme: 'light' }],
  ['dark', { theme: 'dark' }],
  ['phone', { theme: 'light', width: 390, height: 844 }],
];

const server = await startServer(madeUp ? 'made-up' : undefined);
const browser = await startBrowser();
try {
  if (wanted.length === 0) {
    for (const [look, settings] of LOOKS) {
      const { page, close } = await openPage(browser, settings);
      await page.goto(server.url);
      await page.getByLabel('User name').waitFor();
      await page.screenshot({ path: path.join(folder, `sign-in-${look}.png`) });
      await close();
    }
  }
  if (wanted.length === 0 || wanted.some((name) => /^(model|simulation)/.test(name))) {
    const session = await openPage(browser);
    await signIn(session, server);
    await trainsAChallenger(session.page);
    await simulatesIt(session.page);
    await session.close();
  }
  if (wanted.length === 0 || wanted.some((name) => /^draft/.test(name))) {
    const session = await openPage(browser);
    await signIn(session, server);
    for (const [, run] of [...DRAFT_STORIES.slice(0, 6), ...TABLE_STORIES])
      await run(session.page, { ...server, browser });
    await session.close();
  }
  for (const [look, settings] of LOOKS) {
    const session = await openPage(browser, settings);
    const { page } = session;
    await signIn(session, server);
    for (const entry of PAGES) {
      const [name] = entry;
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      await visit(page, server.url, entry);
      await page.waitForTimeout(700);
      await page.screenshot({ path: path.join(folder, `${name}-${look}.png`), fullPage: true });
    }
    await session.close();
  }
} finally {
  await browser.close();
  await server.stop();
}
