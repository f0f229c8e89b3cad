import { File as NodeFile } from 'node:buffer';
import { screen, waitFor, within } from '@testing-library/react';
import type userEvent from '@testing-library/user-event';
import { renderApp } from '@/testing/renderApp';

type User = ReturnType<typeof userEvent.setup>;

const CSV = 'customer_id,age,region,shoe\nC-1,41,West,44\nC-2,four,East,42\nC-3,33,North,39\n';

async function choose(user: User, text: string, name = 'customers.csv') {
  await screen.findByRole('button', { name: 'Choose a file' });
  const input = document.querySelector('input[type=file]') as HTMLInputElement;
  // Node's own File: the requests of the made-up server cannot read the one of jsdom.
  await user.upload(input, new NodeFile([text], name, { type: 'text/csv' }) as unknown as File);
}

it('a file goes through columns, dry run and import, and each refused row says why', async () => {
  const { user, backend } = renderApp('/imports/new');
  await choose(user, CSV);
  expect(await screen.findByRole('button', { name: /Fills: region/ })).toHaveTextContent('Region');
  expect(screen.getByRole('button', { name: /Fills: shoe/ })).toHaveTextContent('Leave out');
  await user.click(screen.getByRole('button', { name: 'Check every row' }));
  const refused = await screen.findByRole('region', { name: 'Refused rows' });
  expect(
    within(refused).getByRole('row', { name: /3 age four Expected a whole number/ }),
  ).toBeInTheDocument();
  expect(screen.getByText('Would be new').nextSibling).toHaveTextContent('2');
  await user.click(screen.getByRole('button', { name: 'Import the good rows' }));
  expect(await screen.findByText('What happened to every row')).toBeInTheDocument();
  await waitFor(() => expect(backend.imports.map((i) => i.dryRun)).toEqual([false, true]));
});

it('a file the server refuses is explained and another may be chosen', async () => {
  const { user } = renderApp('/imports/new');
  await choose(user, 'PK\u0000', 'customers.xlsx');
  expect(await screen.findByRole('alert')).toHaveTextContent('customers.xlsx is not a text file.');
  expect(screen.getByRole('alert')).toHaveTextContent('save it as CSV');
  expect(screen.getByRole('button', { name: 'Choose a file' })).toBeInTheDocument();
});

it('a required attribute no column fills is said before the dry run', async () => {
  const { user } = renderApp('/imports/new');
  await choose(user, 'customer_id,age\nC-1,41\n');
  expect(await screen.findByText(/Required but not in the file: Region/)).toBeInTheDocument();
});

it('the history opens an import with its counts and the errors as a file', async () => {
  const { user, router } = renderApp('/imports/new');
  await choose(user, CSV);
  await user.click(await screen.findByRole('button', { name: 'Check every row' }));
  await screen.findByRole('region', { name: 'Refused rows' });
  await router.navigate({ to: '/imports' });
  await user.click(await screen.findByRole('button', { name: 'Details of customers.csv' }));
  const link = await screen.findByRole('link', { name: 'All errors as CSV' });
  expect(link).toHaveAttribute('href', expect.stringMatching(/^\/api\/imports\/.+\/errors$/));
});
