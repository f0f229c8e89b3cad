import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { createBackend } from '@/testing/backend';
import { meets } from '@/testing/conditions';
import { renderApp } from '@/testing/renderApp';
import { server } from '@/testing/server';

const tile = async (label: string) =>
  (await screen.findByText(label, { selector: 'dt' })).closest('div') as HTMLElement;

it('the tiles show the figures of the server and their change since the earlier run', async () => {
  const { backend } = renderApp('/');
  expect(await tile('Customers')).toHaveTextContent(String(backend.people.length));
  const risky = backend.people.filter((p) => p.churn_risk >= 0.6).length / backend.people.length;
  expect(await tile('Customers at risk')).toHaveTextContent(`${(risky * 100).toFixed(1)}%`);
  expect(await tile('Customers at risk')).toHaveTextContent(/Unchanged ?since/);
  expect(await tile('Average lifetime value')).toHaveTextContent(/[+−]\d+\.\d% ?since/);
});

it('without an earlier run the tiles say so and draw no course', async () => {
  renderApp('/');
  server.use(
    http.get('*/api/overview', async () => {
      const first = {
        averageClv: 10,
        churnRiskShare: 0.1,
        atRiskThreshold: 0.6,
        valueAtRisk: 1,
        actionsRecommended: 1,
      };
      return HttpResponse.json({
        asOf: '2026-03-03T09:40:12Z',
        strategy: null,
        customers: 3,
        decided: 3,
        kpis: { ...first, previous: null },
        history: [{ at: '2026-03-03T09:40:12Z', customers: 3, ...first }],
        segments: [],
        actions: [],
        models: [],
      });
    }),
  );
  expect(await tile('Value at risk')).toHaveTextContent('No earlier run to compare');
  expect((await tile('Value at risk')).querySelector('svg')).toBeNull();
});

it('before the first run the page offers to decide on all customers', async () => {
  const { user } = renderApp('/', createBackend({ decided: false }));
  expect(await screen.findByText('60 customers are waiting for a first decision')).toBeInTheDocument();
  const [button] = screen.getAllByRole('button', { name: 'Decide all customers' });
  await user.click(button as HTMLElement);
  expect(await screen.findByText('Deciding on all customers. Jobs shows how far it is.')).toBeInTheDocument();
});

it('the segments as a table equal the segments of the server', async () => {
  const { user } = renderApp('/');
  await user.click(await screen.findByRole('button', { name: 'Show as table: Segments' }));
  const rows = within(await screen.findByRole('region', { name: 'Segments, data' })).getAllByRole('row');
  const counts = rows.slice(1).map((row) => Number(within(row).getAllByRole('cell')[0]?.textContent));
  expect(counts.reduce((a, b) => a + b, 0)).toBe(60);
});

it('the four range fields count on the server what they select and stand in the address', async () => {
  const { user, backend, router } = renderApp('/');
  const from = await screen.findByRole('textbox', { name: 'Churn risk from' });
  await user.type(from, '60%{Enter}');
  const inRange = backend.people.filter((p) =>
    meets({ term: 'churn_risk', operator: 'BETWEEN', value: [0.6, 1] }, p),
  ).length;
  const group = screen.getByRole('group', { name: 'Selected range' });
  await waitFor(() => expect(within(group).getByRole('status')).toHaveTextContent(`${inRange} customers`));
  expect(router.state.location.search).toMatchObject({ riskFrom: 0.6, riskTo: 1 });
});

it('an overview that fails says why and can be asked for again', async () => {
  const { user } = renderApp('/');
  let failed = false;
  server.use(
    http.get('*/api/overview', () => {
      if (failed) return;
      failed = true;
      return HttpResponse.json(
        { title: 'Conflict', status: 409, detail: 'The base is being rebuilt.' },
        { status: 409 },
      );
    }),
  );
  expect(await screen.findByText('The base is being rebuilt.')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('Average lifetime value')).toBeInTheDocument();
});
