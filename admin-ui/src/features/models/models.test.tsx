import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { comparisonsOf } from '@/lib/draft/comparisons';
import { createBackend, finishedJob } from '@/testing/backend';
import { addModel } from '@/testing/handlers/models';
import { problem } from '@/testing/handlers/problem';
import { LOST } from '@/testing/models';
import { renderApp } from '@/testing/renderApp';
import { server } from '@/testing/server';

const unexplained = {
  asOf: '2026-03-01T08:00:00Z',
  customers: 60,
  rows: 0,
  explained: 0,
  seed: 7,
  inputs: [],
  clusters: [],
};

const fill = async (user: ReturnType<typeof renderApp>['user'], name: string, text: string) =>
  user.type(await screen.findByRole('textbox', { name }), text);

it('a version says its doubts first, then what it reached on all rows and on distinct ones', async () => {
  const { user } = renderApp('/models');
  const versions = await screen.findByRole('region', { name: 'Versions of Lifetime value' });
  await user.click(within(versions).getByRole('button', { name: /Version 1.*Champion.*R² 0.842/ }));
  const card = await screen.findByRole('region', { name: 'Lifetime value, version 1' });
  const doubts = within(within(card).getByRole('list', { name: 'Reasons for doubt' })).getAllByRole(
    'listitem',
  );
  expect(doubts.map((d) => d.textContent)).toEqual([
    'A feature gives the target away (grave)The feature Loyalty score tells the target by itself. It was left out.',
    'Many rows are copies of each otherOnly 60 distinct rows',
    expect.stringContaining('Not measured later than it was learned'),
  ]);
  expect(within(card).getByRole('link', { name: 'Download PMML' })).toHaveAttribute(
    'href',
    '/api/models/b81e02c4d1f7a0939be4/pmml',
  );
  const [r2] = within(screen.getByRole('list', { name: 'Measures of Lifetime value' })).getAllByRole(
    'listitem',
  );
  expect(r2).toHaveTextContent('Not on distinct rows');
  expect(r2).toHaveTextContent('Asked forabove 0.800');
  expect(r2).toHaveTextContent('Distinct rows0.770 (0.660–0.850)');
  expect(r2).toHaveTextContent('Simplest model0.000');
  expect(
    screen.getByRole('row', { name: /rows dealt singly not to be believed: copies leak 0\.910/ }),
  ).toBeInTheDocument();
});

it('the figures held out by time stand beside the cross-validated ones, with the cut', async () => {
  renderApp('/models');
  const card = await screen.findByRole('region', { name: 'Held out by time' });
  expect(card).toHaveTextContent('Learned as ofJun 30, 2024');
  expect(card).toHaveTextContent('Cut: measured fromJun 30, 2025');
  expect(card).toHaveTextContent('Left out, because only a later value is known: Loyalty score.');
  const [auc, brier] = within(
    within(card).getByRole('list', { name: 'Measures held out by time' }),
  ).getAllByRole('listitem');
  expect(auc).toHaveTextContent('Holds later');
  expect(auc).toHaveTextContent('This model, cross-validated0.871, 95% interval 0.820–0.910');
  expect(auc).toHaveTextContent('The same, measured later0.853, 95% interval 0.810–0.890');
  expect(brier).toHaveTextContent('Worse later');
});

it('the threshold shows what it would do in each rule that tests the score, and goes into a draft', async () => {
  const backend = createBackend();
  const { user, router } = renderApp('/models?tab=threshold&threshold=0.7', backend);
  const rules = await screen.findByRole('region', { name: 'Effect in each rule' }, { timeout: 30_000 });
  const row = await within(rules).findByRole('row', { name: /^At.risk Segment is at least 60%/i });
  await waitFor(() => expect(row).toHaveTextContent(/is at least 60%\d+\d/));
  await user.click(within(row).getByRole('button', { name: /^Who changes/ }));
  expect((await within(rules).findAllByText(/→/)).length).toBeGreaterThan(0);
  await user.click(within(row).getByRole('button', { name: /^Use in a draft/ }));
  const dialog = await screen.findByRole('dialog', { name: 'New draft' });
  expect(within(dialog).getByRole('textbox', { name: 'Name' })).toHaveValue(
    'At risk: churn risk is at least 70.0%',
  );
  await user.click(within(dialog).getByRole('button', { name: 'Create draft' }));
  await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/drafts\/d/));
  const saved = backend.drafts.at(-1)?.revisions.at(-1)?.document;
  expect(saved && comparisonsOf(saved, 'churn_risk').map((c) => c.test.value)).toContain(0.7);
});

