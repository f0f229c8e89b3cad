/** The draft that the stories leave open, with a decision table in it. */
const opensTheDraft = (tab) => async (page) => {
  await page.getByRole('rowheader').getByRole('link', { name: 'Care by table' }).click();
  await page.getByRole('tab', { name: tab }).click();
};

// Every page that exists, with something on it that shows the data have come; last, how it is reached from its address.
export const PAGES = [
  ['overview', '/', (p) => p.getByText('Average lifetime value')],
  ['desk', '/customers', (p) => p.getByRole('region', { name: 'Customer summary' })],
  ['strategy', '/strategy', (p) => p.getByRole('tab', { name: 'In words' })],
  ['strategy-actions', '/strategy?tab=actions', (p) => p.getByRole('tab', { name: 'In words' })],
  ['strategy-ranking', '/strategy?tab=ranking', (p) => p.getByRole('heading', { name: 'Arbitration' })],
  ['strategy-features', '/strategy?tab=features', (p) => p.getByRole('heading', { name: 'Features' })],
  ['strategy-limits', '/strategy?tab=limits', (p) => p.getByRole('textbox', { name: 'Another segment' })],
  ['strategy-history', '/strategy?tab=history', (p) => p.getByRole('heading', { name: 'History' })],
  ['drafts', '/drafts', (p) => p.getByRole('columnheader', { name: 'Made from' })],
  ['draft-segments', '/drafts', (p) => p.getByText(/live today/).first(), opensTheDraft('Segments')],
  [
    'draft-threshold',
    '/drafts',
    (p) => p.getByRole('slider', { name: /^Threshold of/ }),
    async (p) => {
      await opensTheDraft('Segments')(p);
      await p
        .getByRole('button', { name: /^Threshold of/, disabled: false })
        .first()
        .click();
    },
  ],
  ['draft-actions', '/drafts', (p) => p.getByText('Applicable').first(), opensTheDraft('Actions')],
  [
    'draft-tables',
    '/drafts',
    (p) =>
      p
        .getByText(/^When churn risk/i)
        .or(p.getByText('The draft has no decision tables'))
        .first(),
    opensTheDraft('Tables'),
  ],
  [
    'draft-table-cell',
    '/drafts',
    (p) => p.getByText('is at least 50%').first(),
    async (p) => {
      await opensTheDraft('Tables')(p);
      await p.getByRole('grid').focus();
      await p.keyboard.press('F2');
    },
  ],
  ['draft-models', '/drafts', (p) => p.getByText('Against the champion').first(), opensTheDraft('Models')],
  [
    'draft-ranking',
    '/drafts',
    (p) => p.getByRole('heading', { name: 'Fallback' }),
    opensTheDraft('Ranking and holdout'),
  ],
  [
    'draft-examples',
    '/drafts',
    (p) => p.getByRole('heading', { name: 'Examples', exact: true }).or(p.getByText('No examples yet')),
    opensTheDraft('Examples'),
  ],
  ['draft-changes', '/drafts', (p) => p.getByRole('heading', { name: 'Changes' }), opensTheDraft(/^Changes/)],
  [
    'draft-review',
    '/drafts',
    (p) => p.getByRole('heading', { name: 'What happened' }),
    opensTheDraft('Review'),
  ],
  ['audiences', '/audiences', (p) => p.getByRole('heading', { name: 'Audiences' })],
  ['audience-new', '/audiences/new', (p) => p.getByRole('textbox', { name: 'Value', exact: true })],
  ['imports', '/imports', (p) => p.getByRole('heading', { name: 'History' })],
  ['import-new', '/imports/new', (p) => p.getByRole('button', { name: 'Choose a file' })],
  ['models', '/models', (p) => p.getByText('SHA-256 of the file').first()],
  [
    'models-compared',
    '/models',
    (p) => p.getByRole('heading', { name: 'Measures compared' }),
    async (p) => {
      await p.getByRole('button', { name: /Compare with/ }).click();
      await p
        .getByRole('option', { name: /Version/ })
        .first()
        .click();
      await p.keyboard.press('Escape');
    },
  ],
  ['models-curves', '/models?tab=curves', (p) => p.getByRole('figure', { name: 'ROC curve' })],
  [
    'models-curves-compared',
    '/models?tab=curves',
    (p) => p.getByRole('figure', { name: 'ROC curve' }).getByRole('listitem').first(),
    async (p) => {
      await p.getByRole('button', { name: /Compare with/ }).click();
      const versions = p.getByRole('option', { name: /Version/ });
      await versions.first().waitFor();
      // The newest need not have curves: a trainer that fits a formula draws none.
      for (const version of (await versions.all()).slice(0, 3)) await version.click();
      await p.keyboard.press('Escape');
    },
  ],
  ['models-threshold', '/models?tab=threshold', (p) => p.getByText(/of [\d,.]+ customers now$/)],
  ['models-features', '/models?tab=features', (p) => p.getByRole('figure', { name: 'Inputs' })],
  [
    'models-influence',
    '/models?tab=influence',
    (p) => p.getByRole('figure', { name: 'Customer by customer' }),
  ],
  ['models-options', '/models?tab=options', (p) => p.getByRole('heading', { name: 'Other settings' })],
  ['models-runs', '/models?runs=true', (p) => p.getByRole('heading', { name: 'Runs' })],
  ['models-use', '/models?tab=use', (p) => p.getByRole('region', { name: 'Strategies that pin it' })],
  ['models-making', '/models?tab=making', (p) => p.getByRole('heading', { name: 'How it was made' })],
  ['models-as-of', '/models?asOf=2020-01-01', (p) => p.getByText('There was no model then')],
  [
    'models-register',
    '/models',
    (p) => p.getByRole('textbox', { name: 'Score' }),
    (p) => p.getByRole('button', { name: 'Register a PMML file' }).click(),
  ],
  [
    'models-train',
    '/models',
    (p) => p.getByText('Seed of the random choices'),
    (p) => p.getByRole('button', { name: 'Train on our customers' }).click(),
  ],
  [
    'models-train-settings',
    '/models',
    (p) => p.getByRole('textbox', { name: 'Depth' }),
    async (p) => {
      await p.getByRole('button', { name: 'Train on our customers' }).click();
      await p
        .getByRole('dialog')
        .locator('label', { hasText: /^Churn risk/ })
        .click();
      await p.getByText('Churn risk: settings of Boosted trees').click();
    },
  ],
  [
    'models-cluster-map',
    '/models?tab=curves',
    (p) => p.getByRole('figure', { name: 'Features by cluster' }),
    (p) =>
      p
        .getByRole('region', { name: 'Versions of Cluster' })
        .getByRole('button', { name: /Version 1/ })
        .click(),
  ],
  ['monitoring-realised', '/monitoring', (p) => p.getByRole('region', { name: 'Realised scores' })],
  ['simulations', '/simulations', (p) => p.getByRole('columnheader', { name: 'Tried' })],
  [
    'simulation',
    '/simulations',
    (p) => p.getByRole('heading', { name: 'Between first actions' }),
    (p) => p.getByRole('rowheader').getByRole('link').first().click(),
  ],
  [
    'monitoring',
    '/monitoring',
    (p) => p.getByRole('heading', { name: /, then and now$/ }),
    (p) =>
      p
        .getByRole('button', { name: /^Score: / })
        .first()
        .click(),
  ],
  ['users', '/settings', (p) => p.getByRole('columnheader', { name: 'Roles' })],
  ['keys', '/settings?tab=keys', (p) => p.getByRole('button', { name: 'Create key' })],
  ['audit', '/settings?tab=audit', (p) => p.getByRole('button', { name: 'Verify' })],
  ['plugins', '/settings?tab=plugins', (p) => p.getByRole('heading', { name: 'Plugins' })],
];

/** Opens a page and waits for its data. */
export async function visit(page, url, [, address, ready, onwards]) {
  await page.goto(url + address);
  await onwards?.(page);
  await ready(page).waitFor();
}
