import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { createBackend } from '@/testing/backend';
import { addModel } from '@/testing/handlers/models';
import { problem } from '@/testing/handlers/problem';
import { renderApp } from '@/testing/renderApp';
import { server } from '@/testing/server';

it('a note is written, changed and taken away, and earlier ones stay', async () => {
  const { user } = renderApp('/models');
  await user.click(await screen.findByRole('button', { name: 'Write a note' }));
  await user.keyboard('Too keen on new customers.');
  await user.click(screen.getByRole('button', { name: 'Keep the note' }));
  const note = await screen.findByRole('region', { name: 'Note' });
  expect(note).toHaveTextContent('Too keen on new customers.ana');
  await user.click(screen.getByRole('button', { name: 'Change the note' }));
  await user.type(screen.getByRole('textbox', { name: 'Note' }), ' Watch it.');
  await user.click(screen.getByRole('button', { name: 'Keep the note' }));
  expect(await screen.findByText('Too keen on new customers. Watch it.')).toBeInTheDocument();
  await user.click(screen.getByText('Earlier notes'));
  expect(await within(note).findByText('Too keen on new customers.')).toBeInTheDocument();
});

it('a version nobody uses is archived, left out, shown on demand and taken back', async () => {
  const backend = createBackend();
  const model = addModel(backend, 'churn_risk', '2', []);
  const { user } = renderApp(`/models?version=${model.hash}`, backend);
  await user.click(await screen.findByRole('button', { name: 'Archive…' }));
  await user.keyboard('Nobody will use it');
  await user.click(screen.getByRole('button', { name: 'Archive it' }));
  expect(await screen.findByText(/Archived .* by ana: Nobody will use it/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Use as…' })).not.toBeInTheDocument();
  const list = screen.getByRole('region', { name: 'Versions of Churn risk' });
  await user.click(within(list).getByRole('button', { name: /Version 1/ }));
  expect(within(list).queryByRole('button', { name: /Version 2/ })).not.toBeInTheDocument();
  await user.click(screen.getByRole('checkbox', { name: 'Show archived' }));
  await user.click(within(list).getByRole('button', { name: /Version 2/ }));
  await user.click(await screen.findByRole('button', { name: 'Take back…' }));
  await user.keyboard('Needed again');
  await user.click(screen.getByRole('button', { name: 'Take it back' }));
  expect(await screen.findByRole('button', { name: 'Use as…' })).toBeInTheDocument();
});

it('a version in use cannot be archived, and marketers write no notes', async () => {
  const backend = createBackend();
  renderApp('/models', backend);
  expect(await screen.findByRole('button', { name: 'Write a note' })).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Archive…' })).not.toBeInTheDocument();
});

it('the lineage of a version leads to what belongs to it alone', async () => {
  const { user, backend } = renderApp('/models?tab=use');
  const lineage = await screen.findByRole('region', { name: 'Lineage' });
  expect(lineage).toHaveTextContent(/Data.*rows.*Features.*Model.*Version 1.*Strategies.*Decisions/);
  const decided = await screen.findByRole('region', { name: 'Decisions by version 1' });
  const [person] = backend.people;
  expect(within(decided).getByRole('link', { name: person?.id ?? '' })).toHaveAttribute(
    'href',
    `/customers?id=${person?.id}`,
  );
  await user.click(within(lineage).getByRole('link', { name: '1 publication' }));
  expect(await screen.findByText(/Only strategies that pin/)).toHaveTextContent('version 1');
  await user.click(screen.getByRole('link', { name: 'Show all' }));
  expect(screen.queryByText(/Only strategies that pin/)).not.toBeInTheDocument();
});

it('beside what the card promises at a threshold stands what came of it', async () => {
  renderApp('/models?tab=threshold&threshold=0.5');
  const realised = await screen.findByRole('region', { name: 'Realised at this threshold' });
  expect(within(realised).getByRole('row', { name: /^Precision/ })).toHaveTextContent(/\d+\.\d%.*to/);
  expect(realised).toHaveTextContent('1,500 customers of the run of');
});

it('a page of strategies that cannot be read is asked for once, said to be missing, and asked for again on demand', async () => {
  const backend = createBackend();
  const hash = backend.models.find((m) => m.aliases.includes('CHAMPION'))?.hash;
  renderApp(`/strategy?tab=history&model=${hash}`, backend);
  let asked = 0;
  server.use(
    http.get('*/api/models/:hash/publications', ({ request }) => {
      if (!new URL(request.url).searchParams.has('cursor'))
        return HttpResponse.json({ items: [], nextCursor: '7', total: null });
      asked += 1;
      return problem(409, 'CONFLICT', 'The history is being rebuilt.');
    }),
  );
  expect(await screen.findByText(/The history is being rebuilt\./)).toHaveTextContent(
    'some may be missing here',
  );
  await new Promise((later) => setTimeout(later, 300));
  expect(asked).toBe(1);
});

it('a version that the list has not come to is compared by the address alone', async () => {
  const backend = createBackend();
  const older = addModel(backend, 'churn_risk', '2', []);
  renderApp(`/models?tab=curves&with=${older.hash}`, backend);
  server.use(
    http.get('*/api/models', () =>
      HttpResponse.json({
        items: backend.models.filter((m) => m !== older),
        nextCursor: null,
        total: null,
      }),
    ),
  );
  const roc = await screen.findByRole('figure', { name: 'ROC curve' });
  await waitFor(() => expect(roc).toHaveTextContent('Version 2'));
});
