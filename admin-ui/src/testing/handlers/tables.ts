import { HttpResponse, http } from 'msw';
import type { DecisionTable, WorkbookReading } from '@/lib/api/types/tables';
import { tablesOf } from '@/lib/draft/tables';
import { asked } from '../asked';
import type { Backend } from '../backend';
import { tableSentences } from '../tables';
import { notFound, problem } from './problem';

/** A workbook of the made-up server is the JSON of its table; a real one is read by the real server alone. */
export const tableHandlers = (backend: Backend) => [
  http.post('*/api/drafts/tables/sentences', async ({ request }) => {
    const { document, table } = await asked<{ table: string }>(backend, request);
    return HttpResponse.json(tableSentences(document, table));
  }),
  http.post('*/api/drafts/tables/workbook', async ({ request }) => {
    const { document, table } = await asked<{ table: string }>(backend, request);
    const found = tablesOf(document).find((t) => t.name === table);
    return found ? HttpResponse.json(found) : notFound(`table ${table}`);
  }),
  http.post('*/api/drafts/tables/workbook/reading', async ({ request }) => {
    const text = await request.text();
    if (!text.startsWith('{')) return problem(400, 'INVALID_VALUE', 'The file is no .xlsx workbook.');
    const table = JSON.parse(text) as DecisionTable;
    const problems = table.rows.flatMap(({ then }, i): WorkbookReading['problems'] =>
      then.includes(null) ? [{ cell: `C${i + 3}`, text: 'The result is empty.' }] : [],
    );
    return HttpResponse.json({ table, problems });
  }),
];