/** A version whose figures are too good: a feature that gives the target away was kept. */
function tooGood(backend: ReturnType<typeof createBackend>) {
  const model = addModel(backend, 'churn_risk', '2', ['CHALLENGER']);
  const text = 'The feature loyalty_score alone separates the classes (AUC 1.000). It was kept.';
  const finding = { kind: 'GIVEAWAY' as const, text, features: ['loyalty_score'], measured: false };
  const { evidence } = model.card;
  const tables = evidence.tables.filter((t) => t.name !== 'aims');
  model.card = { ...model.card, evidence: { ...evidence, findings: [finding], tables } };
  model.metrics = model.metrics.map((m) =>
    m.name === 'auc' || m.name === 'f1' ? { ...m, value: 0.995, low: 0.99, high: 1 } : m,
  );
  model.promotion = { ...LOST, state: 'WON', mayBePromoted: false, belief: 'NOT_BELIEVED', doubts: [text] };
  return model;
}

it('a version whose figures are not to be believed is nowhere praised for them', async () => {
  const backend = createBackend();
  const model = tooGood(backend);
  renderApp(`/models?version=${model.hash}`, backend);
  const measures = within(await screen.findByRole('list', { name: 'Measures of Churn risk' }));
  expect(measures.getAllByRole('listitem')[1]).toHaveTextContent('F1Not to be believed0.995');
  expect(screen.queryByText('Target reached')).not.toBeInTheDocument();
  expect(screen.getByRole('region', { name: 'Promotion' })).toHaveTextContent(
    'Has won, but is not to be believed',
  );
  expect(screen.getByRole('button', { name: /Version 2.*not to be believed/ })).toBeInTheDocument();
  const [auc] = within(screen.getByRole('list', { name: 'Measures held out by time' })).getAllByRole(
    'listitem',
  );
  expect(auc).toHaveTextContent('Worse than the card');
});

it('a version says what it learned from, and how many of its inputs have drifted since', async () => {
  const { user } = renderApp('/models');
  const versions = await screen.findByRole('region', { name: 'Versions of Lifetime value' });
  await user.click(within(versions).getByRole('button', { name: /Version 1/ }));
  const card = await screen.findByRole('region', { name: 'Lifetime value, version 1' });
  expect(within(card).getByText('Learned from').nextElementSibling).toHaveTextContent('synthetic retailer');
  expect(await within(card).findByText(/of \d+ inputs ha(s|ve) drifted/)).toBeInTheDocument();
  expect(within(card).getByRole('link', { name: /then and now/ })).toHaveAttribute(
    'href',
    expect.stringContaining('/monitoring?subject='),
  );
});

it('on a narrow screen the version that was chosen comes into sight with the focus', async () => {
  const narrow = vi.spyOn(window, 'matchMedia').mockReturnValue({ matches: true } as MediaQueryList);
  const scrolled = vi.fn();
  Element.prototype.scrollIntoView = scrolled;
  const { user } = renderApp('/models');
  await user.click(await screen.findByRole('button', { name: /Version 1.*Champion.*R² 0.842/ }));
  const opened = await screen.findByRole('region', { name: 'All about Lifetime value, version 1' });
  await waitFor(() => expect(opened).toHaveFocus());
  expect(scrolled).toHaveBeenCalled();
  narrow.mockRestore();
});

it('versions stand by their number, whatever was registered when', async () => {
  const backend = createBackend();
  for (const version of ['10', '2', '9']) addModel(backend, 'churn_risk', version, []);
  renderApp('/models', backend);
  const versions = await screen.findByRole('region', { name: 'Versions of Churn risk' });
  const names = within(versions).getAllByRole('button');
  expect(names.map((n) => /Version (\d+)/.exec(n.textContent ?? '')?.[1])).toEqual(['10', '9', '2', '1']);
});

