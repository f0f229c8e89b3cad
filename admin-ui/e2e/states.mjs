// Pages as they are when the server has nothing, refuses or fails: each state with something that shows it has come.
const NOTHING_MEASURED = {
  asOf: null,
  runs: 0,
  models: [],
  segments: null,
  actions: null,
  realised: [],
  nextComparison: null,
};

const problem = (status, code, detail) => ({
  status,
  contentType: 'application/problem+json',
  body: JSON.stringify({ type: '/problems/made-up', title: code, status, code, detail }),
});
const answer = (body) => ({ status: 200, contentType: 'application/json', body: JSON.stringify(body) });

const FAILED = problem(400, 'INVALID_VALUE', 'The registry cannot be read.');
const FORBIDDEN = problem(403, 'NOT_ALLOWED', 'This takes another role.');

export const STATES = [
  [
    'models, empty',
    '/models',
    '/api/models',
    answer({ items: [], nextCursor: null, total: null }),
    'There is no model yet',
  ],
  ['models, error', '/models', '/api/models', FAILED, 'Try again'],
  ['models, no permission', '/models', '/api/models', FORBIDDEN, 'Your role does not include this'],
  [
    'monitoring, empty',
    '/monitoring',
    '/api/monitoring',
    answer(NOTHING_MEASURED),
    'Nothing has been measured yet',
  ],
  ['monitoring, error', '/monitoring', '/api/monitoring', FAILED, 'Try again'],
  [
    'monitoring, no permission',
    '/monitoring',
    '/api/monitoring',
    FORBIDDEN,
    'Your role does not include this',
  ],
];

/** Opens a page while the server answers so, and waits for the state. */
export async function visitState(page, url, [, address, path, made, shown]) {
  const matches = (asked) => asked.pathname === path;
  await page.route(matches, (route) => route.fulfill(made));
  try {
    await page.goto(url + address);
    await page.getByText(shown).first().waitFor();
  } finally {
    await page.unroute(matches);
  }
}
