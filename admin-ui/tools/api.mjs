// npm run api        writes src/lib/api/openapi.d.ts from the server's committed openapi.json
// npm run api:check  fails when that file is not what would be written
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';

const source = new URL('../../engine/server/src/main/resources/openapi.json', import.meta.url);
const target = fileURLToPath(new URL('../src/lib/api/openapi.d.ts', import.meta.url));

const { components } = JSON.parse(readFileSync(source, 'utf8'));
// The console names its routes itself, one file each; only the shapes are generated.
const shapes = {
  openapi: '3.0.1',
  info: { title: 'Shapes', version: '1' },
  paths: {},
  components: { schemas: components.schemas },
};
const text = `// Written by "npm run api" from openapi.json of the server; edit nothing here.\n${astToString(await openapiTS(shapes))}`;

if (process.argv.includes('--check')) {
  let found = '';
  try {
    found = readFileSync(target, 'utf8');
  } catch {}
  if (found !== text) {
    console.error(
      'src/lib/api/openapi.d.ts is not what openapi.json says.\nMaybe the server changed: run npm run api.',
    );
    process.exitCode = 1;
  }
} else writeFileSync(target, text);