it('without a hold-out by time the card says why there is none', async () => {
  const { user } = renderApp('/models');
  await user.click(await screen.findByRole('button', { name: /Version 1.*Champion.*R² 0.842/ }));
  const card = await screen.findByRole('region', { name: 'Held out by time' });
  expect(within(card).getByRole('list', { name: 'Findings' })).toHaveTextContent('there are no transactions');
});

it('inputs say whether the file computes them and from what, or who brings them', async () => {
  renderApp('/models?tab=features');
  const card = await screen.findByRole('region', { name: 'What the file reads' });
  expect(card).toHaveTextContent('It computes 1 of its 3 inputs; whoever scores with it supplies 4 values');
  expect(
    within(card).getByRole('row', { name: /Income per year.*Computed in the file Annual income, Age/ }),
  ).toBeInTheDocument();
  expect(
    await within(card).findByRole('row', {
      name: /Days since.*Must be supplied A feature of ours: Days from the last purchase to now/,
    }),
  ).toBeInTheDocument();
  expect(card).toHaveTextContent('supply: Loyalty score, Days since last purchase, Annual income, Age');
});

it('a version leads to the strategy that pins it and to the customers it decided', async () => {
  const backend = createBackend();
  addModel(backend, 'churn_risk', '2', ['CHALLENGER']);
  const { user } = renderApp('/models?tab=use', backend);
  const use = await screen.findByRole('region', { name: 'Strategies that pin it' });
  expect(within(use).getByRole('link', { name: '60 customers have its decision now' })).toHaveAttribute(
    'href',
    expect.stringMatching(/^#decided-/),
  );
  await user.click(within(use).getByRole('link', { name: `Version ${backend.strategy.version}` }));
  const row = await screen.findByRole('row', { current: true });
  expect(row).toHaveTextContent('The rules folder');
});

it('a version that no strategy pins says so', async () => {
  const backend = createBackend();
  const model = addModel(backend, 'churn_risk', '2', ['CHALLENGER']);
  renderApp(`/models?version=${model.hash}&tab=use`, backend);
  expect(await screen.findByText('No strategy has pinned it')).toBeInTheDocument();
});

it('features stand by use with their intervals, as a chart and as a table', async () => {
  const { user } = renderApp('/models?tab=features');
  const inputs = await screen.findByRole('figure', { name: 'Inputs' });
  await user.click(within(inputs).getByRole('button', { name: 'Show as table: Inputs' }));
  const rows = within(inputs).getAllByRole('row').slice(1);
  expect(rows.map((r) => r.textContent)).toEqual([
    'Days since last purchase61.0%55.0% to 68.0%',
    'Loyalty score38.0%31.0% to 44.0%',
  ]);
});

it('what drives the score: bars, single customers, and how the chosen input counts', async () => {
  const { user } = renderApp('/models?tab=influence');
  const bars = await screen.findByRole('figure', { name: 'What drives the score' });
  expect(bars).toHaveTextContent('Days since last purchase counts most: ×2.01 on average.');
  await user.click(within(bars).getByRole('button', { name: 'Show as table: What drives the score' }));
  expect(
    within(bars).getByRole('row', { name: /Days since.*×2\.01.*×1\.99 to ×2\.03.*more raises.*0\.95/ }),
  ).toBeInTheDocument();
  expect(screen.getByText(/2,000 of 20,000 customers, drawn by seed 7/)).toBeInTheDocument();
  const swarm = screen.getByRole('figure', { name: 'Customer by customer' });
  expect(swarm.querySelectorAll('circle').length).toBeGreaterThan(40);
  expect(screen.getByRole('figure', { name: 'How days since last purchase counts' })).toHaveTextContent(
    'It adds most for 300 to 360',
  );
  await user.click(screen.getByRole('button', { name: /Input to look at/ }));
  await user.click(await screen.findByRole('option', { name: /Region/ }));
  const region = await screen.findByRole('figure', { name: 'How region counts' });
  await user.click(within(region).getByRole('button', { name: 'Show as table: How region counts' }));
  expect(
    within(region)
      .getAllByRole('row')
      .slice(1)
      .map((r) => r.textContent),
  ).toEqual(['North1,200×1.22×1.11×1.35', 'all others700×0.90×0.82×1.00', 'missing100×1.00×0.90×1.11']);
  await user.click(screen.getByRole('button', { name: /Input to look at/ }));
  await user.click(await screen.findByRole('option', { name: /Name/ }));
  expect(
    await screen.findByText('Its values say who somebody is, so they are not shown'),
  ).toBeInTheDocument();
});

it('a version that cannot be explained says why; before the first run there is a second try', async () => {
  const { user } = renderApp('/models?tab=influence');
  server.use(
    http.get(
      '*/api/models/:hash/attributions',
      () => problem(409, 'CONFLICT', 'The customers have not been decided yet.'),
      { once: true },
    ),
  );
  expect(await screen.findByText('The customers have not been decided yet.')).toBeInTheDocument();
  server.use(
    http.get('*/api/models/:hash/attributions', () =>
      HttpResponse.json({ ...unexplained, because: 'it has an expression.' }),
    ),
  );
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByText('This version cannot be explained')).toBeInTheDocument();
  expect(screen.getByText('Because it has an expression.')).toBeInTheDocument();
});

