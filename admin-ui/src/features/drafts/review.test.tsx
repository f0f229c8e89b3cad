import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { makeSession } from '@/testing/backend';
import type { StoredDraft } from '@/testing/draftStore';
import { draftDocument } from '@/testing/drafts';
import { openDraft, withApproved, withDraft } from '@/testing/openDraft';

it('it cannot be sent before it was simulated, then it can', async () => {
  const setUp = withDraft();
  setUp.draft.revisions.push({
    ...(setUp.draft.revisions[0] as StoredDraft['revisions'][0]),
    revision: 2,
    document: { ...draftDocument(), holdout: { salt: 'spring', share: 0.1 } },
  });
  const { user, draft } = openDraft('?tab=review', setUp);
  expect(await screen.findByText('As it stands it was not simulated.')).toBeInTheDocument();
  const send = () => screen.getAllByRole('button', { name: 'Send for review' }).at(-1) as HTMLElement;
  expect(send()).toBeDisabled();
  await user.click(screen.getAllByRole('button', { name: 'Simulate' }).at(-1) as HTMLElement);
  expect(await screen.findByText('Customers who change')).toBeInTheDocument();
  await user.type(screen.getByRole('textbox', { name: 'What it is for' }), 'A larger holdout');
  await user.click(send());
  expect(await screen.findByText('sent it for review', { exact: false })).toBeInTheDocument();
  expect(draft.state).toBe('IN_REVIEW');
});

it('nobody approves a draft they wrote', async () => {
  openDraft('?tab=review', withDraft({ state: 'IN_REVIEW' }));
  expect(await screen.findByText('You wrote part of this draft.')).toBeInTheDocument();
  expect(screen.queryByRole('button', { name: 'Approve' })).not.toBeInTheDocument();
});

it('a comment stands beside the change it is about, written by keyboard alone', async () => {
  const setUp = withDraft();
  setUp.draft.revisions.push({
    ...(setUp.draft.revisions[0] as StoredDraft['revisions'][0]),
    revision: 2,
    document: { ...draftDocument(), holdout: { salt: 'spring', share: 0.1 } },
  });
  const { user, draft } = openDraft('?tab=changes', setUp);
  const ask = await screen.findByRole('button', { name: 'Comment on Holdout: share' });
  ask.focus();
  await user.keyboard('{Enter}');
  expect(screen.getByRole('textbox', { name: 'Comment on Holdout: share' })).toHaveFocus();
  await user.keyboard('{Escape}');
  expect(ask).toHaveFocus();
  await user.keyboard('{Enter}Why so many?{Control>}{Enter}{/Control}');
  const said = await screen.findByRole('list', { name: 'Comments on Holdout: share' });
  expect(said).toHaveTextContent('Why so many?');
  await waitFor(() => expect(ask).toHaveFocus());
  expect(draft.events.at(-1)).toMatchObject({ kind: 'COMMENTED', place: 'holdout/share' });
});

it('who else has the draft open is named', async () => {
  const setUp = withDraft({
    readers: new Map([
      ['jonas', 'Jonas Weber'],
      ['ana', 'Ana Lima'],
    ]),
  });
  const { draft, unmount } = openDraft('', setUp);
  expect(await screen.findByText(/Ana Lima and Jonas Weber also have this open/)).toBeInTheDocument();
  expect(draft.readers?.has('mira')).toBe(true);
  unmount();
  await waitFor(() => expect(draft.readers?.has('mira')).toBe(false));
});

it('beyond a limit two people approve, and only then it is published', async () => {
  const setUp = withDraft();
  setUp.backend.limits.segmentChanges = 0;
  setUp.draft.revisions.push({
    ...(setUp.draft.revisions[0] as StoredDraft['revisions'][0]),
    revision: 2,
    document: { ...draftDocument(), holdout: { salt: 'spring', share: 0.1 } },
  });
  const { user, draft, unmount } = openDraft('?tab=review', setUp);
  await user.click((await screen.findAllByRole('button', { name: 'Simulate' })).at(-1) as HTMLElement);
  const passed = await screen.findByRole('list', { name: 'Limits passed' });
  expect(passed).toHaveTextContent(/of the customers get another segment; the limit is 0 %/);
  await user.type(screen.getByRole('textbox', { name: 'What it is for' }), 'A larger holdout');
  await user.click(screen.getAllByRole('button', { name: 'Send for review' }).at(-1) as HTMLElement);
  await waitFor(() => expect(draft.state).toBe('IN_REVIEW'));
  unmount();
  for (const [username, before] of [
    ['jonas', 0],
    ['ana', 1],
  ] as const) {
    setUp.backend.session = { ...makeSession(['APPROVER']), username };
    const theirs = openDraft('?tab=review', setUp);
    await screen.findByRole('list', { name: `${before} of 2 approvals` });
    await theirs.user.type(await screen.findByRole('textbox', { name: 'Your answer' }), 'Agreed');
    await theirs.user.click(screen.getByRole('button', { name: 'Approve' }));
    if (before === 0) expect(await screen.findByText('You approved it.')).toBeInTheDocument();
    else expect(await screen.findByRole('button', { name: 'Publish…' })).toBeEnabled();
    theirs.unmount();
  }
  expect(draft.state).toBe('APPROVED');
}, 60_000);

