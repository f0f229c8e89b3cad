import { screen, waitFor, within } from '@testing-library/react';
import { CHURN, CHURN_HASH, LOST, makeModel } from '@/testing/models';
import { newest, openDraft, withApproved, withDraft } from '@/testing/openDraft';

const SECOND = '9c41ee07ab53d2c8f6b0';

/** A second version of the risk, which has not won against the first. */
function withSecond(setUp = withDraft()) {
  const second = makeModel(CHURN, '2', SECOND, '2026-03-01T08:00:00Z', ['CHALLENGER']);
  setUp.backend.models.push({ ...second, promotion: LOST });
  return setUp;
}

async function choosesTheSecond({ user }: ReturnType<typeof openDraft>) {
  await user.click(await screen.findByRole('button', { name: /Version of Churn risk/ }));
  await user.click(await screen.findByRole('option', { name: /^Version 2/ }));
}

it('another version is chosen, says what its card says, is saved and taken back by undo', async () => {
  const open = openDraft('?tab=models', withSecond());
  await choosesTheSecond(open);
  expect(await screen.findByText('Other than live')).toBeInTheDocument();
  expect(screen.getByText(/could be up to 0.031 larger/)).toHaveTextContent('takes a reason of the approver');
  expect(screen.getByText('Has not won')).toBeInTheDocument();
  await waitFor(() => expect(newest(open.draft)?.models?.churn_risk).toBe(SECOND), { timeout: 10_000 });
  expect(await screen.findByRole('tab', { name: 'Changes (1)' })).toBeInTheDocument();
  await open.user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(screen.queryByText('Other than live')).not.toBeInTheDocument());
  await waitFor(() => expect(newest(open.draft)?.models?.churn_risk).toBe(CHURN_HASH), { timeout: 10_000 });
});

it('the champion is chosen back by one press', async () => {
  const open = openDraft('?tab=models', withSecond());
  await choosesTheSecond(open);
  await open.user.click(
    await screen.findByRole('button', { name: 'Decide with the champion of Churn risk' }),
  );
  await waitFor(() => expect(screen.queryByText('Other than live')).not.toBeInTheDocument());
});

it('a version that cannot be chosen is not shown as if it could', async () => {
  const setUp = withSecond();
  const document = newest(setUp.draft);
  if (document) document.models = { ...document.models, churn_risk: '00ff' };
  openDraft('?tab=models', setUp);
  expect(await screen.findByText(/There is no such version here/)).toBeInTheDocument();
  expect(screen.getByText('Not among those to choose: 00ff')).toBeInTheDocument();
});

it('while a model scores the customers nobody is counted; it is cancelled and begun again', async () => {
  const setUp = withSecond();
  setUp.backend.scoring = [
    {
      score: 'churn_risk',
      label: 'Churn risk',
      version: '2',
      hash: SECOND,
      state: 'SCORING',
      done: 20,
      customers: 60,
      failure: null,
    },
  ];
  const { user } = openDraft('?rule=at_risk', setUp);
  const scoring = await screen.findByRole('region', { name: 'Models that score the customers' });
  expect(within(scoring).getByText('20 of 60')).toBeInTheDocument();
  const rail = screen.getByRole('complementary', { name: 'Audience' });
  expect(within(rail).getByText(/has scored the customers/)).toBeInTheDocument();
  expect(within(rail).queryByText(/live today/)).not.toBeInTheDocument();
  await user.click(within(scoring).getByRole('button', { name: 'Cancel' }));
  await user.click(await within(scoring).findByRole('button', { name: 'Score the customers' }));
  expect(await within(rail).findByText(/live today/)).toBeInTheDocument();
  expect(screen.queryByRole('region', { name: 'Models that score the customers' })).not.toBeInTheDocument();
});

it('what the draft gives by another model is not counted as the live one gives it', async () => {
  const setUp = withSecond();
  const document = newest(setUp.draft);
  if (document) document.models = { ...document.models, churn_risk: SECOND };
  openDraft('?rule=at_risk', setUp);
  expect(await screen.findByText(/decides with another model than the live one/)).toBeInTheDocument();
});

it('a model that has not won is published for everybody, with a reason of its own', async () => {
  const setUp = withSecond(withApproved());
  const document = newest(setUp.draft);
  if (document) document.models = { ...document.models, churn_risk: SECOND };
  const { user, draft } = openDraft('?tab=review', setUp);
  const card = await screen.findByRole('region', { name: 'Other models' });
  expect(within(card).getByText('Has not won')).toBeInTheDocument();
  await user.click(await screen.findByRole('button', { name: 'Publish…' }));
  const dialog = await screen.findByRole('dialog', { name: /^Publish/ });
  expect(within(dialog).getByText(/models are not tried on a share/)).toBeInTheDocument();
  await user.type(within(dialog).getByRole('textbox', { name: 'Reason' }), 'Spring');
  const publish = within(dialog).getByRole('button', { name: 'Publish to everybody' });
  expect(publish).toBeDisabled();
  await user.type(
    within(dialog).getByRole('textbox', { name: 'Why with this model all the same' }),
    'The old source is gone',
  );
  await user.click(publish);
  await waitFor(() => expect(draft.state).toBe('PUBLISHED'));
});
