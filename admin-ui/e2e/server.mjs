// The server to test: the product's own jar on a temporary data folder when it was built, else the made-up one.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { startMadeUpServer } from './madeUpServer.mjs';
import { startProduct } from './product.mjs';

const jar = path.resolve(import.meta.dirname, '../../engine/server/target/cip-server.jar');

/** @param customers of the product; the made-up server has 600 */
export function startServer(which, customers = 600) {
  if (which === 'made-up' || !existsSync(jar)) {
    console.log('against the made-up server');
    return startMadeUpServer({ customers: 600, signedIn: false });
  }
  console.log(`against ${jar}`);
  return startProduct(jar, customers);
}
