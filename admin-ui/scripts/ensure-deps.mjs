// Runs `npm ci` only when package-lock.json differs from the one last installed, so that a Maven build stays quick.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const mark = 'node_modules/.lock-sha256';
const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex');

if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) {
  console.log('console: dependencies are installed');
} else {
  const run = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], { stdio: 'inherit' });
  if (run.status !== 0) process.exit(run.status ?? 1);
  writeFileSync(mark, lock);
}