it('whose role does not include what drives the score is told so', async () => {
  renderApp('/models?tab=influence');
  server.use(
    http.get('*/api/models/:hash/attributions', () =>
      problem(403, 'FORBIDDEN', 'Your role does not allow this.'),
    ),
  );
  expect(await screen.findByText('Your role does not include this')).toBeInTheDocument();
});

it('two versions stand side by side: measures, other settings and making', async () => {
  const backend = createBackend();
  addModel(backend, 'churn_risk', '2', ['CHALLENGER'], { depth: '4', trees: '100' });
  const { user } = renderApp('/models', backend);
  await user.click(await screen.findByRole('button', { name: /Version 2.*Challenger/ }));
  await user.click(await screen.findByRole('button', { name: /Compare with/ }));
  await user.click(await screen.findByRole('option', { name: /Version 1/ }));
  await user.keyboard('{Escape}');
  expect(await screen.findByRole('row', { name: /AUC 0\.891.*0\.871.*\+0\.020/ })).toBeInTheDocument();
  await user.click(screen.getByRole('tab', { name: 'Other settings' }));
  const options = await screen.findByRole('region', { name: 'Other settings compared' });
  await user.click(within(options).getByRole('button', { name: /Figure of other settings/ }));
  await user.click(await screen.findByRole('option', { name: 'AUC' }));
  expect(within(options).getByRole('row', { name: /SMOTE 0\.869.*0\.869/ })).toBeInTheDocument();
  await user.click(screen.getByRole('tab', { name: 'Making' }));
  expect(await screen.findByRole('row', { name: 'Depth 4 3' })).toBeInTheDocument();
  const same = screen.getByText(/The same in all/).closest('details') as HTMLElement;
  expect(within(same).getByText('Trees').nextElementSibling).toHaveTextContent('100');
});

it('curves of three versions lie over each other and say which is whose', async () => {
  const backend = createBackend();
  const two = addModel(backend, 'churn_risk', '2', []);
  const three = addModel(backend, 'churn_risk', '3', []);
  const { user } = renderApp(`/models?tab=curves&with=${two.hash},${three.hash}`, backend);
  const roc = await screen.findByRole('figure', { name: 'ROC curve' });
  await waitFor(() =>
    expect(
      within(roc)
        .getAllByRole('listitem')
        .map((li) => li.textContent),
    ).toEqual(['Version 1', 'Version 3', 'Version 2']),
  );
  await user.click(within(roc).getByRole('button', { name: 'Show as table: ROC curve' }));
  expect(within(roc).getAllByRole('row', { name: /Version 3/ })).toHaveLength(7);
  expect(screen.getByRole('figure', { name: 'Calibration' })).toHaveTextContent(
    'At worst the score says 50.0% where 45.0% happened.',
  );
});

