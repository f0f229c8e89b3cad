import { screen, waitFor, within } from '@testing-library/react';
import { createBackend, makeSession } from '@/testing/backend';
import { addModel } from '@/testing/handlers/models';
import { addSimulation } from '@/testing/handlers/simulations';
import { LOST } from '@/testing/models';
import { renderApp } from '@/testing/renderApp';

function simulated(settings: Parameters<typeof createBackend>[0] = {}) {
  const backend = createBackend({ customers: 300, ...settings });
  const model = addModel(backend, 'churn_risk', '2', ['CHALLENGER']);
  const simulation = addSimulation(backend, model.hash);
  return { backend, model, simulation, address: `/simulations/${simulation.id}` };
}

it('a challenger is simulated from its version and the headline says how many change', async () => {
  const backend = createBackend({ customers: 300 });
  const model = addModel(backend, 'churn_risk', '2', ['CHALLENGER']);
  const { user } = renderApp(`/models?version=${model.hash}`, backend);
  await user.click(await screen.findByRole('button', { name: 'See what it would change' }));
  expect(await screen.findByRole('heading', { name: 'Churn risk version 2' })).toBeInTheDocument();
  const result = backend.simulations[0]?.result;
  const tile = (await screen.findByText('Customers who change', { selector: 'dt' })).parentElement;
  expect(tile).toHaveTextContent(String(result?.changed));
  expect(screen.getByText('Another segment').parentElement).toHaveTextContent(String(result?.segments.moved));
});

it('a movement between segments lists exactly its customers, each with a way to the desk', async () => {
  const { backend, simulation, address } = simulated();
  const { user, router } = renderApp(address, backend);
  const moves = await screen.findByRole('heading', { name: 'Who moves' });
  const [largest] = within(moves.parentElement as HTMLElement).getAllByRole('button');
  await user.click(largest as HTMLElement);
  const { segmentBefore, segmentAfter } = router.state.location.search as Record<string, string>;
  const wanted = backend.changes
    .get(simulation.id)
    ?.filter((c) => c.segmentBefore === segmentBefore && c.segmentAfter === segmentAfter);
  expect(wanted?.length).toBeGreaterThan(0);
  const list = screen.getByRole('region', { name: 'Change of each customer' });
  await waitFor(() =>
    expect(within(list).getAllByRole('link')).toHaveLength(Math.min(50, wanted?.length ?? 0)),
  );
  const id = wanted?.[0]?.customerId ?? '';
  expect(within(list).getByRole('link', { name: id })).toHaveAttribute(
    'href',
    expect.stringContaining(`/customers?id=${id}`),
  );
});

it('a cell of the matrix of first actions lists its customers, and all again', async () => {
  const { backend, simulation, address } = simulated();
  const { user } = renderApp(address, backend);
  const matrix = await screen.findByRole('region', { name: 'First action before and after' });
  const [cell] = within(matrix).getAllByRole('button');
  const count = Number(/^\d+/.exec(cell?.textContent ?? '')?.[0]);
  await user.click(cell as HTMLElement);
  expect(cell).toHaveAttribute('aria-pressed', 'true');
  expect(await screen.findByText(new RegExp(`^${count} customers?$`))).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Show all' }));
  const changed = simulation.result?.changed ?? 0;
  expect(await screen.findByText(new RegExp(`^${changed} customers\\.`))).toBeInTheDocument();
});

it('publishing needs a reason and shows the new version of the strategy', async () => {
  const { backend, address } = simulated();
  const { user } = renderApp(address, backend);
  await user.click(await screen.findByRole('button', { name: 'Publish' }));
  const dialog = await screen.findByRole('dialog', { name: 'Publish Churn risk version 2' });
  await user.type(within(dialog).getByRole('textbox', { name: 'Reason' }), 'Better on our customers');
  await user.click(within(dialog).getByRole('button', { name: 'Publish' }));
  expect(await screen.findByText(/This is the live strategy: version 2/)).toBeInTheDocument();
  await user.click(screen.getByRole('link', { name: 'Models' }));
  expect(await screen.findByRole('button', { name: /Version 2.*Champion/ })).toBeInTheDocument();
});

