import { nextQuestion } from './question';
import type { FieldProblem, Problem } from './types/problem';

/** A refusal by the server, or no answer at all (status 0). Its message says what, its hint what to do next. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string | undefined;
  readonly hint: string | undefined;
  readonly problems: FieldProblem[];
  /** Seconds the server asks to wait, when it throttles. */
  readonly retryAfter: number | undefined;

  constructor(problem: Problem, retryAfter?: number) {
    super(problem.detail || problem.title);
    this.name = 'ApiError';
    this.status = problem.status;
    this.code = problem.code;
    this.hint = problem.hint;
    this.problems = (problem.errors ?? []).map((e) => (typeof e === 'string' ? { message: e } : e));
    this.retryAfter = retryAfter;
  }

  static async from(response: Response): Promise<ApiError> {
    const wait = Number(response.headers.get('Retry-After')) || undefined;
    const body: unknown = await response.json().catch(() => null);
    return new ApiError(asProblem(body, response.status), wait);
  }

  static offline(): ApiError {
    return new ApiError({
      title: 'The server did not answer.',
      status: 0,
      hint: 'Maybe it is restarting, or this machine is offline.',
    });
  }
}

/** A problem+json body, or a plain sentence when the body is something else. */
export function asProblem(body: unknown, status: number): Problem {
  if (typeof body === 'object' && body !== null && ('title' in body || 'detail' in body)) {
    return { title: `The server answered ${status}.`, ...(body as Partial<Problem>), status };
  }
  return { title: `The server answered ${status} without saying why.`, status };
}

export type Query = Record<string, string | number | boolean | null | undefined>;

interface Options {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  query?: Query;
  body?: unknown;
  /** A file sent as the raw body, in place of JSON. */
  file?: Blob;
  /** What kind of file it is; left out = any bytes. */
  fileType?: string;
  /** The media type asked for; left out = JSON. */
  accept?: string;
  signal?: AbortSignal;
  /** Repeats of a POST with the same key create one thing only. */
  idempotencyKey?: string;
  /** The ETag of what the change was made from; the server refuses with 412 when it is no longer the newest. */
  ifMatch?: string;
  /** The series it belongs to when it is asked again while typing: the server stops working out the one before. */
  series?: string;
  /** Whether the request is sent to its end though the page is closed. */
  keepalive?: boolean;
}

/** The address of an endpoint under /api; empty parameters are left out. */
export function apiUrl(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') parameters.set(name, String(value));
  }
  const text = parameters.toString();
  return `/api${path}${text ? `?${text}` : ''}`;
}

/** One call of the server: JSON or a file in, JSON out, an {@link ApiError} when it refuses. */
export async function request<T>(path: string, options: Options = {}): Promise<T> {
  const response = await send(path, options);
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

/** One call of the server that answers a file. */
export const requestFile = async (path: string, options: Options = {}): Promise<Blob> =>
  (await send(path, options)).blob();

async function send(path: string, options: Options): Promise<Response> {
  const { method = 'GET', body, file, signal, idempotencyKey, ifMatch, keepalive } = options;
  const headers: Record<string, string> = { Accept: options.accept ?? 'application/json' };
  if (method !== 'GET') headers['X-Requested-With'] = 'cip';
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (file) headers['Content-Type'] = options.fileType ?? 'application/octet-stream';
  if (idempotencyKey) headers['Idempotency-Key'] = idempotencyKey;
  if (ifMatch) headers['If-Match'] = ifMatch;
  if (options.series) headers.Question = nextQuestion(options.series);
  const init: RequestInit = { method, headers, credentials: 'same-origin' };
  if (body !== undefined) init.body = JSON.stringify(body);
  if (file) init.body = file;
  if (signal) init.signal = signal;
  if (keepalive) init.keepalive = true;

  const response = await fetch(apiUrl(path, options.query), init).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw ApiError.offline();
  });
  if (!response.ok) throw await ApiError.from(response);
  return response;
}
