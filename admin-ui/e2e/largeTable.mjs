// What a change of a large table costs: requests, long tasks of the page, memory, pasting, spreadsheets, opening again.
const QUIET_MILLIS = 2_500;
const LONGEST_WAIT = 120_000;

/** Every request of a page from now on, with its size and time. */
function requestsOf(page) {
  const seen = [];
  page.on('requestfinished', async (request) => {
    const { pathname } = new URL(request.url());
    if (!pathname.startsWith('/api/drafts')) return;
    const { responseEnd } = request.timing();
    const sizes = await request.sizes().catch(() => ({ responseBodySize: 0 }));
    seen.push({
      what: `${request.method()} ${pathname.replace(/\/drafts\/[0-9a-f-]{20,}/, '/drafts/{id}').slice(4)}`,
      sent: request.postDataBuffer()?.length ?? 0,
      got: sizes.responseBodySize,
      millis: responseEnd,
      at: Date.now(),
    });
  });
  return seen;
}

/** Waits until no request ended for a while and the draft is saved. */
async function settled(page, seen) {
  const end = Date.now() + LONGEST_WAIT;
  const begun = Date.now();
  while (Date.now() < end) {
    const last = Math.max(begun, seen.at(-1)?.at ?? 0);
    const open = await page.getByText(/Counting|Saving|Unsaved/).count();
    if (Date.now() - last > QUIET_MILLIS && open === 0) return;
    await page.waitForTimeout(200);
  }
}

const kilobytes = (bytes) => `${(bytes / 1024).toFixed(bytes < 10_240 ? 1 : 0)} KB`;

function print(seen) {
  for (const { what, sent, got, millis } of seen) {
    if (!what.includes('presence'))
      console.log(`    ${what}: ${kilobytes(sent)} sent, ${kilobytes(got)} back, ${Math.round(millis)} ms`);
  }
}

const longTasks = (page) =>
  page.evaluate(() => {
    window.tasks ??= [];
    window.tasks.splice(0);
    window.watching ??= new PerformanceObserver((list) =>
      window.tasks.push(...list.getEntries().map((e) => Math.round(e.duration))),
    );
    window.watching.observe({ type: 'longtask' });
  });

const tasks = (page) => page.evaluate(() => window.tasks.splice(0).sort((a, b) => b - a));

async function heap(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}

const pasted = (page, rows, columns) =>
  page.evaluate(
    async ([rowCount, columnCount]) => {
      const line = (r) =>
        [...Array.from({ length: columnCount - 1 }, (_, i) => `>=${r + i}`), 'low'].join('\t');
      const text = Array.from({ length: rowCount }, (_, r) => line(r)).join('\n');
      const data = new DataTransfer();
      data.setData('text/plain', text);
      const from = performance.now();
      document
        .querySelector('[role=grid]')
        .dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
      await new Promise((done) => setTimeout(done));
      void document.body.offsetHeight;
      return Math.round(performance.now() - from);
    },
    [rows, columns],
  );

const workbook = (page, id) =>
  page.evaluate(async (draft) => {
    const headers = { 'Content-Type': 'application/json', 'X-Requested-With': 'cip' };
    const { basedOn, document } = await fetch(`/api/drafts/${draft}`).then((r) => r.json());
    const body = JSON.stringify({ basedOn, document, table: 'large' });
    let from = performance.now();
    const out = await fetch('/api/drafts/tables/workbook', { method: 'POST', headers, body });
    if (!out.ok) return `no workbook: ${out.status}`;
    const file = await out.blob();
    const written = performance.now() - from;
    from = performance.now();
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    const back = await fetch(
      `/api/drafts/tables/workbook/reading?basedOn=${basedOn}&draft=${draft}&table=large`,
      {
        method: 'POST',
        headers: { ...headers, 'Content-Type': type },
        body: file,
      },
    );
    const read = await back.json();
    const rows = read.table?.rows?.length ?? JSON.stringify(read).slice(0, 200);
    const took = performance.now() - from;
    return `${Math.round(file.size / 1024)} KB out in ${Math.round(written)} ms, ${rows} rows in again in ${Math.round(took)} ms`;
  }, id);

export async function largeTableCosts(page, id, rows, columns) {
  const seen = requestsOf(page);
  const grid = page.getByRole('grid');
  await settled(page, seen);
  await grid.focus();
  await page.keyboard.press('Control+Home');
  await longTasks(page);
  seen.splice(0);
  await page.keyboard.type('5');
  await page.keyboard.press('Enter');
  await settled(page, seen);
  console.log(`  one cell changed; long tasks of the page (ms): ${(await tasks(page)).join(', ') || 'none'}`);
  print(seen);

  const before = await heap(page);
  for (let i = 0; i < 100; i++) {
    await page.keyboard.type(String(i % 10));
    await page.keyboard.press('Enter');
  }
  await settled(page, seen);
  console.log(`  100 edits to take back: ${kilobytes((await heap(page)) - before)} of memory`);

  await longTasks(page);
  await page.keyboard.press('Control+Home');
  console.log(`  paste of ${rows} rows: ${await pasted(page, rows, columns)} ms to the page`);
  seen.splice(0);
  await settled(page, seen);
  console.log(`    long tasks after it (ms): ${(await tasks(page)).slice(0, 8).join(', ')}`);
  print(seen);
  const from = Date.now();
  await grid.focus();
  await page.keyboard.press('Control+z');
  await page.evaluate(() => document.body.offsetHeight);
  console.log(`  the paste undone: ${Date.now() - from} ms`);
  await settled(page, seen);
  console.log(`  spreadsheet: ${await workbook(page, id)}`);
  const reload = Date.now();
  await page.reload();
  await grid.waitFor();
  console.log(`  opened again after ${Date.now() - reload} ms`);
}
