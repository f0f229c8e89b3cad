import { screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { segmentOf } from '@/testing/decide';
import { liveStrategy } from '@/testing/handlers/strategy';
import { renderApp } from '@/testing/renderApp';
import { server } from '@/testing/server';

it('segments stand in order with the number of customers each takes today', async () => {
  const { backend } = renderApp('/strategy');
  const first = await screen.findByRole('button', { name: /Champions/ });
  const champions = backend.people.filter((p) => segmentOf(p).name === 'champions').length;
  expect(first).toHaveTextContent(`1 Champions${champions}`);
  expect(first).toHaveAttribute('aria-current', 'true');
});

it('an action opened from its address shows its condition in words, as DRL and as JSON', async () => {
  const { user } = renderApp('/strategy?tab=actions&rule=retention_call');
  const detail = await screen.findByRole('region', { name: 'Personal retention call' });
  expect(await within(detail).findByText('Any of these')).toBeInTheDocument();
  await user.click(within(detail).getByRole('tab', { name: 'DRL' }));
  expect(await within(detail).findByRole('region', { name: 'Generated DRL' })).toHaveTextContent(
    'rule "retention_call"',
  );
  await user.click(within(detail).getByRole('tab', { name: 'JSON' }));
  expect(await within(detail).findByRole('region', { name: /as JSON/ })).toHaveTextContent('"churn_risk"');
});

it('the page says that counts were proven equal to Drools', async () => {
  renderApp('/strategy');
  expect(await screen.findByText(/proven equal to Drools on 10,000 generated customers/)).toBeInTheDocument();
});

it('the page says why Drools counts the base after a difference', async () => {
  const { backend } = renderApp('/strategy');
  const live = liveStrategy(backend);
  server.use(
    http.get('*/api/strategies/live', () =>
      HttpResponse.json({
        ...live,
        base: { decidedBy: 'DROOLS', comparedCustomers: 10_000, difference: 'Rule champions differs.' },
      }),
    ),
  );
  expect(
    await screen.findByText(/decided by Drools, slower but right.* Rule champions differs\./),
  ).toBeVisible();
});

it('nothing on the page offers an edit', async () => {
  renderApp('/strategy');
  await screen.findByRole('button', { name: /Champions/ });
  expect(screen.queryByRole('button', { name: /edit|save|publish|delete/i })).not.toBeInTheDocument();
});
