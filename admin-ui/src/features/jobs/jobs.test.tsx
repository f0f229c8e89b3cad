import { screen, within } from '@testing-library/react';
import { http } from 'msw';
import { createBackend, finishedJob } from '@/testing/backend';
import { problem } from '@/testing/handlers/problem';
import { renderApp } from '@/testing/renderApp';
import { server } from '@/testing/server';

function running(requestedBy: string, roles: Parameters<typeof createBackend>[0]) {
  const backend = createBackend(roles);
  Object.assign(finishedJob(backend, 'IMPORT', 'Import of customers.csv', 100, null), {
    state: 'RUNNING',
    requestedBy,
    done: 10,
    finishedAt: null,
  });
  return backend;
}

it('a job of somebody else is not offered to be cancelled', async () => {
  const { user } = renderApp('/', running('jonas', { roles: ['APPROVER'] }));
  await user.click(await screen.findByRole('button', { name: /Jobs/ }));
  expect(await screen.findByText('Import of customers.csv')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Cancel Import of customers.csv' })).not.toBeInTheDocument();
});

it('a cancel that is refused says why', async () => {
  const { user } = renderApp('/', running('mira', { roles: ['APPROVER'] }));
  server.use(
    http.delete('*/api/jobs/:id', () => problem(503, 'STORE_UNAVAILABLE', 'The database does not answer.')),
  );
  await user.click(await screen.findByRole('button', { name: /Jobs/ }));
  await user.click(await screen.findByRole('button', { name: 'Cancel Import of customers.csv' }));
  const alert = await screen.findByRole('alert');
  expect(within(alert).getByText('The database does not answer.')).toBeInTheDocument();
});
