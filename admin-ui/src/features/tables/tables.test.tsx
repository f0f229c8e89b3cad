import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import type { TableGap } from '@/lib/api/types/drafts';
import type { DecisionTable } from '@/lib/api/types/tables';
import { createBackend } from '@/testing/backend';
import { anyCell } from '@/testing/cells';
import type { StoredDraft } from '@/testing/draftStore';
import { draftDocument } from '@/testing/drafts';
import { seeded } from '@/testing/random';
import { renderApp } from '@/testing/renderApp';
import { server } from '@/testing/server';
import { careTable } from '@/testing/tables';

let drafts = 0;

/** A draft with these tables, opened at its tab Tables. */
function open(
  tables: DecisionTable[] = [careTable()],
  roles?: ('ANALYST' | 'MARKETER')[],
  gaps: TableGap[] = [],
) {
  const backend = createBackend(roles ? { roles } : {});
  backend.gaps = gaps;
  const { now, strategy } = backend;
  const document = { ...draftDocument(), ...(tables.length > 0 ? { tables } : {}) };
  const draft: StoredDraft = {
    // The browser keeps drafts by their id: no two tests share one.
    id: `tables-${++drafts}`,
    name: 'Care by risk',
    state: 'OPEN',
    createdAt: now,
    createdBy: 'mira',
    revisions: [{ revision: 1, basedOn: strategy.hash, document, savedAt: now, savedBy: 'mira' }],
    events: [],
    authors: ['mira'],
    simulation: null,
  };
  backend.drafts.push(draft);
  return { draft, ...renderApp(`/drafts/${draft.id}?tab=tables`, backend) };
}

const grid = async () => {
  const found = await screen.findByRole('grid');
  found.focus();
  return found;
};

const row = (n: number) =>
  screen.getByRole('grid').querySelector(`[aria-rowindex="${n + 1}"]`) as HTMLElement;
const cells = (n: number) =>
  within(row(n))
    .getAllByRole('gridcell')
    .map((c) => c.textContent);

const saved = (draft: StoredDraft) => draft.revisions.at(-1)?.document.tables;

it('a table is added with a term and the values it decides, and saved', async () => {
  const { user, draft } = open([]);
  await user.click((await screen.findAllByRole('button', { name: 'Table' }))[0] as HTMLElement);
  const dialog = await screen.findByRole('dialog', { name: 'New decision table' });
  await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'Care');
  await user.type(within(dialog).getByRole('textbox', { name: 'What it decides' }), 'Level of care');
  await user.click(within(dialog).getByRole('button', { name: 'Add table' }));
  await grid();
  expect(cells(1)).toEqual(['-', 'high']);
  await waitFor(() => expect(saved(draft)).toHaveLength(1), { timeout: 10_000 });
  expect(saved(draft)?.[0]).toMatchObject({
    name: 'care',
    hitPolicy: 'FIRST',
    inputs: ['churn_risk'],
    outputs: [{ name: 'level_of_care', values: ['high', 'low'] }],
  });
});

it('cells are written by keyboard alone: typed over, corrected, left as they were, undone', async () => {
  const { user, draft } = open();
  await grid();
  await user.keyboard('80%{Enter}');
  expect(cells(1)[0]).toBe('0.8');
  await user.keyboard('{F2}{Control>}a{/Control}>= 0.35{Tab}');
  expect(cells(2)[0]).toBe('>= 0.35');
  await user.keyboard('{F2}x{Escape}');
  expect(cells(2)[1]).toBe('"West","South"');
  await user.keyboard('{Delete}');
  expect(cells(2)[1]).toBe('-');
  await user.keyboard('west{Enter}');
  expect(cells(2)[1]).toBe('"West"');
  await waitFor(() => expect(saved(draft)?.[0]?.rows[1]?.when).toEqual(['>= 0.35', '"West"']), {
    timeout: 10_000,
  });
  for (let n = 0; n < 4; n++) await user.keyboard('{Control>}z{/Control}');
  expect([cells(1)[0], ...cells(2).slice(0, 2)]).toEqual(['>=0.7', '[0.4..0.7)', '"West","South"']);
});

it('rows are moved, duplicated, added and deleted by keyboard', async () => {
  const { user } = open();
  await grid();
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
  expect(await screen.findByText('Row 1 is now row 2')).toBeInTheDocument();
  expect(cells(2)[0]).toBe('>=0.7');
  await user.keyboard('{Control>}d{/Control}');
  expect(cells(3)).toEqual(cells(2));
  await user.keyboard('{Insert}');
  expect(cells(4)).toEqual(['-', '-', 'high']);
  await user.keyboard('{Control>}{Delete}{/Control}');
  expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '6');
  await user.click(screen.getByRole('button', { name: 'Move row to position…' }));
  const place = within(await screen.findByRole('dialog')).getByRole('textbox', { name: /^Position/ });
  await user.clear(place);
  await user.type(place, '1{Enter}');
  expect(await screen.findByText('Row 4 is now row 1')).toBeInTheDocument();
});

