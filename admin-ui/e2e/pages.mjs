// Every page that exists, with something on it that shows the data have come.
export const PAGES = [
  ['overview', '/', (p) => p.getByText('Average lifetime value')],
  ['desk', '/customers', (p) => p.getByRole('region', { name: 'Customer summary' })],
  ['strategy', '/strategy', (p) => p.getByRole('tab', { name: 'In words' })],
  ['strategy-actions', '/strategy?tab=actions', (p) => p.getByRole('tab', { name: 'In words' })],
  ['strategy-ranking', '/strategy?tab=ranking', (p) => p.getByRole('heading', { name: 'Arbitration' })],
  ['strategy-features', '/strategy?tab=features', (p) => p.getByRole('heading', { name: 'Features' })],
  ['audiences', '/audiences', (p) => p.getByRole('heading', { name: 'Audiences' })],
  ['audience-new', '/audiences/new', (p) => p.getByRole('textbox', { name: 'Value', exact: true })],
  ['imports', '/imports', (p) => p.getByRole('heading', { name: 'History' })],
  ['import-new', '/imports/new', (p) => p.getByRole('button', { name: 'Choose a file' })],
  ['models', '/models', (p) => p.getByText('Hash of the file').first()],
  ['users', '/settings', (p) => p.getByRole('columnheader', { name: 'User name' })],
  ['keys', '/settings?tab=keys', (p) => p.getByRole('button', { name: 'Create key' })],
  ['audit', '/settings?tab=audit', (p) => p.getByRole('button', { name: 'Verify' })],
  ['plugins', '/settings?tab=plugins', (p) => p.getByRole('heading', { name: 'Plugins' })],
];
