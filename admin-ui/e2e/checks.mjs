// What must hold on every page: nothing WCAG forbids, no overflow, no console error, no breach of the content policy.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export async function violations({ page, context }) {
  const devtools = await context.newCDPSession(page);
  // axe is injected as a script, which the page's own policy rightly forbids.
  await devtools.send('Page.setBypassCSP', { enabled: true });
  await page.evaluate(axe);
  const found = await page.evaluate(
    async (rules) => (await window.axe.run(document, { runOnly: rules })).violations,
    RULES,
  );
  await devtools.send('Page.setBypassCSP', { enabled: false });
  return found.map(
    (v) => `${v.id} ×${v.nodes.length}: ${v.nodes[0].target.join(' ')} ${v.nodes[0].any[0]?.message ?? ''}`,
  );
}

export const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
