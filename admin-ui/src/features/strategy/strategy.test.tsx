import { screen, within } from '@testing-library/react';
import { segmentOf } from '@/testing/decide';
import { renderApp } from '@/testing/renderApp';

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

it('nothing on the page offers an edit', async () => {
  renderApp('/strategy');
  await screen.findByRole('button', { name: /Champions/ });
  expect(screen.queryByRole('button', { name: /edit|save|publish|delete/i })).not.toBeInTheDocument();
});
