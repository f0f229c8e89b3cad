// The product's own jar on free ports and a temporary data folder, with its sample retailer imported and decided.
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, openAsBlob, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from './client.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PASSWORD = 'a sentence for tests only';
const APPROVER = { username: 'jonas', password: 'another sentence for tests' };
const START_MILLIS = 120_000;

const freePort = () =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

export async function startProduct(jar, customers) {
  const folder = mkdtempSync(path.join(tmpdir(), 'console-product-'));
  const [port, adminPort] = [await freePort(), await freePort()];
  const settings = {
    dataFolder: path.join(folder, 'data'),
    'server.applicationConnectors[0].port': port,
    'server.adminConnectors[0].port': adminPort,
    'logging.level': 'WARN',
    // the story of another model is told by one person
    'publishing.fourEyes': false,
  };
  const options = Object.entries(settings).map(([key, value]) => `-Ddw.${key}=${value}`);
  const product = spawn('java', [...options, '-jar', jar, 'server', path.join(ROOT, 'config.yml')], {
    env: { ...process.env, CIP_FIRST_PASSWORD: PASSWORD },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    const ended = new Promise((resolve) => product.once('exit', resolve));
    product.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await answering(url, product);
    const client = new Client(url);
    await client.signIn('admin', PASSWORD);
    const importSample = await loadSample(client, jar, customers, path.join(folder, 'sample'));
    await client.post('/users', {
      ...APPROVER,
      displayName: 'Jonas Weber',
      roles: ['APPROVER'],
      disabled: false,
    });
    return { url, username: 'admin', password: PASSWORD, approver: APPROVER, importSample, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function answering(url, product) {
  for (const end = Date.now() + START_MILLIS; Date.now() < end; await sleep(300)) {
    if (product.exitCode !== null)
      throw new Error(`The product ended at once with code ${product.exitCode}.`);
    const answer = await fetch(`${url}/api/session`).catch(() => null);
    if (answer) return;
  }
  throw new Error('The product did not answer in two minutes.');
}

/** Imports customers and transactions, decides, and gives back a small file in which one age is a word. */
async function loadSample(client, jar, customers, folder) {
  await promisify(execFile)('java', [
    '-jar',
    jar,
    'sample',
    '--customers',
    String(customers),
    '--out',
    folder,
  ]);
  for (const table of ['customers', 'transactions']) {
    const csv = path.join(folder, `${table}.csv`);
    const { fileId } = await client.upload(`${table}.csv`, await openAsBlob(csv));
    await client.finished(await client.post('/imports', { fileId, table, dryRun: false }));
  }
  await client.finished(await client.post('/decision-runs', {}));
  return broken(path.join(folder, 'customers.csv'));
}

async function broken(csv) {
  const file = await open(csv);
  const lines = [];
  for await (const line of file.readLines()) if (lines.push(line) === 4) break;
  const [header, ...rows] = lines;
  const age = header.split(',').indexOf('age');
  const cells = (rows[1] ?? '').split(',');
  cells[age] = 'four';
  return [header, rows[0], cells.join(','), rows[2]].join('\n');
}