it('clusters lie on a map with what its axes explain, and features against each other', async () => {
  const backend = createBackend();
  const hash = backend.models.find((m) => m.kind === 'CLUSTER')?.hash;
  const { user } = renderApp(`/models?version=${hash}&tab=curves`, backend);
  const map = await screen.findByRole('figure', { name: 'Map of the clusters' });
  expect(map).toHaveTextContent('60 of 60 customers as of');
  expect(map).toHaveTextContent('The plane shows 83% of the spread');
  expect(within(map).getByText('First component: 62% of the spread')).toBeInTheDocument();
  expect(map).toHaveTextContent('To the right: more annual income, less loyalty score.');
  expect(within(map).getByRole('slider', { name: 'Centres of the clusters' })).toHaveAttribute(
    'aria-valuetext',
    'Cluster 1: 20 of those shown, 33.3%',
  );
  await user.click(within(map).getByRole('button', { name: /Show as table/ }));
  expect(within(map).getByRole('row', { name: /^3 20 / })).toBeInTheDocument();
  const pairs = await screen.findByRole('figure', { name: 'Features by cluster' });
  await user.click(within(pairs).getByRole('button', { name: /Show as table/ }));
  expect(within(pairs).getByRole('columnheader', { name: 'Age, mean' })).toBeInTheDocument();
});

it('a map that cannot be drawn says why', async () => {
  const backend = createBackend();
  const hash = backend.models.find((m) => m.kind === 'CLUSTER')?.hash;
  renderApp(`/models?version=${hash}&tab=curves`, backend);
  server.use(
    http.get('*/api/models/:hash/cluster-map', () =>
      problem(409, 'CONFLICT', 'The customers have not been decided yet.'),
    ),
  );
  expect((await screen.findAllByText('The customers have not been decided yet.')).length).toBeGreaterThan(0);
});

it('curves are read out point by point by keyboard', async () => {
  const { user } = renderApp('/models?tab=curves');
  const roc = await screen.findByRole('figure', { name: 'ROC curve' });
  const slider = within(roc).getByRole('slider', { name: 'Points of ROC curve' });
  const first = slider.getAttribute('aria-valuetext');
  expect(first).toMatch(/^threshold .*: alarmed wrongly .*, found /);
  slider.focus();
  await user.keyboard('{ArrowRight}');
  expect(slider.getAttribute('aria-valuetext')).not.toBe(first);
  expect(
    screen.getByRole('slider', { name: 'Points of the calibration' }).getAttribute('aria-valuetext'),
  ).toMatch(/^part 1: mean score .* happened$/);
});

it('the threshold goes by keyboard, says what it means, and counts the customers above it', async () => {
  const { user } = renderApp('/models?tab=threshold&threshold=0.5&contactCost=2');
  const slider = await screen.findByRole('slider', { name: 'Churn risk of at least' });
  expect(slider).toHaveAttribute('aria-valuetext', '50.0%: precision 84.2%, recall 80.0%, F1 0.821');
  expect(await screen.findByText(/^of 60 customers now$/)).toBeInTheDocument();
  const contacts = () => screen.getByText('Contacts').nextElementSibling?.textContent;
  const before = contacts();
  fireEvent.change(slider, { target: { value: '4' } });
  expect(slider).toHaveAttribute('aria-valuetext', '70.0%: precision 88.0%, recall 55.0%, F1 0.677');
  await waitFor(() => expect(contacts()).not.toBe(before));
  await user.click(screen.getByRole('button', { name: 'Choose the best' }));
  expect(slider).not.toHaveAttribute('aria-valuetext', expect.stringContaining('70.0%'));
});

it('a version that is not live scores nobody yet, and its threshold says so', async () => {
  const backend = createBackend();
  const model = addModel(backend, 'churn_risk', '2', ['CHALLENGER']);
  renderApp(`/models?version=${model.hash}&tab=threshold`, backend);
  expect(await screen.findByText(/This version scores nobody yet/)).toBeInTheDocument();
  expect(screen.getByText('of every 1,000 customers')).toBeInTheDocument();
});

it('as of a day before the training there was only the champion, and nothing can be done with it', async () => {
  const backend = createBackend();
  addModel(backend, 'churn_risk', '2', ['CHALLENGER']);
  const { user } = renderApp('/models?asOf=2026-02-20', backend);
  expect(await screen.findByText(/The registry at the end of Feb 20, 2026/)).toBeInTheDocument();
  await screen.findByRole('region', { name: 'Churn risk, version 1' });
  expect(screen.queryByRole('button', { name: /Version 2/ })).not.toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Back to now' }));
  expect(await screen.findByRole('button', { name: /Version 2/ })).toBeInTheDocument();
});

