import { screen, waitFor, within } from '@testing-library/react';
import { http } from 'msw';
import { createBackend } from '@/testing/backend';
import { addAudience } from '@/testing/handlers/audiences';
import { problem } from '@/testing/handlers/problem';
import { renderApp } from '@/testing/renderApp';
import { server } from '@/testing/server';

const RISKY = { condition: { term: 'churn_risk', operator: 'AT_LEAST', value: 0.6 } } as const;

it('an audience built from a condition counts while it is edited and is saved', async () => {
  const { user, backend, router } = renderApp('/audiences/new');
  const preview = await screen.findByRole('complementary', { name: 'Live preview' });
  const value = await screen.findByRole('textbox', { name: 'Value' });
  await user.clear(value);
  await user.type(value, '60%{Tab}');
  const risky = backend.people.filter((p) => p.churn_risk >= 0.6).length;
  await waitFor(() => expect(preview.querySelector('.big-number')).toHaveTextContent(String(risky)));
  await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Likely to leave');
  await user.click(screen.getByRole('button', { name: 'Save audience' }));
  expect(await screen.findByRole('region', { name: 'Likely to leave' })).toBeInTheDocument();
  expect(router.state.location.pathname).toBe('/audiences');
  expect(backend.audiences[0]?.customers).toBe(risky);
});

it('a group of conditions shows beside each how many meet it alone', async () => {
  const { user, backend } = renderApp('/audiences/new');
  await user.click(await screen.findByRole('button', { name: 'Group' }));
  const inner = await screen.findByRole('group', { name: 'Any of these conditions' });
  const half = backend.people.filter((p) => p.churn_risk >= 0.5).length;
  await waitFor(() => expect(inner).toHaveTextContent(`alone matches ${half}`));
  await user.click(within(inner).getByRole('button', { name: 'Remove group' }));
  await waitFor(() => expect(inner).not.toBeInTheDocument());
});

it('a guardrail of the operator can be asked and says what it holds', async () => {
  const { user, backend } = renderApp('/audiences/new');
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Adults');
  await user.click(await screen.findByRole('button', { name: 'Guardrail' }));
  expect(await screen.findByText('Nobody under 18 is offered anything.')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Save audience' }));
  await screen.findByRole('region', { name: 'Adults' });
  expect(backend.audiences[0]?.source).toMatchObject({
    condition: { all: [{ term: 'churn_risk' }, { guardrail: 'no_minors' }] },
  });
});

it('a name already taken is said beside the name', async () => {
  const backend = createBackend();
  addAudience(backend, { name: 'Likely to leave', source: RISKY });
  const { user } = renderApp('/audiences/new', backend);
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Likely to leave');
  await user.click(screen.getByRole('button', { name: 'Save audience' }));
  expect(await screen.findByText('Another audience has this name.')).toBeInTheDocument();
});

it('an export appears in the history with rows, checksum and a download', async () => {
  const backend = createBackend();
  const audience = addAudience(backend, { name: 'Likely to leave', source: RISKY });
  const { user } = renderApp('/audiences', backend);
  expect(await screen.findByText('Nothing was exported yet')).toBeInTheDocument();
  await user.click(await screen.findByRole('button', { name: 'Export' }));
  const history = await screen.findByRole('region', { name: 'Exports' });
  const link = await within(history).findByRole('link', { name: 'Download' });
  expect(link).toHaveAttribute('href', expect.stringMatching(/^\/api\/exports\/.+\/file$/));
  expect(history).toHaveTextContent(String(audience.customers));
  expect(history).toHaveTextContent('4be1c0de77');
});

it('choosing a channel leaves out who gave no consent and says how many', async () => {
  const backend = createBackend();
  addAudience(backend, { name: 'Likely to leave', source: RISKY });
  const { user } = renderApp('/audiences', backend);
  await user.click(await screen.findByRole('button', { name: /Channel/ }));
  await user.click(await screen.findByRole('option', { name: 'Phone' }));
  expect(await screen.findByText(/without consent for the channel/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Export' }));
  expect(await screen.findByText('mira, for Phone, counted as contacts')).toBeInTheDocument();
});

it('deleting asks once more', async () => {
  const backend = createBackend();
  addAudience(backend, { name: 'Likely to leave', source: RISKY });
  const { user } = renderApp('/audiences', backend);
  await user.click(await screen.findByRole('button', { name: 'Delete' }));
  await user.click(await screen.findByRole('button', { name: 'Delete audience' }));
  expect(await screen.findByText('There are no audiences yet')).toBeInTheDocument();
});

it('an analyst reads audiences and is offered no change', async () => {
  const backend = createBackend({ roles: ['ANALYST'] });
  addAudience(backend, { name: 'Likely to leave', source: RISKY });
  renderApp('/audiences', backend);
  await screen.findByRole('region', { name: 'Likely to leave' });
  expect(screen.queryByRole('button', { name: 'Export' })).not.toBeInTheDocument();
  expect(screen.queryByRole('link', { name: 'New audience' })).not.toBeInTheDocument();
});

it('segments that could not be counted say why', async () => {
  const { user } = renderApp('/audiences/new');
  server.use(
    http.post('*/api/conditions/count', () => problem(400, 'INVALID_RULE', 'The value is no probability.')),
  );
  const value = await screen.findByRole('textbox', { name: 'Value' });
  await user.clear(value);
  await user.type(value, '60%{Tab}');
  await waitFor(() =>
    expect(screen.getByRole('region', { name: 'By segment' })).toHaveTextContent(
      'The value is no probability.',
    ),
  );
});
