import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { createBackend } from '@/testing/backend';
import { decide } from '@/testing/decide';
import { renderApp } from '@/testing/renderApp';
import { server } from '@/testing/server';

const heading = async () => (await screen.findByRole('heading', { level: 1 })).textContent;

it('the first customer of the list is open, with scores and the best action first', async () => {
  renderApp('/customers');
  const summary = await screen.findByRole('region', { name: 'Customer summary' });
  expect(within(summary).getByText('Value at risk')).toBeInTheDocument();
  const actions = screen.getByRole('region', { name: 'Recommended actions' });
  expect(within(actions).getAllByRole('listitem')[0]).toHaveTextContent('expected');
});

it('a recorded contact stands among the contacts of the customer', async () => {
  const { user } = renderApp('/customers');
  expect(await screen.findByText('Nobody has recorded a contact with this customer.')).toBeInTheDocument();
  const record = screen.getAllByRole('button', { name: /^Record contact with/ })[0];
  if (record) await user.click(record);
  expect(await screen.findByText('Recorded as contacted now.')).toBeInTheDocument();
  const contacts = screen.getByRole('region', { name: 'Contacts' });
  expect(await within(contacts).findByText('Desk')).toBeInTheDocument();
});

it('the arrow keys of the list open the next customer and the address follows', async () => {
  const { user, router } = renderApp('/customers');
  await screen.findByRole('region', { name: 'Customer summary' });
  const before = await heading();
  screen.getByRole('listbox', { name: 'Customers' }).focus();
  await user.keyboard('{ArrowDown}');
  await waitFor(async () => expect(await heading()).not.toBe(before));
  expect(router.state.location.search).toHaveProperty('id');
});

it('the bracket keys step through the list unless one-letter keys are off', async () => {
  const { user } = renderApp('/customers');
  await screen.findByRole('region', { name: 'Customer summary' });
  const first = await heading();
  await user.keyboard(']');
  await waitFor(async () => expect(await heading()).not.toBe(first));
  await user.keyboard('[[');
  await waitFor(async () => expect(await heading()).toBe(first));
  await user.click(screen.getByRole('button', { name: 'Keyboard shortcuts' }));
  await user.click(await screen.findByRole('checkbox', { name: 'Use keys of one letter' }));
  await user.keyboard('{Escape}]');
  expect(await heading()).toBe(first);
});

it('searching narrows the list and an empty list says what to try', async () => {
  const { user } = renderApp('/customers');
  const search = await screen.findByRole('searchbox', { name: 'Find a customer' });
  await user.type(search, 'C-100003');
  expect(await screen.findByText('1 customer')).toBeInTheDocument();
  await user.clear(search);
  await user.type(search, 'zzzz');
  expect(await screen.findByText('Nobody matches “zzzz”')).toBeInTheDocument();
});

it('the trace tells for every condition whether it is met and the actual value', async () => {
  renderApp('/customers?id=C-100004');
  const trace = await screen.findByRole('region', { name: 'Rule trace' });
  const chips = within(trace).getAllByRole('img', { name: /met/ });
  expect(chips.length).toBeGreaterThan(5);
  expect(chips[0]?.closest('li')).toHaveTextContent(/· is \S+/);
});

it('a condition on what a table gives says which row gave it', async () => {
  const { user, backend } = renderApp('/customers');
  await screen.findByRole('region', { name: 'Rule trace' });
  const [person] = backend.people;
  server.use(
    http.post('*/api/decisions', () => {
      if (!person) return HttpResponse.error();
      const made = decide(person, backend.now, 'decision-of-a-table');
      for (const rule of made.trace?.actions ?? []) {
        for (const condition of rule.conditions) condition.because = 'Row 2 of Care level holds';
      }
      return HttpResponse.json(made);
    }),
  );
  await user.click(screen.getByRole('button', { name: 'Decide again' }));
  const rules = await screen.findByRole('region', { name: 'Rule trace' });
  expect((await within(rules).findAllByText(/Row 2 of Care level holds/)).length).toBeGreaterThan(0);
});

it('why the risk is what it is can be read as a sentence and as a table', async () => {
  const { user } = renderApp('/customers?id=C-100004');
  const why = await screen.findByRole('region', { name: 'Why this churn risk' });
  expect(within(why).getByRole('figure')).toHaveTextContent('explained by loyalty and age');
  await user.click(within(why).getByRole('button', { name: /^Show as table/ }));
  expect(within(why).getByRole('row', { name: /Loyalty score/ })).toHaveTextContent(/×\d/);
});

it('what not to offer names the reason', async () => {
  renderApp('/customers?id=C-100004');
  const card = await screen.findByRole('region', { name: 'What not to offer' });
  expect(within(card).getAllByRole('listitem')[0]).toHaveTextContent(/Not eligible|No consent/);
});

it('deciding again replaces the decision and its time', async () => {
  const { user } = renderApp('/customers?id=C-100004', createBackend({ decided: false }));
  expect(await screen.findByText('No decision yet')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Decide now' }));
  expect(await screen.findByRole('region', { name: 'Recommended actions' })).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Decide again' })).toBeInTheDocument();
});

it('a customer nobody knows is said by number', async () => {
  renderApp('/customers?id=C-999');
  expect(await screen.findByText('There is no customer C-999.')).toBeInTheDocument();
});

it('an agent lands on the desk, sees no overview, and is told when the role is missing', async () => {
  renderApp('/', createBackend({ roles: ['AGENT'] }));
  expect(await screen.findByRole('region', { name: 'Customer summary' })).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: 'Overview' })).not.toBeInTheDocument();
});

