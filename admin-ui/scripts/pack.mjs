// Prepares dist/ for the jar: text files precompressed as .br and .gz, and files.txt with "path sha256" of each.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const root = 'dist';
const text = /\.(js|css|html|svg|json)$/;
const made = /\.(br|gz|txt)$/;

const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && !made.test(entry.name))
  .map((entry) => path.join(entry.parentPath, entry.name))
  .filter((file) => !file.includes(`${path.sep}.vite${path.sep}`))
  .sort();

const lines = files.map((file) => {
  const bytes = readFileSync(file);
  if (text.test(file) && bytes.length > 512) {
    writeFileSync(
      `${file}.br`,
      brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
    );
    writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
  }
  const url = path.relative(root, file).split(path.sep).join('/');
  return `/${url} ${createHash('sha256').update(bytes).digest('hex')}`;
});

writeFileSync(path.join(root, 'files.txt'), `${lines.join('\n')}\n`);
console.log(`console: packed ${lines.length} files`);