it('a refused file says why and what to do; with that it is registered and shown', async () => {
  const { user } = renderApp('/models');
  await user.click(await screen.findByRole('button', { name: 'Register a PMML file' }));
  const dialog = await screen.findByRole('dialog', { name: 'Register a PMML file' });
  const chooser = dialog.querySelector('input[type=file]') as HTMLInputElement;
  await user.upload(chooser, new File(['<PMML/>'], 'shoes.pmml'));
  expect(await within(dialog).findByText(/shoes\.pmml/)).toBeInTheDocument();
  await fill(user, 'Score', 'shoe_size');
  await fill(user, 'Version', '7');
  await user.click(within(dialog).getByRole('button', { name: 'Register' }));
  const alert = await within(dialog).findByRole('alert');
  expect(alert).toHaveTextContent('Nothing is known of the score shoe_size.');
  expect(alert).toHaveTextContent('Maybe state its kind');
  const score = within(dialog).getByRole('textbox', { name: 'Score' });
  await user.clear(score);
  await user.type(score, 'churn_risk');
  await user.click(within(dialog).getByRole('button', { name: 'Register' }));
  expect(await screen.findByRole('region', { name: 'Churn risk, version 7' })).toBeInTheDocument();
});

it('a training is followed to its end and its model appears as the challenger', async () => {
  const { user } = renderApp('/models');
  await user.click(await screen.findByRole('button', { name: 'Train on our customers' }));
  const dialog = await screen.findByRole('dialog', { name: 'Train on our customers' });
  await user.click(await within(dialog).findByRole('checkbox', { name: /Churn risk/ }));
  await user.click(within(dialog).getByRole('button', { name: 'Train' }));
  expect(await within(dialog).findByText('Done')).toBeInTheDocument();
  await user.click(within(dialog).getAllByRole('button', { name: 'Close' })[1] as HTMLElement);
  expect(await screen.findByRole('button', { name: /Version 2.*Challenger/ })).toBeInTheDocument();
});

it('a refused setting says so beside it; changed settings are sent, and stand on the card', async () => {
  const { user } = renderApp('/models');
  await user.click(await screen.findByRole('button', { name: 'Train on our customers' }));
  const dialog = await screen.findByRole('dialog', { name: 'Train on our customers' });
  await user.click(await within(dialog).findByRole('checkbox', { name: /Churn risk/ }));
  await user.click(within(dialog).getByText('Churn risk: settings of Boosted trees'));
  const depth = within(dialog).getByRole('textbox', { name: 'Depth' });
  expect(depth).toHaveAccessibleDescription('What depth do. From 1 to 8.');
  await user.clear(depth);
  await user.type(depth, '9');
  await user.click(within(dialog).getByRole('button', { name: /Rare class/ }));
  await user.click(await screen.findByRole('option', { name: 'SMOTE' }));
  expect(within(dialog).getByText('Churn risk: settings of Boosted trees, 2 changes')).toBeInTheDocument();
  await user.click(within(dialog).getByRole('button', { name: 'Train' }));
  await waitFor(() => expect(depth).toHaveAccessibleDescription(/depth is 9, expected 1 to 8\./));
  await user.clear(depth);
  await user.type(depth, '4');
  await user.click(within(dialog).getByRole('button', { name: 'Train' }));
  expect(await within(dialog).findByText('Done')).toBeInTheDocument();
  await user.click(within(dialog).getAllByRole('button', { name: 'Close' })[1] as HTMLElement);
  await user.click(await screen.findByRole('button', { name: /Version 2.*Challenger/ }));
  await user.click(await screen.findByRole('tab', { name: 'Other settings' }));
  const changed = await screen.findByRole('region', { name: 'Changed settings' });
  expect(within(changed).getByRole('row', { name: 'Depth 4 instead of the usual' })).toBeInTheDocument();
  expect(
    within(changed).getByRole('row', { name: 'Rare class SMOTE instead of the usual' }),
  ).toBeInTheDocument();
});

