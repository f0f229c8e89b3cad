import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import type { Role } from '@/lib/api/types/session';
import { createBackend } from '@/testing/backend';
import { challengerView } from '@/testing/handlers/challenger';
import { renderApp } from '@/testing/renderApp';
import { server } from '@/testing/server';

const CHALLENGER = 'c'.repeat(64);

/** A strategy that is tried on a fifth of the customers. */
function tried(roles: Role[] = ['APPROVER']) {
  const backend = createBackend({ roles });
  backend.strategy.challenger = { strategy: { value: CHALLENGER }, share: 0.2, salt: 'a' };
  return backend;
}

it('champion and challenger stand side by side with what is different', async () => {
  renderApp('/strategy', tried());
  const card = await screen.findByRole('region', { name: 'Challenger on 20% of the customers' });
  const figures = await within(card).findByRole('region', { name: 'Champion and challenger' });
  expect(within(figures).getByRole('row', { name: /^Expected value per customer/ })).toHaveTextContent(
    '$12.00 ($11.50 to $12.50)$13.40 ($12.90 to $13.90)+$1.40 (+$0.70 to +$2.10)',
  );
  expect(card).toHaveTextContent('would have got another segment');
  expect(card).toHaveTextContent('Its customers are expected to be worth more, by at least $0.70 each.');
  expect(card).toHaveTextContent(/Since version 1, .* by system: Spring trial/);
  const segments = within(card).getByRole('region', { name: 'Segments of champion and challenger' });
  expect(within(segments).getAllByRole('row').length).toBeGreaterThan(2);
  expect(within(segments).getByRole('row', { name: /^Champions/ })).toHaveTextContent(/[+−±][\d.]+ pts$/);
});

it('without a challenger there is nothing of it', async () => {
  renderApp('/strategy');
  await screen.findByRole('button', { name: /Champions/ });
  expect(screen.queryByText(/challenger/i)).not.toBeInTheDocument();
});

it('who keeps the challenger by keyboard says why, and it is live for everybody', async () => {
  const { user, backend } = renderApp('/strategy', tried());
  const keep = await screen.findByRole('button', { name: 'Keep challenger…' });
  keep.focus();
  await user.keyboard('{Enter}');
  const dialog = await screen.findByRole('dialog', { name: 'Keep the challenger' });
  expect(dialog).toHaveTextContent('80% of the customers change to it');
  expect(within(dialog).getByRole('textbox', { name: 'Reason' })).toHaveFocus();
  await user.keyboard('Fewer calls{Enter}');
  await waitFor(() => expect(backend.strategy.hash).toBe(CHALLENGER));
  expect(backend.strategy.challenger).toBeNull();
  await waitFor(() =>
    expect(screen.queryByRole('region', { name: /^Challenger on/ })).not.toBeInTheDocument(),
  );
});

it('the share is changed with a reason, and a version in between is said', async () => {
  const { user, backend } = renderApp('/strategy', tried());
  await user.click(await screen.findByRole('button', { name: 'Change share…' }));
  const dialog = await screen.findByRole('dialog', { name: /share$/ });
  const share = within(dialog).getByRole('textbox', { name: 'Share of the customers' });
  await user.clear(share);
  await user.type(share, '40%');
  expect(dialog).toHaveTextContent('Its customers stay, and others come to it.');
  await user.type(within(dialog).getByRole('textbox', { name: 'Reason' }), 'Looks good');
  backend.strategy.version = 9;
  await user.click(within(dialog).getByRole('button', { name: 'Change share' }));
  expect(await within(dialog).findByText('Another version is live.')).toBeInTheDocument();
  await waitFor(() => expect(screen.getByText(/Live version 9/)).toBeInTheDocument());
  await user.click(within(dialog).getByRole('button', { name: 'Change share' }));
  await waitFor(() => expect(backend.strategy.challenger?.share).toBe(0.4));
  expect(
    await screen.findByRole('region', { name: 'Challenger on 40% of the customers' }),
  ).toBeInTheDocument();
});

it('who may not publish sees the comparison and no buttons', async () => {
  renderApp('/strategy', tried(['ANALYST']));
  await screen.findByRole('region', { name: 'Champion and challenger' });
  expect(screen.queryByRole('button', { name: /^Keep/ })).not.toBeInTheDocument();
});

it('while customers are decided for the first time the page says so', async () => {
  const backend = tried();
  backend.compared = false;
  renderApp('/strategy', backend);
  expect(await screen.findByText(/decided by this share for the first time/)).toBeInTheDocument();
});

it('groups of another size than the share are not compared without saying so', async () => {
  const backend = tried();
  const view = challengerView(backend);
  renderApp('/strategy', backend);
  server.use(
    http.get('*/api/strategies/live/challenger', () =>
      HttpResponse.json({
        ...view,
        comparison: {
          ...view?.comparison,
          sampleRatio: { expected: 12, chiSquare: 30, p: 0, off: true, text: 'That is too far off.' },
        },
      }),
    ),
  );
  expect(await screen.findByText('The two groups cannot be compared.')).toBeInTheDocument();
  expect(screen.queryByText(/are expected to be worth more/)).not.toBeInTheDocument();
});

it('a comparison that cannot be loaded is asked for again', async () => {
  const { user } = renderApp('/strategy', tried());
  server.use(
    http.get('*/api/strategies/live/challenger', () => HttpResponse.json({ title: 'No' }, { status: 400 }), {
      once: true,
    }),
  );
  await user.click(await screen.findByRole('button', { name: /try again/i }));
  expect(await screen.findByRole('region', { name: 'Champion and challenger' })).toBeInTheDocument();
});

it('the history names versions with a challenger', async () => {
  renderApp('/strategy?tab=history', tried());
  expect(
    await screen.findByText('Challenger on 20% of the customers', { selector: '.small' }),
  ).toBeInTheDocument();
});
