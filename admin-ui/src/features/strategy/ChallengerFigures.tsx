import { Table } from '@/components/Table';
import type { ArmFigures, Comparison } from '@/lib/api/types/strategy';
import { moneyDelta } from '@/lib/delta';
import { DASH, type Formats, plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { points } from './points';

interface Row {
  name: string;
  champion: string;
  challenger: string;
  difference: string;
}

/** Champion and challenger side by side in figures of all their customers. */
export function ChallengerFigures({ comparison }: { comparison: Comparison }) {
  const formats = useFormats();
  const { integer, percent } = formats;
  const { champion, challenger, otherwise, otherSegment, otherAction } = comparison;
  const rows: Row[] = [
    {
      name: 'Customers',
      champion: integer(champion.customers),
      challenger: integer(challenger.customers),
      difference: DASH,
    },
    {
      name: 'Share',
      champion: percent(champion.share, 1),
      challenger: percent(challenger.share, 1),
      difference: DASH,
    },
    {
      name: 'With an action',
      champion: reached(champion, formats),
      challenger: reached(challenger, formats),
      difference: points(challenger.reachedShare - champion.reachedShare, formats),
    },
    {
      name: 'Expected value per customer',
      champion: interval(champion.expectedValue, formats),
      challenger: interval(challenger.expectedValue, formats),
      difference: difference(comparison, formats),
    },
  ];
  return (
    <>
      <p className="challenger-sentence">
        <b>
          {integer(otherwise)} of the challenger’s {integer(challenger.customers)}{' '}
          {plural(challenger.customers, 'customer', 'customers')}
        </b>{' '}
        would have got another segment ({integer(otherSegment)}) or first action ({integer(otherAction)}) from
        the champion. {verdict(comparison, formats)}
      </p>
      <Table
        label="Champion and challenger"
        rows={rows}
        rowKey={(row) => row.name}
        columns={[
          { id: 'name', header: 'Of each', cell: (row) => row.name },
          { id: 'champion', header: 'Champion', numeric: true, cell: (row) => row.champion },
          { id: 'challenger', header: 'Challenger', numeric: true, cell: (row) => row.challenger },
          { id: 'difference', header: 'Difference', numeric: true, cell: (row) => row.difference },
        ]}
      />
    </>
  );
}

const reached = (arm: ArmFigures, { integer, percent }: Formats) =>
  `${integer(arm.reached)} (${percent(arm.reachedShare, 1)})`;

function interval({ mean, low, high }: ArmFigures['expectedValue'], { exactMoney }: Formats): string {
  if (mean === null) return DASH;
  return low === null || high === null
    ? exactMoney(mean)
    : `${exactMoney(mean)} (${exactMoney(low)} to ${exactMoney(high)})`;
}

function difference({ difference: { mean, low, high } }: Comparison, formats: Formats): string {
  if (mean === null) return DASH;
  return low === null || high === null
    ? moneyDelta(mean, formats)
    : `${moneyDelta(mean, formats)} (${moneyDelta(low, formats)} to ${moneyDelta(high, formats)})`;
}

/** What the interval of the difference says, in words. */
function verdict({ difference: { low, high }, sampleRatio }: Comparison, formats: Formats): string {
  if (low === null || high === null || sampleRatio.off) return '';
  if (low > 0)
    return `Its customers are expected to be worth more, by at least ${formats.exactMoney(low)} each.`;
  if (high < 0)
    return `Its customers are expected to be worth less, by at least ${formats.exactMoney(-high)} each.`;
  return 'Whether its customers are expected to be worth more or less cannot be told from so many.';
}
