import { screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import type { StoredDraft } from '@/testing/draftStore';
import { draftDocument } from '@/testing/drafts';
import { problem } from '@/testing/handlers/problem';
import { newest, openDraft, withDraft } from '@/testing/openDraft';
import { renderApp } from '@/testing/renderApp';
import { server } from '@/testing/server';
import { careTable } from '@/testing/tables';

it('a new draft of the live strategy is opened at once', async () => {
  const { user, backend, router } = renderApp('/drafts');
  await user.click((await screen.findAllByRole('button', { name: 'New draft' }))[0] as HTMLElement);
  const dialog = await screen.findByRole('dialog', { name: 'New draft' });
  await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'Spring retention');
  await user.click(within(dialog).getByRole('button', { name: 'Create draft' }));
  expect(await screen.findByRole('heading', { name: 'Spring retention' })).toBeInTheDocument();
  expect(router.state.location.pathname).toBe(`/drafts/${backend.drafts[0]?.id}`);
});

it('a discarded draft is brought back by undo', async () => {
  const { backend, draft } = withDraft();
  const { user } = renderApp('/drafts', backend);
  await user.click(await screen.findByRole('button', { name: 'Discard Spring retention' }));
  await waitFor(() => expect(draft.state).toBe('DISCARDED'));
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(draft.state).toBe('OPEN'));
});

it('a threshold changed is counted, saved by itself and told in words', async () => {
  const { user, draft } = openDraft('?rule=at_risk');
  const rail = await screen.findByRole('complementary', { name: 'Audience' });
  const before = (await within(rail).findByText(/live today/)).textContent;
  const value = (await screen.findAllByRole('textbox', { name: 'Value' }))[0] as HTMLElement;
  await user.clear(value);
  // Nobody has pressed Enter or left the field yet.
  await user.type(value, '30');
  await waitFor(() => expect(within(rail).getByText(/live today/).textContent).not.toBe(before));
  // On a busy machine a second passes between two keys, and the first is saved by itself.
  const saved = { all: [{ term: 'churn_risk', value: 0.3 }, { term: 'clv' }] };
  await waitFor(() => expect(newest(draft)?.segments.segments[1]?.when).toMatchObject(saved), {
    timeout: 10_000,
  });
  await user.click(await screen.findByRole('tab', { name: 'Changes (1)' }));
  expect(
    await screen.findByRole('row', { name: /Segment At risk: condition.*60%.*30%/ }),
  ).toBeInTheDocument();
});

it('a contact limit is made stricter, counted, and taken back by undo', async () => {
  const { user, draft } = openDraft('?tab=contact');
  expect(await screen.findByText('At most 2 contacts in 7 days.', { selector: 'h3' })).toBeInTheDocument();
  const most = screen.getByRole('textbox', { name: 'At most' });
  await user.clear(most);
  await user.type(most, '1{Enter}');
  expect(await screen.findByText('At most 1 contacts in 7 days.', { selector: 'h3' })).toBeInTheDocument();
  expect(screen.getByText('customers have', { exact: false })).toHaveTextContent(
    '11 customers have reached it',
  );
  await user.click(screen.getByRole('checkbox', { name: 'Phone' }));
  const stricter = [{ id: 'mails', most: 1, days: 7, channels: ['email', 'phone'] }];
  await waitFor(() => expect(newest(draft)?.contact?.limits).toEqual(stricter), { timeout: 10_000 });
  await user.click(screen.getByRole('button', { name: 'Remove the limit “At most 1 contacts in 7 days.”' }));
  expect(await screen.findByText('Everybody may be contacted at any time.')).toBeInTheDocument();
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await screen.findByRole('textbox', { name: 'At most' })).toHaveValue('1');
});

