import { HttpResponse, http } from 'msw';
import type { LimitsEdit } from '@/lib/api/limits';
import type { Backend } from '../backend';
import { problem } from './problem';

export const limitHandlers = (backend: Backend) => [
  http.get('*/api/publishing/limits', () =>
    HttpResponse.json(backend.limits, { headers: { ETag: `"${backend.limits.revision}"` } }),
  ),
  http.put('*/api/publishing/limits', async ({ request }) => {
    const { revision } = backend.limits;
    if (request.headers.get('If-Match') !== `"${revision}"`) {
      return problem(412, 'OUTDATED', `The limits are at revision ${revision}.`, 'Maybe look at the newest.');
    }
    backend.limits = {
      ...((await request.json()) as LimitsEdit),
      revision: revision + 1,
      changedAt: backend.now,
      changedBy: backend.session?.username ?? '',
    };
    return HttpResponse.json(backend.limits);
  }),
];
