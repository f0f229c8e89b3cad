import { screen, within } from '@testing-library/react';
import { createBackend } from '@/testing/backend';
import { addModel } from '@/testing/handlers/models';
import { renderApp } from '@/testing/renderApp';
import { madeByText } from './trainerNames';

/** Boosted trees in version 2, BG/NBD in version 3, the average of both in version 4. */
function rivals(backend: ReturnType<typeof createBackend>) {
  const trainers = ['boosting', 'bgnbd-gg', 'average'];
  const rows = trainers.map((trainer, i) => ({
    model: { trainer, version: String(i + 2), hash: '' },
    label: `${trainer}, version ${i + 2}`,
    figures: [{ name: 'rmse', value: 93.1 - i / 2, baseline: null, low: 90, high: 96 }],
    verdict: trainer === 'average' ? 'best' : '',
  }));
  return trainers.map((trainer, i) => {
    const average = trainer === 'average';
    const settings: Record<string, string> = average ? { parts: 'boosting,bgnbd-gg' } : { depth: '3' };
    const model = addModel(backend, 'clv', String(i + 2), [], settings);
    const { evidence } = model.card;
    const tables = [
      ...evidence.tables,
      { name: 'rivals', title: 'All measured on the same later customers.', rows },
      ...(average ? [{ name: 'parts', title: 'What it is the average of.', rows: rows.slice(0, 2) }] : []),
    ];
    Object.assign(rows[i]?.model ?? {}, { hash: model.hash });
    model.card = { ...model.card, trainer, evidence: { ...evidence, tables } };
    return model;
  });
}

it('an average says what it is the average of and leads to the cards of its parts', async () => {
  const backend = createBackend();
  const [trees, , average] = rivals(backend);
  const { user, router } = renderApp(`/models?version=${average?.hash}`, backend);

  const card = await screen.findByRole('region', { name: 'Lifetime value, version 4' });
  expect(within(card).getByText('Average of').nextElementSibling).toHaveTextContent(
    'Boosted trees, version 2 and BG/NBD with Gamma-Gamma, version 3',
  );
  const parts = screen.getByRole('region', { name: 'Parts of the average, figures' });
  expect(
    within(parts)
      .getAllByRole('link')
      .map((link) => link.textContent),
  ).toEqual(['Boosted trees, version 2', 'BG/NBD with Gamma-Gamma, version 3']);
  const others = within(screen.getByRole('region', { name: 'Models by other recipes, figures' }));
  expect(others.getByRole('row', { name: /^Average, version 4 \(this one\) best/ })).toBeInTheDocument();

  await user.click(within(parts).getByRole('link', { name: 'Boosted trees, version 2' }));

  await screen.findByRole('region', { name: 'Lifetime value, version 2' });
  expect(router.state.location.search).toEqual({ version: trees?.hash });
});

it('an average is called by its parts where it was made', async () => {
  const backend = createBackend();
  const average = rivals(backend)[2];
  renderApp(`/models?version=${average?.hash}&tab=making`, backend);

  const making = await screen.findByRole('region', { name: 'How it was made' });
  expect(within(making).getByText('Trainer').nextElementSibling).toHaveTextContent('Average');
  expect(within(making).getByText('Parts').nextElementSibling).toHaveTextContent(
    'Boosted trees and BG/NBD with Gamma-Gamma',
  );
});

it('a score says by which trainers and averages it is made', () => {
  const trainer = (name: string, parts: string[] = []) => ({
    trainer: name,
    features: [],
    settings: [],
    parts,
  });
  expect(
    madeByText({
      trainers: ['boosting', 'bgnbd-gg', 'average'],
      adjustable: [trainer('boosting'), trainer('bgnbd-gg'), trainer('average', ['boosting', 'bgnbd-gg'])],
    }),
  ).toBe(
    'Boosted trees or BG/NBD with Gamma-Gamma or the average of Boosted trees and BG/NBD with Gamma-Gamma',
  );
});