it('a threshold is moved on its picture by the arrow keys, spoken, counted and undone', async () => {
  const { user, draft } = openDraft('?rule=at_risk');
  await user.click(await screen.findByRole('button', { name: 'Threshold of Churn risk' }));
  const handle = await screen.findByRole('slider', { name: 'Threshold of Churn risk' });
  expect(handle).toHaveAttribute('aria-valuenow', '0.6');
  expect(handle.getAttribute('aria-valuetext')).toMatch(
    /^Churn risk is at least 60%: \d+ customers? reached/,
  );
  const before = handle.getAttribute('aria-valuetext');
  handle.focus();
  await user.keyboard('{PageDown}');
  expect(handle).toHaveAttribute('aria-valuenow', '0.5');
  expect(handle.getAttribute('aria-valuetext')).not.toBe(before);
  await waitFor(() =>
    expect(newest(draft)?.segments.segments[1]?.when).toMatchObject({ all: [{ value: 0.5 }, {}] }),
  );
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(screen.getByRole('slider', { name: 'Threshold of Churn risk' })).toHaveAttribute(
    'aria-valuenow',
    '0.6',
  );
  expect(screen.getByText('Precision', { selector: 'dt' }).parentElement).toHaveTextContent('70.0%');
  expect(screen.getByText(/^Precision and recall of what it predicts/)).toBeInTheDocument();
  const picture = screen.getByRole('figure', { name: 'Where churn risk divides' });
  await user.click(within(picture).getByRole('button', { name: /^Show as table/ }));
  expect(within(picture).getAllByRole('row')).toHaveLength(42);
});

it('the picture offers the threshold at which the first actions are worth most', async () => {
  const { user } = openDraft('?rule=at_risk');
  await user.click(await screen.findByRole('button', { name: 'Threshold of Churn risk' }));
  const best = await screen.findByRole('button', { name: /^Move it to/ });
  const to = /[\d.]+/.exec(best.textContent ?? '')?.[0];
  await user.click(best);
  expect(await screen.findByText(/No other threshold of the picture/)).toBeInTheDocument();
  expect(screen.getAllByRole('textbox', { name: 'Value' })[0]).toHaveValue(`${to}%`);
});

it('a condition on what a table of the draft gives is counted in the draft', async () => {
  const setUp = withDraft();
  const document = draftDocument();
  const first = document.segments.segments[0];
  if (first) first.when = { all: [{ term: 'level_of_care', operator: 'EQUALS', value: 'high' }] };
  const revision = setUp.draft.revisions[0] as StoredDraft['revisions'][0];
  setUp.draft.revisions.push({ ...revision, revision: 2, document: { ...document, tables: [careTable()] } });
  openDraft(`?rule=${first?.id}`, setUp);
  const count = String(`segments/${first?.id}/when/all/0`.length);
  expect(await screen.findByText(count, { selector: '.test-count' })).toBeInTheDocument();
});

it('undo takes an edit back, redo makes it again', async () => {
  const { user } = openDraft();
  const label = await screen.findByRole('textbox', { name: 'Label' });
  await user.type(label, '!');
  expect(label).toHaveValue('Champions!');
  await user.keyboard('{Control>}z{/Control}');
  expect(screen.getByRole('textbox', { name: 'Label' })).toHaveValue('Champions');
  await user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
  expect(screen.getByRole('textbox', { name: 'Label' })).toHaveValue('Champions!');
});

it('Alt with an arrow key changes the priority and says so', async () => {
  const { user } = openDraft();
  const list = await screen.findByRole('listbox', { name: /Segments by priority/ });
  list.focus();
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
  expect(await screen.findByText('Champions is now 2 of 6')).toBeInTheDocument();
  expect((await within(list).findAllByRole('option'))[1]).toHaveTextContent('Champions');
});