it('a recipe of one’s own: what cannot be is said before, what tells the target is no input, trainers compete', async () => {
  const backend = createBackend();
  const { user } = renderApp('/models', backend);
  let asked: unknown;
  server.events.on('request:start', ({ request }) => {
    if (request.method === 'POST' && request.url.endsWith('/api/trainings')) {
      void request
        .clone()
        .json()
        .then((body) => {
          asked = body;
        });
    }
  });
  await user.click(await screen.findByRole('button', { name: 'Train on our customers' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Train on our customers' }));
  await user.click(await dialog.findByRole('radio', { name: 'A recipe of my own' }));
  await user.click(dialog.getByRole('button', { name: /What is predicted/ }));
  await user.click(await screen.findByRole('option', { name: 'Lifetime value' }));
  const spend = dialog.getByRole('radio', { name: /^Net spend/ });
  expect(spend).toBeDisabled();
  expect(spend.closest('label')).toHaveTextContent('There are no transactions. Maybe import them first.');
  expect(dialog.getByRole('radio', { name: /^An attribute or feature/ })).toBeChecked();
  expect(dialog.getByRole('button', { name: 'Train' })).toBeDisabled();
  await user.click(dialog.getByRole('button', { name: /Attribute to predict/ }));
  await user.click(await screen.findByRole('option', { name: /Purchase frequency/ }));
  await user.click(dialog.getByRole('button', { name: 'Choose all' }));
  expect(dialog.getByRole('checkbox', { name: /Disengagement index/ })).toBeDisabled();
  await user.click(dialog.getByRole('checkbox', { name: 'Linear regression' }));
  await user.type(dialog.getByRole('textbox', { name: 'Asked of it' }), 'r2 > 0.8');
  await user.click(dialog.getByRole('button', { name: 'Train' }));
  expect(await dialog.findByText('Done')).toBeInTheDocument();
  const features = ['age', 'annual_income', 'loyalty_score', 'purchase_amount', 'region'];
  const recipe = {
    score: 'clv',
    target: { kind: 'ATTRIBUTE', of: 'purchase_frequency' },
    features,
    settings: { aims: 'r2 > 0.8' },
  };
  expect(asked).toEqual({
    scores: [],
    recipes: [
      { ...recipe, trainer: 'boosting' },
      { ...recipe, trainer: 'linear' },
    ],
  });
});

it('every training stands in the list, also one that failed, with what came of it', async () => {
  const backend = createBackend();
  const failed = finishedJob(backend, 'TRAINING', 'Train Lifetime value', 1, null);
  Object.assign(failed, { state: 'FAILED', error: 'There are no transactions.\nMaybe import them.' });
  backend.trained.set(failed.id, ['clv']);
  const made = finishedJob(backend, 'TRAINING', 'Train Churn risk', 1, '/api/models');
  backend.trained.set(made.id, ['churn_risk']);
  addModel(backend, 'churn_risk', '2', ['CHALLENGER']);
  const { user } = renderApp('/models', backend);
  await user.click(await screen.findByRole('radio', { name: 'Runs' }));
  const runs = await screen.findByRole('region', { name: 'Trainings' });
  expect(
    await within(runs).findByRole('row', { name: /Lifetime value.*Failed.*There are no/ }),
  ).toBeInTheDocument();
  const row = within(runs).getByRole('row', { name: /Churn risk.*Somebody asked.*Done/ });
  await user.click(within(row).getByRole('link', { name: 'Churn risk, version 2' }));
  expect(await screen.findByRole('region', { name: 'Churn risk, version 2' })).toBeInTheDocument();
});

it('a training that failed says why', async () => {
  const { user } = renderApp('/models', createBackend({ customers: 12 }));
  await user.click(await screen.findByRole('button', { name: 'Train on our customers' }));
  await user.click(await screen.findByRole('checkbox', { name: /Churn risk/ }));
  await user.click(screen.getByRole('button', { name: 'Train' }));
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('Only 12 customers can be learned from');
  expect(alert).toHaveTextContent('Maybe import more customers.');
});

it('a training that runs says how far it is, and can be cancelled', async () => {
  const backend = createBackend();
  const { user } = renderApp('/models', backend);
  server.use(
    http.post('*/api/trainings', () => {
      const job = finishedJob(backend, 'TRAINING', 'Train churn_risk, clv', 2000, null);
      const doing = 'Churn risk: learning from all customers';
      Object.assign(job, { state: 'RUNNING', finishedAt: null, done: 1300, doing });
      return HttpResponse.json(job, { status: 202 });
    }),
  );
  await user.click(await screen.findByRole('button', { name: 'Train on our customers' }));
  await user.click(await screen.findByRole('checkbox', { name: /Churn risk/ }));
  await user.click(screen.getByRole('button', { name: 'Train' }));
  expect(
    await screen.findByText(/65\s?% done: Churn risk: learning from all customers\./),
  ).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Cancel the training' }));
  expect(await screen.findByText('Cancelled')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Choose again' })).toBeInTheDocument();
});

it('a version is made the shadow with a reason', async () => {
  const backend = createBackend();
  const model = addModel(backend, 'churn_risk', '2', []);
  const { user } = renderApp(`/models?version=${model.hash}`, backend);
  await user.click(await screen.findByRole('button', { name: 'Use as…' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Make it the shadow' }));
  await fill(user, 'Reason', 'To watch it over summer');
  await user.click(screen.getByRole('button', { name: 'Make it the shadow' }));
  expect(await screen.findByRole('button', { name: /Version 2.*Shadow/ })).toBeInTheDocument();
});

it('a version that has not won says how it met the champion, and what it would change once that is known', async () => {
  const backend = createBackend();
  const model = addModel(backend, 'churn_risk', '2', ['CHALLENGER']);
  model.promotion = LOST;
  const { user } = renderApp(`/models?version=${model.hash}`, backend);
  const promotion = await screen.findByRole('region', { name: 'Promotion' });
  expect(promotion).toHaveTextContent('Has not won');
  expect(promotion).toHaveTextContent('up to 0.031 larger');
  expect(promotion).toHaveTextContent('takes a reason of the approver');
  expect(within(promotion).getByText('Log-loss of this version').nextElementSibling).toHaveTextContent(
    '0.497',
  );
  expect(await within(promotion).findByText(/Nobody has looked at what/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'See what it would change' }));
  await screen.findByRole('heading', { name: 'Between segments' });
  await user.click(screen.getByRole('link', { name: 'Models' }));
  await user.click(await screen.findByRole('button', { name: /Version 2/ }));
  const simulated = await screen.findByRole('link', { name: /^Simulated/ });
  expect(simulated.parentElement).toHaveTextContent(/customers \(.*%\) would get another segment/);
});

it('before an alias moves the dialog repeats what to doubt', async () => {
  const backend = createBackend();
  const model = addModel(backend, 'clv', '2', []);
  const { user } = renderApp(`/models?version=${model.hash}`, backend);
  await user.click(await screen.findByRole('button', { name: 'Use as…' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Make it the challenger' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByRole('list', { name: 'Reasons for doubt' })).toHaveTextContent(
    'A feature gives the target away',
  );
  expect(await within(dialog).findByText(/Nobody has looked at what/)).toBeInTheDocument();
});

it('who may not bring models is not offered to', async () => {
  renderApp('/models', createBackend({ roles: ['MARKETER'] }));
  await screen.findByRole('region', { name: 'Churn risk, version 1' });
  expect(screen.queryByRole('button', { name: 'Register a PMML file' })).not.toBeInTheDocument();
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Use as…' })).not.toBeInTheDocument());
});

it('a version of a score that nothing uses is not simulated, and the refusal stays in sight', async () => {
  const backend = createBackend();
  const model = addModel(backend, 'shoe_size', '1', []);
  const { user } = renderApp(`/models?version=${model.hash}`, backend);
  await user.click(await screen.findByRole('button', { name: 'See what it would change' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('The live strategy has no score shoe_size.');
});

it('a registry that cannot be read says why and is asked for again', async () => {
  const { user } = renderApp('/models');
  server.use(
    http.get('*/api/models', () => problem(409, 'CONFLICT', 'The base is being rebuilt.'), { once: true }),
  );
  expect(await screen.findByText('The base is being rebuilt.')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(await screen.findByRole('region', { name: 'Churn risk, version 1' })).toBeInTheDocument();
});
