import { screen, within } from '@testing-library/react';
import { renderApp } from '@/testing/renderApp';

it('each model shows its measures with interval and baseline, and the doubts of its card', async () => {
  renderApp('/models');
  const card = await screen.findByRole('region', { name: 'Lifetime value' });
  expect(within(card).getByRole('row', { name: 'R² 0.842 0.790–0.880 0.000' })).toBeInTheDocument();
  expect(card).toHaveTextContent('Only 60 distinct rows');
});
