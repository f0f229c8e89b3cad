import { HttpResponse, http } from 'msw';
import type { ImportError, ImportRequest, ImportRun } from '@/lib/api/types/imports';
import { type Backend, finishedJob, page } from '../backend';
import { TERMS } from '../vocabulary';
import { notFound, problem } from './problem';

const ATTRIBUTES = new Set([
  'customer_id',
  ...TERMS.filter((t) => t.origin === 'ATTRIBUTE').map((t) => t.name),
]);

const cells = (line: string) => line.split(',');

/** A customer row is good when its age is a number of years a person can have. */
function errorsOf(text: string): ImportError[] {
  const [head = '', ...lines] = text.trim().split(/\r?\n/);
  const age = cells(head).indexOf('age');
  return lines.flatMap((line, i) => {
    const value = cells(line)[age] ?? '';
    const good = /^\d+$/.test(value) && Number(value) <= 120;
    return good
      ? []
      : [{ line: i + 2, column: 'age', value, reason: 'Expected a whole number from 0 to 120' }];
  });
}

function run(backend: Backend, body: ImportRequest): ImportRun {
  const upload = backend.uploads.get(body.fileId ?? '');
  const text = upload?.text ?? '';
  const errors = errorsOf(text);
  const read = Math.max(0, text.trim().split(/\r?\n/).length - 1);
  const job = finishedJob(
    backend,
    'IMPORT',
    `${body.dryRun ? 'Check' : 'Import'} ${upload?.fileName}`,
    read,
    '/imports',
  );
  const result: ImportRun = {
    id: job.id,
    state: 'SUCCEEDED',
    table: body.table,
    fileName: upload?.fileName ?? '',
    dryRun: body.dryRun,
    rows: {
      read,
      accepted: read - errors.length,
      created: read - errors.length,
      updated: 0,
      unchanged: 0,
      rejected: errors.length,
    },
    notices: [],
    errors,
    startedAt: backend.now,
    finishedAt: backend.now,
    startedBy: 'mira',
    error: null,
  };
  backend.imports.unshift(result);
  return result;
}

export const importHandlers = (backend: Backend) => [
  http.post('*/api/imports/files', async ({ request }) => {
    const fileName = decodeURIComponent(request.headers.get('X-File-Name') ?? '');
    const text = await request.text();
    if (text.includes('\u0000')) {
      return problem(
        422,
        'NOT_TEXT',
        `${fileName} is not a text file.`,
        'Maybe it is a spreadsheet; save it as CSV.',
      );
    }
    const fileId = `f${backend.next++}`;
    backend.uploads.set(fileId, { fileName, text });
    const [head = '', ...lines] = text.trim().split(/\r?\n/);
    const headers = cells(head);
    return HttpResponse.json(
      {
        fileId,
        fileName,
        sizeBytes: text.length,
        detected: {
          encoding: 'UTF-8',
          delimiter: ',',
          decimalSeparator: '.',
          headers,
          sampleRows: lines.slice(0, 5).map(cells),
          table: 'customers',
          mapping: Object.fromEntries(headers.map((h) => [h, ATTRIBUTES.has(h) ? h : null])),
          notices: [],
        },
      },
      { status: 201 },
    );
  }),
  http.post('*/api/imports', async ({ request }) => {
    const { id } = run(backend, (await request.json()) as ImportRequest);
    return HttpResponse.json(
      backend.jobs.find((j) => j.id === id),
      { status: 202 },
    );
  }),
  http.get('*/api/imports', () => HttpResponse.json(page(backend.imports))),
  http.get('*/api/import-sources', () => HttpResponse.json([])),
  http.get('*/api/imports/:id/errors', () => HttpResponse.text('line,column,value,reason\r\n')),
  http.get('*/api/imports/:id', ({ params }) => {
    const found = backend.imports.find((i) => i.id === params.id);
    return found ? HttpResponse.json(found) : notFound(`import ${String(params.id)}`);
  }),
];
