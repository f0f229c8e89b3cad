import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { createBackend } from '@/testing/backend';
import { renderApp } from '@/testing/renderApp';
import { server } from '@/testing/server';

it('an administrator adds a user with roles', async () => {
  const { user, backend } = renderApp('/settings');
  await user.click(await screen.findByRole('button', { name: 'Add user' }));
  await user.type(await screen.findByLabelText('User name'), 'ines');
  await user.type(screen.getByLabelText('Name', { exact: true }), 'Ines Moreau');
  await user.click(screen.getByRole('checkbox', { name: 'Agent' }));
  await user.type(screen.getByLabelText('Password'), 'a long new password');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByRole('row', { name: /Ines Moreau ines Agent Active/ })).toBeInTheDocument();
  expect(backend.users).toHaveLength(3);
});

it('the secret of a new key is shown once and can be copied', async () => {
  const { user } = renderApp('/settings?tab=keys');
  await user.click(await screen.findByRole('button', { name: 'Create key' }));
  await user.type(await screen.findByLabelText('Name'), 'Shop');
  await user.click(screen.getByRole('checkbox', { name: 'Marketer' }));
  const dialog = screen.getByRole('dialog');
  await user.click(within(dialog).getByRole('button', { name: 'Create key' }));
  expect(await screen.findByText(/shown only this once/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Copy key' })).toBeInTheDocument();
});

it('revoking a key asks once more', async () => {
  const { user, backend } = renderApp('/settings?tab=keys');
  await user.click(await screen.findByRole('button', { name: 'Revoke Nightly import' }));
  await user.click(await screen.findByRole('button', { name: 'Revoke key' }));
  await waitFor(() => expect(backend.apiKeys).toHaveLength(0));
});

it('an approver sees the audit log, can verify it, and nothing else of the settings', async () => {
  const { user } = renderApp('/settings', createBackend({ roles: ['APPROVER'] }));
  await user.click(await screen.findByRole('button', { name: 'Verify' }));
  expect(await screen.findByText('All 24 entries are intact')).toBeInTheDocument();
  expect(screen.queryByRole('tab', { name: 'Users' })).not.toBeInTheDocument();
});

it('a page the role does not include says so', async () => {
  renderApp('/settings', createBackend({ roles: ['MARKETER'] }));
  expect(await screen.findByText('Your role does not include this')).toBeInTheDocument();
});

it('users beyond the first page are shown on demand', async () => {
  const { user, backend } = renderApp('/settings');
  server.use(
    http.get('*/api/users', ({ request }) => {
      const from = Number(new URL(request.url).searchParams.get('cursor') ?? 0);
      const nextCursor = from + 1 < backend.users.length ? String(from + 1) : null;
      return HttpResponse.json({ items: backend.users.slice(from, from + 1), nextCursor, total: 2 });
    }),
  );
  expect(await screen.findByText('1 of 2 shown')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Show more' }));
  expect(await screen.findByRole('row', { name: /Jonas Weber/ })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Show more' })).not.toBeInTheDocument();
});

it('what a plugin brings but cannot be used says why', async () => {
  renderApp('/settings?tab=plugins');
  const row = await screen.findByRole('row', { name: /source-jdbc/ });
  expect(row).toHaveTextContent('Not usable: The setting url is missing.');
  expect(row).toHaveTextContent('1 file');
});
