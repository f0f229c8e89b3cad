import { HttpResponse, http } from 'msw';
import type { Credentials } from '@/lib/api/signIn';
import { type Backend, makeSession } from '../backend';
import { problem } from './problem';

export const sessionHandlers = (backend: Backend) => [
  http.get('*/api/session', () =>
    backend.session
      ? HttpResponse.json(backend.session)
      : problem(401, 'NOT_SIGNED_IN', 'Nobody is signed in.'),
  ),
  http.post('*/api/session', async ({ request }) => {
    const { username, password } = (await request.json()) as Credentials;
    const user = backend.users.find((u) => u.username === username);
    if (!user || password !== backend.password) {
      return problem(401, 'WRONG_CREDENTIALS', 'User name or password is wrong.', 'Maybe caps lock is on.');
    }
    backend.session = { ...makeSession(user.roles), username, displayName: user.displayName };
    return HttpResponse.json(backend.session);
  }),
  http.delete('*/api/session', () => {
    backend.session = null;
    return new HttpResponse(null, { status: 204 });
  }),
  http.put('*/api/session/password', async ({ request }) => {
    const body = (await request.json()) as { currentPassword: string; newPassword: string };
    if (body.currentPassword !== backend.password) {
      return problem(422, 'WRONG_PASSWORD', 'The current password is wrong.');
    }
    if (body.newPassword.length < 12) {
      return problem(422, 'WEAK_PASSWORD', 'The new password was refused.', undefined, [
        { field: 'newPassword', message: 'Use at least 12 characters.' },
      ]);
    }
    backend.password = body.newPassword;
    return new HttpResponse(null, { status: 204 });
  }),
];
