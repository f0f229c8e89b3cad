import type { ModelCard } from '@/lib/api/types/models';
import type { Formats } from '@/lib/format';
import { partsName, trainerName } from './trainerNames';
import { choiceName, settingName } from './trainingSettings';

/**
 * What a card says about how the model was made, without what it leaves empty.
 *
 * @param named puts the labels of attributes and features where a value has their names
 */
export function cardFacts(
  { trainer, seed, data, settings }: ModelCard,
  { date, integer }: Formats,
  named: (text: string) => string,
): [string, string][] {
  const facts: [string, string | number][] = [
    ['Trainer', trainer ? trainerName(trainer) : 'Made elsewhere'],
    ['Trained on', data.source],
    ['Target', data.target],
    ['Features as of', data.asOf ? date(data.asOf) : ''],
    ['Horizon in months', data.horizonMonths || ''],
    ['Customers', data.customers ? integer(data.customers) : ''],
    ['Rows', data.rows ? integer(data.rows) : ''],
    ['Seed', trainer ? seed : ''],
    ...Object.entries(settings).map(([name, value]): [string, string] => [
      settingName(name),
      trainer === 'average' && name === 'parts' ? partsName(value.split(',')) : choiceName(named(value)),
    ]),
  ];
  return facts.filter(([, value]) => value !== '').map(([name, value]) => [name, String(value)]);
}
