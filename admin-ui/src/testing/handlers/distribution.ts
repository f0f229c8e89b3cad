import { HttpResponse, http } from 'msw';
import { asked } from '../asked';
import type { Backend } from '../backend';
import { distributionOf } from '../distribution';
import { problem } from './problem';

export const distributionHandlers = (backend: Backend) => [
  http.post('*/api/drafts/distribution', async ({ request }) => {
    const { document, place } = await asked<{ place: string }>(backend, request);
    const found = distributionOf(backend, document, place);
    return found
      ? HttpResponse.json(found)
      : problem(400, 'INVALID_VALUE', `At ${place} no number is compared.`, 'Maybe the draft was changed.');
  }),
];