it('whoever may not see persons finds by number and sees which facts are hidden', async () => {
  const { user, backend } = renderApp('/customers');
  const [person] = backend.people;
  server.use(
    http.get('*/api/schema', () =>
      HttpResponse.json({ currency: 'USD', attributes: [], transactionColumns: [], personalShown: false }),
    ),
    http.get('*/api/customers/:id', () =>
      HttpResponse.json({
        id: person?.id,
        name: null,
        attributes: [
          { name: 'name', label: 'Name', type: 'TEXT', unit: '', value: '•••', personal: true, masked: true },
          {
            name: 'region',
            label: 'Region',
            type: 'TEXT',
            unit: '',
            value: 'West',
            personal: false,
            masked: false,
          },
        ],
        consents: [],
        purchases: null,
        transactions: [],
        decision: null,
        importedAt: backend.now,
      }),
    ),
  );
  const facts = await screen.findByRole('region', { name: 'Facts' });
  expect(within(facts).getByText('••• hidden from your role')).toBeInTheDocument();
  expect(within(facts).getByText('West')).toBeInTheDocument();
  expect(await screen.findByPlaceholderText('Customer number')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: /Sort/ }));
  expect(screen.queryByRole('option', { name: 'Name' })).not.toBeInTheDocument();
  expect(screen.getByRole('option', { name: 'Customer number' })).toBeInTheDocument();
});

it('lists and sorts by the scores the installation names, in their words and units', async () => {
  const backend = createBackend();
  if (backend.session) {
    const product = { ...backend.session.product, valueScore: 'yearly_spend', riskScore: 'leaving' };
    backend.session = { ...backend.session, product };
  }
  const { user } = renderApp('/customers', backend);
  const score = { type: 'NUMBER', minimum: null, maximum: null, values: [], description: '', operators: [] };
  server.use(
    http.get('*/api/vocabulary', () =>
      HttpResponse.json({
        terms: [
          { ...score, name: 'leaving', label: 'Chance of leaving', unit: 'probability', origin: 'SCORE' },
          { ...score, name: 'yearly_spend', label: 'Yearly spend', unit: 'USD', origin: 'SCORE' },
        ],
      }),
    ),
  );
  expect(await screen.findByText('Yearly spend · Chance of leaving')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: /Sort/ }));
  expect(await screen.findByRole('option', { name: 'Highest chance of leaving' })).toBeInTheDocument();
});

it('the desk says what would bring a score across the threshold of a rule', async () => {
  renderApp('/customers');
  const card = await screen.findByRole('region', { name: 'What would change it' });
  expect(within(card).getByRole('heading', { level: 3 })).toHaveTextContent(
    /^Churn risk (below|at least) 40\s?%; it is/,
  );
  expect(within(card).getByText(/^Purchase frequency/)).toHaveTextContent('purchases per year');
});

it('nothing is promised where no change gets there', async () => {
  const { backend } = renderApp('/customers');
  server.use(
    http.get('*/api/customers/:id/nearest-changes', () =>
      HttpResponse.json({ asOf: backend.now, goals: [] }),
    ),
  );
  expect(await screen.findByText(/compares no score of this customer/)).toBeInTheDocument();
});

it('a customer is pinned as an example in a new draft, with a sentence that says why', async () => {
  const { user, backend, router } = renderApp('/customers');
  await user.click(await screen.findByRole('button', { name: 'Pin as example' }));
  const dialog = await screen.findByRole('dialog', { name: 'Pin as example' });
  await user.type(within(dialog).getByRole('textbox', { name: /Why/ }), 'Whoever buys monthly is loyal');
  await user.click(within(dialog).getByRole('button', { name: 'Pin' }));
  await user.click(await within(dialog).findByRole('link', { name: 'Examples' }));
  await waitFor(() => expect(router.state.location.pathname).toBe(`/drafts/${backend.drafts[0]?.id}`));
  expect(await screen.findByRole('heading', { name: 'Whoever buys monthly is loyal' })).toBeInTheDocument();
});

it('who may not write drafts pins nobody', async () => {
  renderApp('/customers', createBackend({ roles: ['AGENT'] }));
  await screen.findByRole('region', { name: 'Customer summary' });
  expect(screen.queryByRole('button', { name: 'Pin as example' })).not.toBeInTheDocument();
});

it('a decision leads to the strategy and to the very models that made it', async () => {
  const { user, router } = renderApp('/customers');
  const rules = await screen.findByRole('region', { name: 'Rule trace' });
  expect(within(rules).getByRole('link', { name: 'this strategy' })).toHaveAttribute(
    'href',
    expect.stringContaining('tab=history&strategy='),
  );
  await user.click(within(rules).getByRole('link', { name: 'Churn risk' }));
  expect(await screen.findByRole('region', { name: 'Churn risk, version 1' })).toBeInTheDocument();
  expect(router.state.location.search).toMatchObject({ version: '27ffae90c334d2e1aa07' });
});