it('a model that has not won against the champion says so before it is published', async () => {
  const { backend, simulation, address } = simulated();
  simulation.challengers = [
    {
      score: 'churn_risk',
      label: 'Churn risk',
      version: '2',
      hash: 'c0ffee',
      promotion: {
        state: 'LOST',
        mayBePromoted: false,
        text: 'Its log loss is 0.52, the champion has 0.48.',
        belief: 'BELIEVED',
        doubts: [],
        champion: 'b81e02',
        heldAt: '2026-03-03T09:40:12Z',
        contest: null,
      },
      findings: [
        {
          kind: 'TIME_LEAK',
          text: 'Attributes are those of today, not of the cut.',
          features: [],
          measured: false,
        },
      ],
    },
  ];
  const { user } = renderApp(address, backend);
  expect(await screen.findByText(/Churn risk version 2 has not won/)).toBeInTheDocument();
  expect(screen.getByText(/the champion has 0.48/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Publish' }));
  expect(await screen.findByText(/Say why although the model has not won/)).toBeInTheDocument();
  expect(screen.getByRole('list', { name: 'Reasons to doubt Churn risk version 2' })).toHaveTextContent(
    'Attributes are those of today, not of the cut.',
  );
});

it('a model that has won but is in doubt is not said to have lost', async () => {
  const { backend, model, address } = simulated();
  model.promotion = {
    ...LOST,
    state: 'WON',
    text: 'Its log loss is smaller. But its figures are in doubt: loyalty_score tells all.',
    belief: 'NOT_BELIEVED',
    doubts: ['loyalty_score tells all.'],
  };
  const simulation = addSimulation(backend, model.hash);
  const { user } = renderApp(`${address.replace(/[^/]+$/, '')}${simulation.id}`, backend);
  expect(
    await screen.findByText(/Churn risk version 2 has won, but is not to be believed\./),
  ).toBeInTheDocument();
  expect(screen.queryByText(/has not won/)).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Publish' }));
  expect(await screen.findByText(/Say why although the model has won, but is not/)).toBeInTheDocument();
});

it('what was made against another strategy says why it cannot be published', async () => {
  const { backend, simulation, address } = simulated();
  simulation.obstacle = 'Customers have changed since the simulation.';
  renderApp(address, backend);
  expect(await screen.findByText(/Customers have changed since the simulation/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Publish' })).not.toBeInTheDocument();
});

it('an analyst sees the simulation and who can publish it', async () => {
  const { backend, address } = simulated({ roles: ['ANALYST'] });
  renderApp(address, backend);
  expect(await screen.findByText(/An approver or administrator decides about it/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Publish' })).not.toBeInTheDocument();
});

it('a simulation that failed leaves its job, which says why', async () => {
  const { backend, simulation, address } = simulated();
  backend.simulations = [];
  const job = backend.jobs.find((j) => j.id === simulation.id);
  Object.assign(job ?? {}, { state: 'FAILED', error: 'A model gave no number.\nMaybe an input is missing.' });
  renderApp(address, backend);
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('A model gave no number.');
  expect(alert).toHaveTextContent('Maybe an input is missing.');
});

it('the list says what each simulation is good for; without one it says where to begin', async () => {
  const { backend } = simulated();
  renderApp('/simulations', backend);
  const row = await screen.findByRole('row', { name: /Churn risk version 2 Can be published/ });
  expect(row).toHaveTextContent('mira');
});

it('without simulations the page leads to the models', async () => {
  renderApp('/simulations');
  expect(await screen.findByText('Nothing was simulated yet')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Go to the models' })).toHaveAttribute('href', '/models');
});

it('models beyond a limit are published only after somebody else approved the simulation', async () => {
  const backend = createBackend({ customers: 300 });
  backend.limits.segmentChanges = 0;
  const model = addModel(backend, 'churn_risk', '2', ['CHALLENGER']);
  const simulation = addSimulation(backend, model.hash);
  const first = renderApp(`/simulations/${simulation.id}`, backend);
  expect(await screen.findByRole('list', { name: 'Limits passed' })).toHaveTextContent('another segment');
  expect(screen.getByText(/You asked for this simulation/)).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Publish' })).not.toBeInTheDocument();
  first.unmount();
  backend.session = { ...makeSession(['APPROVER']), username: 'jonas' };
  const { user, unmount } = renderApp(`/simulations/${simulation.id}`, backend);
  await user.type(await screen.findByRole('textbox', { name: 'Why it may be published' }), 'It is better');
  await user.click(screen.getByRole('button', { name: 'Approve' }));
  expect(await screen.findByRole('list', { name: '1 of 1 approvals' })).toHaveTextContent('jonas approved');
  // Whoever approved is not the second person that publishing takes.
  expect(screen.queryByRole('button', { name: 'Publish' })).not.toBeInTheDocument();
  expect(screen.getByText(/needs the approval of another person/)).toBeInTheDocument();
  unmount();
  backend.session = makeSession();
  renderApp(`/simulations/${simulation.id}`, backend);
  expect(await screen.findByRole('button', { name: 'Publish' })).toBeEnabled();
});

it('what it costs, which channels it loads and how groups fare stand beside what it is worth', async () => {
  const { backend, simulation, address } = simulated();
  const { user } = renderApp(address, backend);
  const load = simulation.result?.load;
  const tile = (await screen.findByText('Cost of first actions')).parentElement;
  expect(tile).toHaveTextContent('already taken off the expected value');
  expect(screen.getByText('Offered something').parentElement).toHaveTextContent(String(load?.contactedAfter));
  await user.click(screen.getByRole('button', { name: 'Show as table: Contact load' }));
  const first = load?.channels[0];
  expect(
    screen.getByRole('row', { name: new RegExp(`^${first?.label} ${first?.before} ${first?.after}`) }),
  ).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Show as table: By group' }));
  const groups = simulation.result?.groups?.[0]?.groups ?? [];
  for (const { group, customers } of groups) {
    expect(screen.getByRole('row', { name: new RegExp(`^${group} ${customers}`) })).toBeInTheDocument();
  }
});

it('a customer who changes shows both decisions, each with its rules', async () => {
  const { backend, simulation, address } = simulated();
  const { user } = renderApp(address, backend);
  const id = backend.changes.get(simulation.id)?.[0]?.customerId ?? '';
  await user.click(await screen.findByRole('button', { name: `Why ${id} changes` }));
  const dialog = await screen.findByRole('dialog', { name: `Both decisions for customer ${id}` });
  expect(await within(dialog).findByRole('region', { name: 'Live strategy' })).toHaveTextContent('Matched');
  expect(within(dialog).getByRole('region', { name: 'Strategy tried' })).toHaveTextContent('Matched');
  expect(within(dialog).queryByText(/has changed since the simulation/)).not.toBeInTheDocument();
});

it('two simulations stand side by side with what sets them apart', async () => {
  const { backend, simulation, address } = simulated();
  const other = addSimulation(backend, addModel(backend, 'churn_risk', '3', []).hash);
  other.strategyBefore = 'another';
  if (other.result) other.result.changed += 5;
  const { user, router } = renderApp(address, backend);
  await user.click(await screen.findByRole('button', { name: /Compare with/ }));
  await user.click(await screen.findByRole('option', { name: /Churn risk version 3/ }));
  expect(router.state.location.search).toEqual({ first: simulation.id, second: other.id });
  const row = await screen.findByRole('row', { name: /^Customers who change/ });
  expect(row).toHaveTextContent('+5');
  expect(screen.getByText(/different live strategies/)).toBeInTheDocument();
  expect(screen.getByRole('region', { name: 'Contacts by channel of both simulations' })).toBeInTheDocument();
});
