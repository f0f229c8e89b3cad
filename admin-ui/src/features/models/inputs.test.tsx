import { screen, within } from '@testing-library/react';
import { http } from 'msw';
import { problem } from '@/testing/handlers/problem';
import { renderApp } from '@/testing/renderApp';
import { server } from '@/testing/server';

const away = (path: string) => http.get(path, () => problem(403, 'NOT_ALLOWED', 'Not yours to see.'));

it('what has not been loaded is not called missing in the live strategy', async () => {
  renderApp('/models?tab=features');
  server.use(away('*/api/vocabulary'));
  const card = await screen.findByRole('region', { name: 'What the file reads' });
  expect(
    await within(card).findByText(/The terms of the live strategy could not be loaded: Not yours to see\./),
  ).toBeInTheDocument();
  expect(await within(card).findByText(/A feature of ours: Days from/)).toBeInTheDocument();
  expect(card).not.toHaveTextContent('no such term');
});

it('a version says that nobody could ask whether its inputs have drifted', async () => {
  renderApp('/models');
  server.use(away('*/api/monitoring'));
  expect(
    await screen.findByText(/Whether its inputs have drifted could not be loaded: Not yours to see\./),
  ).toBeInTheDocument();
});