it('the fields below a cell say the same as its text', async () => {
  const { user } = open();
  await grid();
  await user.keyboard('{F2}');
  const panel = await screen.findByRole('dialog', { name: 'Fields for Churn risk, row 1' });
  expect(within(panel).getByText('is at least 70%')).toBeInTheDocument();
  await user.click(within(panel).getByRole('radio', { name: 'from … to' }));
  expect(screen.getByRole('textbox', { name: 'Churn risk, row 1' })).toHaveValue('[0.7..1]');
  await user.click(screen.getByRole('textbox', { name: 'Churn risk, row 1' }));
  await user.keyboard('{Enter}{ArrowUp}{ArrowRight}{F2}');
  await user.click(await screen.findByRole('checkbox', { name: 'East' }));
  await user.click(screen.getByRole('checkbox', { name: 'North' }));
  await user.keyboard('{Enter}');
  await waitFor(() => expect(cells(1)).toEqual(['[0.7..1]', '"North","East"', 'high']));
});

it('rows show whom they count for, in figures and in words, and who reaches nobody is marked', async () => {
  const { user } = open();
  await grid();
  const rail = screen.getByRole('complementary', { name: 'Customers and rows in words' });
  expect(await within(rail).findByText(/^When Churn risk is at least 70%, then/)).toBeInTheDocument();
  await waitFor(() => expect(row(1)).toHaveTextContent(/customers/));
  expect(row(3)).toHaveTextContent(/Counts for nobody|Nobody meets it/);
  await user.click(within(rail).getByRole('button', { name: /^4/ }));
  expect(await within(rail).findByText(/customers? by row 4/)).toBeInTheDocument();
});

