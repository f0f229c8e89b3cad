import type { AttributeGroups } from '@/lib/api/types/simulations';
import type { Formats } from '@/lib/format';
import { listed } from '@/lib/text';

type Group = AttributeGroups['groups'][number];

const lowest = (groups: Group[], side: 'before' | 'after') =>
  [...groups].sort((a, b) => a[side].share - b[side].share);

/** Who is offered most and least, before and after, and whom the change sets apart. */
export function groupsInWords({ label, groups }: AttributeGroups, { percent }: Formats): string {
  const sorted = lowest(groups, 'after');
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (!least || !most || least === most) return `By ${label.toLowerCase()} there is only one group.`;
  const first = lowest(groups, 'before');
  const were = `${percent(first[0]?.before.share ?? 0)} to ${percent(first.at(-1)?.before.share ?? 0)}`;
  const range = `Offered something beside the last resort: ${percent(least.after.share)} (${least.group}) to ${percent(most.after.share)} (${most.group}), ${were} before.`;
  const apart = groups.filter((g) => g.after.differs && !g.before.differs).map((g) => g.group);
  return apart.length === 0
    ? `${range} No group differs from the others that did not before.`
    : `${range} ${listed(apart)} ${apart.length === 1 ? 'differs' : 'differ'} from the others by more than chance, which was not so before.`;
}

export const groupColumns = (currency: string) => [
  'Group',
  'Customers',
  'Who change',
  'Offered before',
  'Offered after',
  '95% interval after',
  'Unlike the others',
  `Expected value per customer before (${currency})`,
  `Expected value per customer after (${currency})`,
];

export const groupRows = ({ groups }: AttributeGroups, { percent, fixed }: Formats) =>
  groups.map((g) => [
    g.group,
    g.customers,
    g.changed,
    percent(g.before.share, 1),
    percent(g.after.share, 1),
    `${percent(g.after.low, 1)} to ${percent(g.after.high, 1)}`,
    g.after.differs ? 'yes' : 'no',
    fixed(g.valueBefore, 2),
    fixed(g.valueAfter, 2),
  ]);
