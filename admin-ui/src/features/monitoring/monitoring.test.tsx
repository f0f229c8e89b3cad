import { screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { createBackend } from '@/testing/backend';
import { renderApp } from '@/testing/renderApp';
import { server } from '@/testing/server';

it('what drifted stands first, with three distances, their intervals and what chance would do', async () => {
  const { user } = renderApp('/monitoring');
  const table = await screen.findByRole('region', { name: 'Drift of scores and inputs' });
  const rows = within(table).getAllByRole('row').slice(1);
  expect(rows.map((row) => within(row).getByRole('button').textContent)).toEqual([
    'Annual income',
    'Region',
    'Sparse',
    'Score: Lifetime value',
    'Age',
  ]);
  expect(rows[0]).toHaveAccessibleName(
    /^Annual income Lifetime value Drift 0\.620.*0\.517–0\.718.*chance < 0\.016 0\.360.*0\.296–0\.419.*chance < 0\.016 0\.720/,
  );
  expect(
    within(table).getByRole('row', { name: /^Region Lifetime value Watch .*–\s*–$/ }),
  ).toBeInTheDocument();
  expect(screen.getByText(/1 of 5 scores and inputs has drifted, 1 to watch/)).toBeInTheDocument();
  await user.click(screen.getByRole('radio', { name: 'Watch 1' }));
  expect(within(table).getAllByRole('row')).toHaveLength(2);
});

it('retraining says what starts one and when, starts one, and shows what came of it', async () => {
  const { user } = renderApp('/monitoring');
  const card = await screen.findByRole('region', { name: 'Retraining' });
  expect(await within(card).findByText(/Next: Lifetime value on/)).toBeInTheDocument();
  expect(await within(card).findByText('There has been no training yet.')).toBeInTheDocument();
  await user.click(await within(card).findByRole('button', { name: 'Train lifetime value again' }));
  expect(await screen.findByText(/The training has begun/)).toBeInTheDocument();
  const row = await within(card).findByRole('row', { name: /Lifetime value.*Somebody asked.*Done/ });
  expect(await within(row).findByRole('link', { name: 'Lifetime value, version 2' })).toBeInTheDocument();
});

it('choosing an input shows its distribution then and now, and keeps it in the address', async () => {
  const { user, router } = renderApp('/monitoring');
  await user.click(await screen.findByRole('button', { name: 'Region' }));
  const figure = await screen.findByRole('figure', { name: 'Region, then and now' });
  expect(figure).toHaveTextContent('The largest change: Overseas went from 0.0% to 15.0% of the customers.');
  expect(router.state.location.search).toEqual({ subject: 'input/clv/region' });
  await user.click(within(figure).getByRole('button', { name: /Show as table/ }));
  expect(within(figure).getByRole('row', { name: 'Overseas 0.0% 15.0%' })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Region' }));
  expect(screen.queryByRole('figure', { name: 'Region, then and now' })).not.toBeInTheDocument();
});

it('scores of a past run stand beside what happened, with intervals and what the card said', async () => {
  const { user } = renderApp('/monitoring');
  const churn = await screen.findByRole('region', { name: 'Realised Churn risk' });
  expect(churn).toHaveTextContent('1,500 customers, it happened to 412.');
  expect(
    within(churn).getByRole('row', { name: /^AUC.*0\.842.*0\.818 to 0\.864 0\.871$/ }),
  ).toBeInTheDocument();
  expect(within(churn).getByRole('row', { name: /^Total off by.*\+8\.4%/ })).toBeInTheDocument();
  const figure = within(churn).getByRole('figure', { name: 'Churn risk by tenth' });
  expect(figure).toHaveTextContent('At worst the score said 86.0% where 77.8% happened.');
  await user.click(within(figure).getByRole('button', { name: /Show as table/ }));
  expect(within(figure).getByRole('row', { name: '10 86.0% 77.8% 150' })).toBeInTheDocument();
  expect(screen.getByRole('region', { name: 'Realised Lifetime value' })).toHaveTextContent(
    'Too few customers to tell: it takes 100.',
  );
  expect(screen.getByText(/^Next on /)).toBeInTheDocument();
});

it('before the first run the page says what will be measured', async () => {
  renderApp('/monitoring', createBackend({ decided: false }));
  expect(await screen.findByText('Nothing has been measured yet')).toBeInTheDocument();
});

it('after the first run segments stand alone until there is a second', async () => {
  renderApp('/monitoring');
  server.use(
    http.get('*/api/monitoring', () =>
      HttpResponse.json({
        asOf: '2026-03-03T09:40:12Z',
        runs: 1,
        models: [],
        segments: {
          subject: 'mix/segments',
          recent: [],
          groups: [{ name: 'vip', label: 'Best customers' }],
          drift: {
            customers: 5,
            referenceCustomers: 0,
            bins: [{ kind: 'CATEGORY', category: 'vip', from: null, to: null, reference: 0, current: 1 }],
            psi: null,
            ks: null,
            wasserstein: null,
            verdict: 'NOT_ENOUGH_DATA',
          },
        },
        actions: null,
        realised: [],
        nextComparison: {
          runAsOf: '2026-03-03T09:40:12Z',
          dueAt: '2027-03-03T09:40:12Z',
          transactionsUntil: '2026-03-02T00:00:00Z',
        },
      }),
    ),
  );
  const segments = await screen.findByRole('region', { name: 'Segments' });
  expect(segments).toHaveTextContent('The second run is the first that can be compared.');
  expect(segments).toHaveTextContent('There is nothing to compare with yet.');
  const realised = screen.getByRole('region', { name: 'Realised scores' });
  expect(realised).toHaveTextContent('No outcomes yet: first on Mar 3, 2027');
  expect(realised).toHaveTextContent('they are known until Mar 2, 2026.');
});

it('what could not be brought up to date says since when, and what is old says so', async () => {
  const { queries } = renderApp('/monitoring');
  expect(await screen.findByText(/more than a week ago/)).toBeInTheDocument();
  server.use(
    http.get('*/api/monitoring', () =>
      HttpResponse.json({ title: 'Busy', detail: 'The engine is busy.', status: 400 }, { status: 400 }),
    ),
  );
  await queries.refetchQueries({ queryKey: ['monitoring'] });
  expect(
    await screen.findByText(/could not be brought up to date: The engine is busy\./),
  ).toBeInTheDocument();
  expect(screen.getByRole('region', { name: 'Drift of scores and inputs' })).toBeInTheDocument();
});

it('who may not see the monitoring is told so', async () => {
  renderApp('/monitoring');
  server.use(
    http.get('*/api/monitoring', () =>
      HttpResponse.json({ title: 'No', detail: 'This takes another role.', status: 403 }, { status: 403 }),
    ),
  );
  expect(await screen.findByText('Your role does not include this')).toBeInTheDocument();
});

it('a refusal says why and can be tried again', async () => {
  const { user } = renderApp('/monitoring');
  server.use(
    http.get(
      '*/api/monitoring',
      () => HttpResponse.json({ title: 'The engine is starting.', status: 409 }, { status: 409 }),
      { once: true },
    ),
  );
  await user.click(await screen.findByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('region', { name: 'Drift of scores and inputs' })).toBeInTheDocument();
});

it('a shadow says what it would have changed, and where nothing is watched that is said', async () => {
  const backend = createBackend();
  const { unmount } = renderApp('/monitoring', backend);
  expect(await screen.findByText('No version is watched')).toBeInTheDocument();
  unmount();
  const [version] = backend.models;
  if (version) version.aliases = ['SHADOW'];
  renderApp('/monitoring', backend);
  const shadow = await screen.findByRole('region', { name: `Shadow of ${version?.label}` });
  expect(shadow).toHaveTextContent('Changed decisions31 13.0% of 238 customers');
  expect(within(shadow).getByRole('row', { name: 'Loyal to At risk 28 11.8%' })).toBeInTheDocument();
  expect(within(shadow).getByRole('figure', { name: 'Scores of the same customers' })).toBeInTheDocument();
  expect(shadow).toHaveTextContent('PSI 0.160, KS 0.140');
});
