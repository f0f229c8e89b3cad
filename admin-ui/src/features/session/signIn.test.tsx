import { screen } from '@testing-library/react';
import { http } from 'msw';
import { createBackend, PASSWORD } from '@/testing/backend';
import { problem } from '@/testing/handlers/problem';
import { renderApp } from '@/testing/renderApp';
import { server } from '@/testing/server';

it('a wrong password is refused in one sentence and the field is emptied', async () => {
  const { user } = renderApp('/', createBackend({ signedIn: false }));
  await user.type(await screen.findByLabelText('User name'), 'mira');
  await user.type(screen.getByLabelText('Password'), 'wrong');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('User name or password is wrong.');
  expect(screen.getByLabelText('Password')).toHaveValue('');
});

it('signing in shows the page of the address', async () => {
  const { user } = renderApp('/', createBackend({ signedIn: false }));
  await user.type(await screen.findByLabelText('User name'), 'mira');
  await user.type(screen.getByLabelText('Password'), `${PASSWORD}{Enter}`);
  expect(await screen.findByRole('heading', { name: 'Overview', level: 1 })).toBeInTheDocument();
});

it('signing out shows the sign-in page', async () => {
  const { user } = renderApp('/');
  const [account] = await screen.findAllByRole('button', { name: /Account of\s*Mira Keller/ });
  await user.click(account as HTMLElement);
  await user.click(await screen.findByRole('menuitem', { name: 'Sign out' }));
  expect(await screen.findByRole('button', { name: 'Sign in' })).toBeInTheDocument();
});

it('a session that ended on the server brings the sign-in page', async () => {
  renderApp('/');
  server.use(http.get('*/api/overview', () => problem(401, 'NOT_SIGNED_IN', 'The session ended.')));
  expect(await screen.findByRole('button', { name: 'Sign in' })).toBeInTheDocument();
});

it('a new password the server finds weak is explained beside its field', async () => {
  const { user } = renderApp('/');
  const [account] = await screen.findAllByRole('button', { name: /Account of\s*Mira Keller/ });
  await user.click(account as HTMLElement);
  await user.click(await screen.findByRole('menuitem', { name: 'Change password' }));
  await user.type(await screen.findByLabelText('Current password'), PASSWORD);
  await user.type(screen.getByLabelText('New password'), 'short');
  await user.click(screen.getByRole('button', { name: 'Change password' }));
  expect(await screen.findByText('Use at least 12 characters.')).toBeInTheDocument();
});