it('an approver approves and publishes with a reason', async () => {
  const setUp = withDraft({ state: 'IN_REVIEW' });
  setUp.backend.session = { ...makeSession(['APPROVER']), username: 'jonas', displayName: 'Jonas Weber' };
  const { user, draft, backend } = openDraft('?tab=review', setUp);
  await user.type(await screen.findByRole('textbox', { name: 'Your answer' }), 'Looks right');
  // A simulation made after the review began, as the real server asks for.
  draft.simulation = { id: 'none', revision: 1 };
  await user.click(screen.getByRole('button', { name: 'Approve' }));
  await user.click(await screen.findByRole('button', { name: 'Publish…' }));
  const dialog = await screen.findByRole('dialog', { name: /^Publish/ });
  await user.type(within(dialog).getByRole('textbox', { name: 'Reason' }), 'Spring');
  await user.click(within(dialog).getByRole('button', { name: 'Publish to everybody' }));
  await waitFor(() => expect(backend.strategy.version).toBe(2));
  expect(backend.strategy.challenger).toBeNull();
  expect(draft.state).toBe('PUBLISHED');
});

it('an approved draft is published to a share of the customers by keyboard, and says how many that is', async () => {
  const { user, backend } = openApproved();
  const publish = await screen.findByRole('button', { name: 'Publish…' });
  publish.focus();
  await user.keyboard('{Enter}');
  const dialog = await screen.findByRole('dialog', { name: 'Publish Spring retention' });
  await user.click(within(dialog).getByRole('radio', { name: 'A share of the customers' }));
  const share = within(dialog).getByRole('textbox', { name: 'Share of the customers' });
  expect(share).toHaveValue('10%');
  expect(dialog).toHaveTextContent('about 6 of 60 customers');
  await user.clear(share);
  await user.type(share, '25%');
  expect(dialog).toHaveTextContent('about 15 of 60 customers');
  expect(within(dialog).getByRole('button', { name: 'Publish to a share' })).toBeDisabled();
  await user.type(within(dialog).getByRole('textbox', { name: 'Reason' }), 'Try it{Enter}');
  await waitFor(() => expect(backend.strategy.challenger?.share).toBe(0.25));
  expect(await screen.findByText(/is tried on 25% of the customers, as version 2/)).toBeInTheDocument();
});

it('while a challenger is tried the review says why nothing is published', async () => {
  const setUp = withApproved();
  setUp.backend.strategy.challenger = { strategy: { value: 'c'.repeat(64) }, share: 0.1, salt: 'a' };
  openDraft('?tab=review', setUp);
  expect(await screen.findByText(/A challenger is tried on 10% of the customers/)).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Publish…' })).toBeDisabled();
  expect(screen.getAllByRole('link', { name: 'Strategy' }).length).toBeGreaterThan(0);
});

const openApproved = () => openDraft('?tab=review', withApproved());

it('an approved draft is scheduled with a reason, and taken off the schedule again', async () => {
  const { user, draft } = openApproved();
  await user.click(await screen.findByRole('button', { name: 'Schedule…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Schedule Spring retention' });
  const moment = within(dialog).getByLabelText('Publish at');
  expect(moment).toHaveAccessibleDescription(/^Time of /);
  await user.type(within(dialog).getByRole('textbox', { name: 'Reason' }), 'Spring');
  fireEvent.change(moment, { target: { value: '2099-12-01T06:00' } });
  await user.click(within(dialog).getByRole('button', { name: 'Schedule' }));
  const card = await screen.findByRole('region', { name: 'Scheduled' });
  expect(card).toHaveTextContent(/Goes liveDec 1, 2099/);
  expect(card).toHaveTextContent('In the name ofjonas');
  expect(draft.schedule?.at).toBe(new Date(2099, 11, 1, 6).toISOString());
  await user.click(within(card).getByRole('button', { name: 'Take it off the schedule' }));
  expect(await screen.findByRole('button', { name: 'Schedule…' })).toBeInTheDocument();
  expect(draft.state).toBe('APPROVED');
});

it('what there was no time to look over is named', async () => {
  const setUp = withDraft();
  setUp.backend.notExamined = ['segments/loyal', 'engagement/winback_email'];
  openDraft('?tab=review', setUp);
  expect(
    await screen.findByText(
      /no time to look over Segment Loyal.* and Action Win-back email: nothing found there/,
    ),
  ).toBeInTheDocument();
});
