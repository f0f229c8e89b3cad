// node e2e/gridSpeed.mjs [made-up|JAR] [ROWSxCOLUMNS …]: milliseconds of a key in the grid of decision tables, from the key to
// the laid-out page, and what saving, undoing, pasting, spreadsheets and opening cost in tables of that size.
import { openPage, startBrowser } from './browser.mjs';
import { largeTableCosts } from './largeTable.mjs';
import { startMadeUpServer } from './madeUpServer.mjs';
import { startProduct } from './product.mjs';
import { signIn } from './signIn.mjs';

const [which = 'made-up', ...sizes] = process.argv.slice(2);
const SIZES = (sizes.length > 0 ? sizes : ['500x10', '1000x20', '5000x20', '10000x10']).map((size) =>
  size.split('x').map(Number),
);

/** A draft with one table of that size, saved through the interface. */
const withTable = (page, rows, columns) =>
  page.evaluate(
    async ([rowCount, columnCount]) => {
      const send = (path, method, body, headers = {}) =>
        fetch(`/api${path}`, {
          method,
          headers: { 'Content-Type': 'application/json', 'X-Requested-With': 'cip', ...headers },
          body: JSON.stringify(body),
        }).then((r) => r.json());
      const { id } = await send('/drafts', 'POST', { name: `${rowCount} rows` });
      const draft = await fetch(`/api/drafts/${id}`).then((r) => r.json());
      const terms = ['churn_risk', 'clv', 'age', 'annual_income', 'loyalty_score', 'purchase_frequency'];
      const inputs = Array.from({ length: columnCount - 1 }, (_, i) => terms[i % terms.length]);
      const table = {
        name: 'large',
        label: 'Large',
        hitPolicy: 'FIRST',
        inputs,
        outputs: [{ name: 'level', label: 'Level', values: ['high', 'low'] }],
        rows: Array.from({ length: rowCount }, (_, r) => ({
          when: inputs.map((_, i) => (i === r % inputs.length ? `>=${r}` : '-')),
          then: ['high'],
        })),
      };
      const document = { ...draft.document, tables: [table] };
      const { name, basedOn } = draft;
      const saved = await send(
        `/drafts/${draft.id}`,
        'PUT',
        { name, basedOn, document },
        { 'If-Match': '"1"' },
      );
      if (!saved.document) throw new Error(JSON.stringify(saved));
      return draft.id;
    },
    [rows, columns],
  );

const measured = (page) =>
  page.evaluate(() => {
    window.took = [];
    addEventListener(
      'keydown',
      () => {
        const at = performance.now();
        // React draws before the event ends; layout is asked for, so that it is part of the figure.
        setTimeout(() => {
          void document.body.offsetHeight;
          window.took.push(performance.now() - at);
        });
      },
      true,
    );
  });

async function times(page, keys) {
  await page.evaluate(() => window.took.splice(0));
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.waitForTimeout(15);
  }
  const took = (await page.evaluate(() => window.took)).sort((a, b) => a - b);
  const at = (share) => took[Math.min(took.length - 1, Math.floor(took.length * share))].toFixed(1);
  return `median ${at(0.5)} ms, p95 ${at(0.95)} ms, most ${at(1)} ms`;
}

const many = (n, ...keys) => Array.from({ length: n }, () => keys).flat();

const server =
  which === 'made-up'
    ? await startMadeUpServer({ customers: 600, signedIn: false })
    : await startProduct(which, 2_000);
const browser = await startBrowser();
try {
  const session = await openPage(browser);
  const { page } = session;
  page.setDefaultTimeout(180_000);
  await signIn(session, server);
  for (const [rows, columns] of SIZES) {
    const saved = Date.now();
    const id = await withTable(page, rows, columns);
    const from = Date.now();
    console.log(`a table of ${rows * columns} cells saved whole in ${from - saved} ms`);
    await page.goto(`${server.url}/drafts/${id}?tab=tables`);
    const grid = page.getByRole('grid');
    await grid.waitFor();
    console.log(`${rows} rows × ${columns} columns, shown after ${Date.now() - from} ms`);
    await measured(page);
    await page.waitForTimeout(3_000);
    await grid.focus();
    console.log(`  arrow down     ${await times(page, many(60, 'ArrowDown'))}`);
    console.log(`  arrow right    ${await times(page, many(40, 'ArrowRight'))}`);
    console.log(`  page down      ${await times(page, many(30, 'PageDown'))}`);
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('F2');
    console.log(`  key in a cell  ${await times(page, many(20, '1', '2', '.'))}`);
    await page.keyboard.press('Escape');
    console.log(`  Delete, undo   ${await times(page, many(15, 'Delete', 'Control+z', 'ArrowDown'))}`);
    console.log(`  move a row     ${await times(page, many(15, 'Alt+ArrowDown'))}`);
    const cells = await page.getByRole('gridcell').count();
    console.log(`  ${cells} cells exist`);
    await largeTableCosts(page, id, rows, columns);
  }
} finally {
  await browser.close();
  await server.stop();
}
