import { HttpResponse, http } from 'msw';
import type { NewApiKey } from '@/lib/api/createApiKey';
import type { User } from '@/lib/api/types/settings';
import { type Backend, page } from '../backend';

export const settingsHandlers = (backend: Backend) => [
  http.get('*/api/users', () => HttpResponse.json(page(backend.users))),
  http.post('*/api/users', async ({ request }) => {
    const { username, displayName, roles } = (await request.json()) as User;
    const user = { username, displayName, roles, disabled: false };
    backend.users.push(user);
    return HttpResponse.json(user, { status: 201 });
  }),
  http.patch('*/api/users/:username', async ({ request, params }) => {
    const { displayName, roles, disabled } = (await request.json()) as User;
    const user = { username: String(params.username), displayName, roles, disabled };
    backend.users = backend.users.map((u) => (u.username === user.username ? user : u));
    return HttpResponse.json(user);
  }),
  http.get('*/api/api-keys', () => HttpResponse.json(page(backend.apiKeys))),
  http.post('*/api/api-keys', async ({ request }) => {
    const { name, roles, expiresAt } = (await request.json()) as NewApiKey;
    const key = { id: `k${backend.next++}`, name, roles, createdAt: backend.now, expiresAt };
    backend.apiKeys.push(key);
    return HttpResponse.json({ ...key, key: 'cip_made_up_for_tests' }, { status: 201 });
  }),
  http.delete('*/api/api-keys/:id', ({ params }) => {
    backend.apiKeys = backend.apiKeys.filter((k) => k.id !== params.id);
    return new HttpResponse(null, { status: 204 });
  }),
  http.get('*/api/audit/verify', () =>
    HttpResponse.json({ valid: true, events: backend.audit.length, brokenAt: null }),
  ),
  http.get('*/api/audit', ({ request }) => {
    const parameters = new URL(request.url).searchParams;
    const [actor, kind] = [parameters.get('actor'), parameters.get('kind')];
    return HttpResponse.json(
      page(backend.audit.filter((e) => (!actor || e.actor === actor) && (!kind || e.kind === kind))),
    );
  }),
  http.get('*/api/plugins', () =>
    HttpResponse.json([
      {
        name: 'csv-audience',
        kinds: [{ kind: 'AUDIENCE_EXPORTER', name: 'csv', problem: '' }],
        jar: 'csv-audience.jar, fastcsv.jar',
      },
      {
        name: 'source-jdbc',
        kinds: [{ kind: 'CUSTOMER_SOURCE', name: 'jdbc', problem: 'The setting url is missing.' }],
        jar: 'source-jdbc.jar',
      },
    ]),
  ),
];
