import { screen, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { createBackend } from '@/testing/backend';
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

it('who may not edit is offered no edit', async () => {
  renderApp('/strategy', createBackend({ roles: ['ANALYST'] }));
  await screen.findByRole('button', { name: /Champions/ });
  expect(screen.queryByRole('button', { name: /edit|save|publish|delete/i })).not.toBeInTheDocument();
});

it('a marketer edits the rule in sight as a draft', async () => {
  const { user, router } = renderApp('/strategy?rule=loyal');
  await user.click(await screen.findByRole('button', { name: 'Edit as draft' }));
  const dialog = await screen.findByRole('dialog', { name: 'New draft' });
  await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'Spring');
  await user.click(within(dialog).getByRole('button', { name: 'Create draft' }));
  expect(await screen.findByRole('textbox', { name: 'Label' })).toHaveValue('Loyal');
  expect(router.state.location.search).toEqual({ tab: 'segments', rule: 'loyal' });
});

it('a past publication is brought back as a draft', async () => {
  const { user, backend } = renderApp('/strategy?tab=history');
  await user.click(await screen.findByRole('button', { name: /Bring back as draft/ }));
  const dialog = await screen.findByRole('dialog', { name: 'New draft' });
  await user.click(within(dialog).getByRole('button', { name: 'Create draft' }));
  expect(await screen.findByRole('heading', { name: 'As in version 1' })).toBeInTheDocument();
  expect(backend.drafts).toHaveLength(1);
});
