import type { Limits } from '@/lib/api/limits';

interface LimitKind {
  field: 'segmentChanges' | 'actionChanges' | 'valueLoss' | 'costIncrease';
  label: string;
  hint: string;
  /** Of these more than everything is possible. */
  grows: boolean;
}

/** The limits that are about the whole base, in the order of the page. */
export const LIMITS: LimitKind[] = [
  {
    field: 'segmentChanges',
    label: 'Another segment',
    hint: 'Share of the customers who get another segment',
    grows: false,
  },
  {
    field: 'actionChanges',
    label: 'Another first action',
    hint: 'Share of the customers who get another first action',
    grows: false,
  },
  {
    field: 'valueLoss',
    label: 'Loss of expected value',
    hint: 'By how much the expected value of all first actions may fall',
    grows: false,
  },
  {
    field: 'costIncrease',
    label: 'Rise of the cost',
    hint: 'By how much the cost of all first actions may grow',
    grows: true,
  },
];

/** What a form shows of a limit that is not set. */
export const orNaN = (share: number | null | undefined): number => share ?? Number.NaN;

export const orNull = (share: number): number | null => (Number.isNaN(share) ? null : share);

/** The limit of each channel, where there is one. */
export const contactsOf = ({ contacts }: Limits): Record<string, number> =>
  Object.fromEntries(contacts.map((c) => [c.channel, c.increase]));
