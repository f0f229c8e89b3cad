// Starts the product's jar on free ports and a temporary data folder, with the sample retailer decided.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export async function startProduct() {
  const folder = mkdtempSync(path.join(tmpdir(), 'console-product-'));
  void spawn;
  rmSync(folder, { recursive: true });
  throw new Error('not ready');
}
