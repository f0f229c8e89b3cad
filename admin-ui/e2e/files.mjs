// Serves dist/ as the product's own servlet does: same policy headers, every unknown path without a dot is the page.
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

export function serveFiles(root) {
  return (request, response) => {
    const wanted = decodeURIComponent(new URL(request.url, 'http://host').pathname);
    const file = path.join(root, wanted);
    const found = existsSync(file) && statSync(file).isFile();
    if (!found && path.extname(wanted)) {
      response.writeHead(404).end();
      return;
    }
    const shown = found ? file : path.join(root, 'index.html');
    response.setHeader('Content-Security-Policy', POLICY);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Content-Type', TYPES[path.extname(shown)] ?? 'application/octet-stream');
    const bytes = readFileSync(shown);
    if (/\.(js|css|html|svg)$/.test(shown)) {
      response.setHeader('Content-Encoding', 'gzip');
      response.end(gzipSync(bytes));
    } else response.end(bytes);
  };
}