it('a segment is added with an id made of its label, duplicated and deleted', async () => {
  const { user, draft } = openDraft();
  await user.click(await screen.findByRole('button', { name: 'Segment' }));
  const dialog = await screen.findByRole('dialog', { name: 'New segment' });
  await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'Big spenders{Enter}');
  expect(await screen.findByText('big_spenders')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Duplicate Big spenders' }));
  expect(await screen.findByText('big_spenders_copy')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Delete Big spenders copy' }));
  const ids = () =>
    newest(draft)
      ?.segments.segments.map((s) => s.id)
      .join();
  const wanted = 'champions,at_risk,hibernating,loyal,promising,big_spenders,steady';
  await waitFor(() => expect(ids()).toBe(wanted), { timeout: 10_000 });
});

it('a value that is missing is saved as it is and listed as a problem with the way to it', async () => {
  const { user, draft, router } = openDraft('?rule=at_risk');
  const value = (await screen.findAllByRole('textbox', { name: 'Value' }))[0] as HTMLElement;
  await user.clear(value);
  await user.tab();
  const problems = await screen.findByRole('region', { name: 'Problems' });
  await waitFor(() => expect(draft.revisions).toHaveLength(2), { timeout: 10_000 });
  await user.click(await screen.findByRole('tab', { name: 'Ranking and holdout' }));
  await user.click(within(problems).getByRole('link', { name: /has no value/ }));
  expect(router.state.location.search).toEqual({ tab: 'segments', rule: 'at_risk' });
});

it('an action shows how many are left after each condition, and becomes the fallback', async () => {
  const { user, draft } = openDraft('?tab=actions&rule=bundle');
  const rail = await screen.findByRole('complementary', { name: 'Audience' });
  expect(await within(rail).findByText('Applicable')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Make it the fallback' }));
  await waitFor(() => expect(newest(draft)?.actions.fallback).toBe('bundle'), { timeout: 10_000 });
});

it('without an answer the page says so and keeps the draft; a reload offers it', async () => {
  const setUp = withDraft();
  const { user } = openDraft('', setUp);
  server.use(http.put('*/api/drafts/:id', () => HttpResponse.error()));
  await user.type(await screen.findByRole('textbox', { name: 'Label' }), '!');
  expect(await screen.findByText(/Kept in this browser/)).toBeInTheDocument();
  document.body.innerHTML = '';
  const again = openDraft('', setUp);
  await again.user.click(await screen.findByRole('button', { name: 'Take them up' }));
  expect(await screen.findByRole('textbox', { name: 'Label' })).toHaveValue('Champions!');
  await waitFor(() => expect(newest(setUp.draft)?.segments.segments[0]?.label).toBe('Champions!'));
});

it('a segment that nobody reaches is called odd', async () => {
  const { user } = openDraft('?rule=steady');
  const list = await screen.findByRole('listbox', { name: /Segments by priority/ });
  list.focus();
  for (let n = 0; n < 5; n++) await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await user.click(await screen.findByRole('option', { name: /Loyal/ }));
  expect(await screen.findByText(/Nobody reaches the segment loyal/)).toBeInTheDocument();
});

it('a segment of the draft is shown as DRL', async () => {
  const { user } = openDraft('?rule=loyal');
  await user.click(await screen.findByRole('button', { name: 'Show as DRL' }));
  expect(await screen.findByRole('region', { name: 'Generated DRL' })).toHaveTextContent('rule "loyal"');
});

it('two people change the same field: one is chosen, the rest is joined', async () => {
  const setUp = withDraft();
  const { user, draft, backend } = openDraft('?rule=at_risk', setUp);
  const label = await screen.findByRole('textbox', { name: 'Label' });
  // Jonas saves while the page is open.
  const theirs = draftDocument();
  const [first, second] = theirs.segments.segments;
  if (first && second) {
    first.label = 'Best customers';
    second.label = 'Leaving';
  }
  draft.revisions.push({
    revision: 2,
    basedOn: backend.strategy.hash,
    document: theirs,
    savedAt: backend.now,
    savedBy: 'jonas',
  });
  // In one step: typed letter by letter, a slow machine saves half of it.
  await user.click(label);
  await user.paste(' of leaving');
  const choice = await screen.findByRole('radiogroup', { name: /Segment .*: label/ });
  expect(within(choice).getByRole('radio', { name: /Saved by jonas.*Leaving/ })).toBeInTheDocument();
  await user.click(within(choice).getByRole('radio', { name: /Mine.*At risk of leaving/ }));
  await user.click(screen.getByRole('button', { name: 'Save the joined draft' }));
  await waitFor(() => expect(draft.revisions).toHaveLength(3));
  expect(
    newest(draft)
      ?.segments.segments.slice(0, 2)
      .map((s) => s.label),
  ).toEqual(['Best customers', 'At risk of leaving']);
});

it('what went live meanwhile is taken in, and what was changed here stays', async () => {
  const setUp = withDraft();
  const { backend, draft } = setUp;
  const [first] = draft.revisions;
  const mine = draftDocument();
  if (mine.segments.segments[0]) mine.segments.segments[0].label = 'Best customers';
  if (first) draft.revisions = [{ ...first, document: mine }];
  backend.documents.set('live-by-now', { ...draftDocument(), holdout: { salt: 'spring', share: 0.2 } });
  backend.strategy = { ...backend.strategy, hash: 'live-by-now', version: 2 };
  const { user } = openDraft('', setUp);
  await user.click(await screen.findByRole('button', { name: 'Take the live changes in' }));
  await waitFor(() => expect(draft.revisions.at(-1)?.basedOn).toBe('live-by-now'), { timeout: 10_000 });
  expect(newest(draft)?.holdout.share).toBe(0.2);
  expect(newest(draft)?.segments.segments[0]?.label).toBe('Best customers');
  await waitFor(() => expect(screen.queryByText(/went live since/)).not.toBeInTheDocument());
});

it('who may not edit reads the draft', async () => {
  openDraft('', withDraft({}, { roles: ['ANALYST'] }));
  expect(await screen.findByRole('textbox', { name: 'Label' })).toBeDisabled();
  expect(screen.queryByRole('button', { name: 'Segment' })).not.toBeInTheDocument();
});

it('five hundred segments stay in one list of which only what is in sight is drawn', async () => {
  const setUp = withDraft();
  const document = draftDocument();
  const [one] = document.segments.segments;
  document.segments.segments = Array.from({ length: 500 }, (_, i) => ({
    ...(one as (typeof document.segments.segments)[0]),
    id: `s${i}`,
    label: `Segment ${i}`,
  }));
  const first = setUp.draft.revisions[0];
  if (first) first.document = document;
  openDraft('', setUp);
  const list = await screen.findByRole('listbox', { name: /Segments by priority/ });
  const options = within(list).getAllByRole('option');
  expect(options.length).toBeLessThan(60);
  expect(options[0]).toHaveAttribute('aria-setsize', '500');
});

it('an example that is not met stops the draft until its new result is accepted', async () => {
  const { backend, draft } = withDraft();
  const person = backend.people[0];
  if (!person) throw new Error('There are no people.');
  const document = draftDocument();
  const taker = document.segments.segments.find((s) => s.id !== 'at_risk')?.id ?? '';
  const [first] = document.segments.segments;
  const example = {
    id: 'kept_as_it_was',
    why: 'Whoever buys every week is left alone',
    asOf: backend.now,
    customer: { attributes: { person: person.id }, purchases: {} },
    expected: { segment: first?.id === taker ? 'nowhere' : taker, actions: [], never: [] },
  };
  draft.revisions[0] = {
    ...draft.revisions[0],
    document: { ...document, examples: { examples: [example] } },
  } as never;
  const { user } = renderApp(`/drafts/${draft.id}?tab=review`, backend);
  expect(await screen.findByText(/1 example is not met/)).toBeInTheDocument();
  await user.click(screen.getByRole('tab', { name: 'Examples' }));
  expect(await screen.findByText('Not met')).toBeInTheDocument();
  expect(screen.getByText(/^The segment is /)).toBeInTheDocument();
  expect(await screen.findByRole('region', { name: 'Coverage' })).toHaveTextContent(
    /\d+ of [\d,]+ customers/,
  );
  await user.click(screen.getByRole('button', { name: 'Accept the new result' }));
  expect(await screen.findByText('Met', {}, { timeout: 5_000 })).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: `Remove the example “${example.why}”` }));
  expect(await screen.findByText('No examples yet')).toBeInTheDocument();
});

it('who matches says why it could not be counted', async () => {
  openDraft('?rule=at_risk');
  server.use(
    http.post('*/api/conditions/count', () => problem(400, 'INVALID_RULE', 'The value is no probability.')),
  );
  const card = await screen.findByRole('region', { name: 'Who matches' });
  expect(await within(card).findByText('The value is no probability.')).toBeInTheDocument();
});
