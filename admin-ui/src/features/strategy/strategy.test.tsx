import { screen, waitFor, within } from '@testing-library/react';
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

it('an administrator sets limits with a reason; an empty field is no limit', async () => {
  const { user, backend } = renderApp('/strategy?tab=limits');
  const limits = await screen.findByRole('region', { name: 'Limits of a change' });
  expect(await within(limits).findByText(/Nobody has set any yet/)).toBeInTheDocument();
  await user.type(within(limits).getByRole('textbox', { name: 'Another segment' }), '20%');
  await user.type(within(limits).getByRole('textbox', { name: 'More contacts by Phone' }), '10%');
  await user.type(within(limits).getByRole('textbox', { name: 'Reason' }), 'The call centre is small');
  await user.click(within(limits).getByRole('button', { name: 'Set the limits' }));
  expect(await within(limits).findByText(/by mira: The call centre is small/)).toBeInTheDocument();
  expect(backend.limits).toMatchObject({
    revision: 1,
    segmentChanges: 0.2,
    valueLoss: null,
    contacts: [{ channel: 'phone', increase: 0.1 }],
  });
});

it('limits that somebody else changed meanwhile are not overwritten', async () => {
  const { user, backend } = renderApp('/strategy?tab=limits');
  await user.type(await screen.findByRole('textbox', { name: 'Reason' }), 'Mine');
  backend.limits = { ...backend.limits, revision: 4, segmentChanges: 0.05 };
  await user.click(screen.getByRole('button', { name: 'Set the limits' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('The limits are at revision 4.');
  await user.click(screen.getByRole('button', { name: 'Show the newest' }));
  await waitFor(() => expect(screen.getByRole('textbox', { name: 'Another segment' })).toHaveValue('5%'));
});

it('who may not set limits reads them', async () => {
  const backend = createBackend({ roles: ['MARKETER'] });
  backend.limits.segmentChanges = 0.2;
  renderApp('/strategy?tab=limits', backend);
  const name = await screen.findByText('Another segment');
  expect(name.nextElementSibling).toHaveTextContent('20.0%');
  expect(screen.queryByRole('button', { name: 'Set the limits' })).not.toBeInTheDocument();
});
