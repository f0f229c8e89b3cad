import { createServer, type IncomingMessage, type Server } from 'node:http';
import { getResponse } from 'msw';
import { createBackend } from './backend';
import { handlers } from './handlers';

type Next = () => void;

async function bodyOf(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return new Uint8Array(Buffer.concat(chunks));
}

/** The made-up server as middleware of a Node HTTP server: answers /api, leaves the rest to next. */
export function apiMiddleware(settings: Parameters<typeof createBackend>[0]) {
  const all = handlers(createBackend(settings));
  return async (request: IncomingMessage, response: import('node:http').ServerResponse, next: Next) => {
    if (!request.url?.startsWith('/api/')) return next();
    const method = request.method ?? 'GET';
    const headers = new Headers(
      Object.entries(request.headers).map(([k, v]) => [k, String(v)] as [string, string]),
    );
    const init: RequestInit = { method, headers };
    if (method !== 'GET' && method !== 'HEAD') init.body = await bodyOf(request);
    const answer = await getResponse(all, new Request(`http://${request.headers.host}${request.url}`, init));
    response.statusCode = answer?.status ?? 404;
    answer?.headers.forEach((value, name) => {
      response.setHeader(name, value);
    });
    response.end(answer ? Buffer.from(await answer.arrayBuffer()) : '{"title":"Not found"}');
  };
}

/** Serves the made-up interface, and whatever the fallback serves, on a port of this machine. */
export function listen(
  settings: Parameters<typeof createBackend>[0],
  fallback: (q: IncomingMessage, r: import('node:http').ServerResponse) => void,
  port = 0,
): Promise<Server> {
  const api = apiMiddleware(settings);
  const http = createServer((q, r) => void api(q, r, () => fallback(q, r)));
  return new Promise((resolve) => http.listen(port, '127.0.0.1', () => resolve(http)));
}