it('a row that is missing is taken over with one press, and why others cannot be written is said', async () => {
  const gap = {
    table: 'care',
    customers: 12,
    rows: [
      {
        when: ['[0.3..0.5)', '"North"'],
        then: ['low'],
        nearest: 1,
        customers: 9,
        sentence: 'When churn risk is at least 30% and region is North, then care is low.',
      },
    ],
    unwritten: ['Some have no value of Region, which only "-" lets pass.'],
  };
  const { user } = open([careTable()], undefined, [gap]);
  await grid();
  const rows = screen.getByRole('grid').getAttribute('aria-rowcount');
  const missing = await screen.findByRole('region', { name: 'Rows that are missing' });
  expect(missing).toHaveTextContent('Fits 9 customers. What it gives is taken from row 2');
  expect(missing).toHaveTextContent('Some have no value of Region');
  const add = within(missing).getByRole('button', { name: /^Add this row/ });
  await waitFor(() => expect(add).toBeEnabled());
  await user.click(add);
  expect(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', String(Number(rows) + 1));
  expect(cells(Number(rows))).toEqual(['[0.3..0.5)', '"North"', 'low']);
  expect(screen.queryByRole('button', { name: /^Add this row/ })).not.toBeInTheDocument();
});

it('a cell that the server cannot read is marked, told, and found by F8 and from the list of problems', async () => {
  const { user } = open();
  await grid();
  await user.keyboard('{ArrowDown}{ArrowDown}about half{Enter}');
  const bad = within(row(3)).getAllByRole('gridcell')[0] as HTMLElement;
  expect(bad).toHaveTextContent('about half');
  await waitFor(() => expect(bad).toHaveAttribute('aria-invalid', 'true'));
  await user.keyboard('{Control>}{Home}{/Control}{F8}');
  const section = screen.getByRole('region', { name: 'Table Care' });
  expect(within(section).getByText(/The cell about half is none of/)).toBeInTheDocument();
  await user.keyboard('{Control>}{Home}{/Control}');
  for (let again = 0; again < 2; again++) {
    await user.click(within(screen.getByRole('region', { name: 'Problems' })).getByRole('link'));
    expect(await within(section).findByText(/The cell about half is none of/)).toBeInTheDocument();
    expect(screen.getByRole('grid')).toHaveFocus();
    await user.keyboard('{Control>}{Home}{/Control}');
    expect(within(section).queryByText(/The cell about half is none of/)).not.toBeInTheDocument();
  }
});

it('cells go to a spreadsheet and come back with new rows; what does not fit is told, one undo takes it back', async () => {
  const { user } = open();
  const target = await grid();
  await user.keyboard('{Shift>}{ArrowDown}{ArrowRight}{/Shift}');
  const data: Record<string, string> = {};
  fireEvent.copy(target, { clipboardData: { setData: (type: string, text: string) => (data[type] = text) } });
  expect(data['text/plain']).toBe('>=0.7\t-\r\n[0.4..0.7)\t"West","South"');
  expect(data['text/html']).toContain('<td');
  await user.keyboard('{Control>}{End}{/Control}{ArrowLeft}');
  const text = 'south, west\thigh\t1\r\nNorth\tenormous\t2\r\n';
  fireEvent.paste(target, { clipboardData: { getData: () => text } });
  expect(cells(4)).toEqual(['-', '"South","West"', 'high']);
  expect(cells(5)).toEqual(['-', '"North"', 'enormous']);
  const report = await screen.findByText(/2 rows pasted; 1 of them new; 1 column did not fit/);
  expect(report).toHaveTextContent('Row 5, Level of care: enormous');
  await user.click(
    within(screen.getByRole('region', { name: 'Table Care' })).getByRole('button', { name: 'Undo' }),
  );
  expect(cells(4)).toEqual(['-', '"East"', 'low']);
  expect(target).toHaveAttribute('aria-rowcount', '5');
});

it('columns are added, changed and removed, and the policy is chosen in words', async () => {
  const { user, draft } = open();
  await grid();
  await user.click(screen.getByRole('button', { name: 'Column' }));
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Add column' }));
  expect(await screen.findByRole('columnheader', { name: /Lifetime value/ })).toBeInTheDocument();
  expect(cells(1)).toEqual(['>=0.7', '-', '-', 'high']);
  await user.click(screen.getByRole('button', { name: 'Remove column Lifetime value' }));
  await user.click(screen.getByRole('button', { name: /Which rows count/ }));
  await user.click(await screen.findByRole('option', { name: 'At most one row holds' }));
  (await grid()).focus();
  await user.keyboard('{End}');
  await user.click(screen.getByRole('button', { name: 'Change Level of care' }));
  const label = within(await screen.findByRole('dialog')).getByRole('textbox', { name: 'Label' });
  await user.type(label, ' now{Enter}');
  expect(await screen.findByRole('columnheader', { name: /Level of care now/ })).toBeInTheDocument();
  await waitFor(
    () => expect(saved(draft)?.[0]).toMatchObject({ hitPolicy: 'UNIQUE', inputs: ['churn_risk', 'region'] }),
    {
      timeout: 10_000,
    },
  );
});

it('a workbook is taken over after its faults were shown, as one step', async () => {
  const { user } = open();
  await grid();
  await user.click(screen.getByRole('button', { name: 'Upload' }));
  const dialog = await screen.findByRole('dialog', { name: /Upload rows/ });
  const table = { ...careTable(), rows: [{ when: ['<0.1', '-'], then: [null] }] };
  const problems = [{ cell: 'C3', text: 'The result is empty.' }];
  server.use(http.post('*/api/drafts/tables/workbook/reading', () => HttpResponse.json({ table, problems })));
  const input = document.querySelector('input[type=file]') as HTMLInputElement;
  fireEvent.change(input, { target: { files: [new File(['a workbook'], 'care.xlsx')] } });
  expect(await within(dialog).findByText(/The result is empty/)).toHaveTextContent('C3');
  await user.click(within(dialog).getByRole('button', { name: 'Take it over as it is' }));
  expect(cells(1)).toEqual(['<0.1', '-', '']);
  await user.keyboard('{Control>}z{/Control}');
  expect(cells(1)).toEqual(['>=0.7', '-', 'high']);
});

it('who may not edit reads the table', async () => {
  const { user } = open([careTable()], ['ANALYST']);
  await grid();
  await user.keyboard('x{F2}{Delete}{Insert}');
  expect(cells(1)).toEqual(['>=0.7', '-', 'high']);
  expect(screen.queryByRole('toolbar')).not.toBeInTheDocument();
});

it('of a hundred thousand cells only those in sight are drawn', async () => {
  const table = careTable();
  table.inputs = Array.from({ length: 19 }, (_, i) => `term_${i}`);
  table.rows = Array.from({ length: 5_000 }, (_, i) => ({
    when: table.inputs.map(() => `>=${i}`),
    then: ['high'],
  }));
  open([table]);
  const target = await grid();
  expect(within(target).getAllByRole('gridcell').length).toBeLessThan(600);
  expect(target).toHaveAttribute('aria-rowcount', '5001');
  expect(target).toHaveAttribute('aria-colcount', '21');
});

it('whatever the server accepts as a cell is shown as it is written and survives being opened and left', async () => {
  const uniform = seeded(11);
  const table = careTable();
  const texts = Array.from({ length: 12 }, () => [anyCell(uniform), anyCell(uniform)]);
  table.rows = texts.map((when) => ({ when, then: ['high'] }));
  const { user, draft } = open([table]);
  await grid();
  texts.forEach((when, i) => {
    expect(cells(i + 1).slice(0, 2)).toEqual(when);
  });
  for (let n = 0; n < 24; n++) await user.keyboard(n % 2 ? '{F2}{Enter}' : '{Enter}{Tab}{ArrowLeft}');
  expect(draft.revisions).toHaveLength(1);
  expect(screen.getByRole('button', { name: 'Undo' })).toBeDisabled();
});
