import { screen, waitFor, within } from '@testing-library/react';
import { newest, withDraft } from '@/testing/openDraft';
import { renderApp } from '@/testing/renderApp';
import { careTable } from '@/testing/tables';

function openWithTable(tab: string) {
  const { backend, draft } = withDraft();
  const [first] = draft.revisions;
  if (!first) throw new Error('The draft has no revision.');
  first.document = { ...first.document, tables: [careTable()] };
  return { draft, ...renderApp(`/drafts/${draft.id}?tab=${tab}`, backend) };
}

it('a customer of a segment without an example is pinned with one press, and taken back with one', async () => {
  const { user, draft } = openWithTable('examples');
  const card = await screen.findByRole('region', { name: 'Coverage' });
  expect(card).toHaveTextContent(/^Coverage.*0 of [\d,]+ customers/);
  await user.click(await within(card).findByRole('button', { name: 'Pin a customer of At risk' }));
  expect(await screen.findByRole('heading', { name: 'Typical of segments/at_risk' })).toBeInTheDocument();
  await waitFor(() =>
    expect(within(card).queryByRole('button', { name: 'Pin a customer of At risk' })).toBeNull(),
  );
  await waitFor(() => expect(newest(draft)?.examples?.examples).toHaveLength(1), { timeout: 10_000 });
  await user.click(screen.getAllByRole('button', { name: 'Undo' })[0] as HTMLElement);
  expect(await screen.findByText('No examples yet')).toBeInTheDocument();
});

it('a row of a table says whether an example stands for it, and gets one with one press', async () => {
  const { user, draft } = openWithTable('tables');
  const head = async () =>
    within((await screen.findAllByRole('row'))[1] as HTMLElement).findByRole('rowheader');
  await waitFor(async () => expect(await head()).toHaveTextContent('No example stands for it'));
  const rail = screen.getByRole('complementary', { name: 'Customers and rows in words' });
  expect(await within(rail).findByText(/No example stands for it\./)).toBeInTheDocument();
  await user.click(within(rail).getByRole('button', { name: 'Pin a customer of this row' }));
  await waitFor(async () => expect(await head()).toHaveTextContent('1 example stands for it'), {
    timeout: 5_000,
  });
  await waitFor(() =>
    expect(newest(draft)?.examples?.examples[0]?.why).toBe('Typical of tables/care/rows/0'),
  );
});
