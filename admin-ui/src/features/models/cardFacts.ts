import type { ModelCard } from '@/lib/api/types/models';
import type { Formats } from '@/lib/format';
import { humanize } from '@/lib/text';

/** What a card says about how the model was made, without what it leaves empty. */
export function cardFacts(
  { trainer, seed, data, settings }: ModelCard,
  { date, integer }: Formats,
): [string, string][] {
  const facts: [string, string | number][] = [
    ['Trainer', trainer || 'Made elsewhere'],
    ['Trained on', data.source],
    ['Target', data.target],
    ['Features as of', data.asOf ? date(data.asOf) : ''],
    ['Horizon in months', data.horizonMonths || ''],
    ['Customers', data.customers ? integer(data.customers) : ''],
    ['Rows', data.rows ? integer(data.rows) : ''],
    ['Seed', trainer ? seed : ''],
    ...Object.entries(settings).map(([name, value]): [string, string] => [settingName(name), value]),
  ];
  return facts.filter(([, value]) => value !== '').map(([name, value]) => [name, String(value)]);
}

export const settingName = (name: string) => humanize(name.replaceAll(/([a-z])([A-Z])/g, '$1 $2'));
