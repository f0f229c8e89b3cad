import { openPage, startBrowser } from './browser.mjs';
import { startMadeUpServer } from './madeUpServer.mjs';

const [out, ...wants] = process.argv.slice(2);
const server = await startMadeUpServer({ customers: 2400 });
const browser = await startBrowser();
for (const want of wants) {
  const [name, url, theme = 'light', width = '1440'] = want.split(',');
  const { page, errors, close } = await openPage(browser, {
    theme,
    width: +width,
    height: +width < 700 ? 844 : 900,
  });
  await page.goto(server.url + url);
  await page.waitForSelector('h1');
  await page.waitForTimeout(900);
  await page.screenshot({ path: `${out}/${name}.png`, fullPage: true });
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  console.log(name, 'overflow', over, errors.slice(0, 5));
  await close();
}
await browser.close();
await server.stop();
