import { NumberField } from '@/components/Fields';
import { useFormats } from '@/lib/SessionContext';
import type { Stakes } from './operatingPoints';

interface Props {
  stakes: Stakes;
  onChange: (change: Partial<Stakes>) => void;
}

/** What a contact costs and what it can bring. */
export function StakesFields({ stakes, onChange }: Props) {
  const { currency } = useFormats();
  const money: Intl.NumberFormatOptions = { style: 'currency', currency };
  const set = (name: keyof Stakes) => (n: number) => {
    if (!Number.isNaN(n)) onChange({ [name]: n });
  };
  return (
    <div className="form-row">
      <NumberField
        label="Cost of a contact"
        value={stakes.contactCost}
        onChange={set('contactCost')}
        minimum={0}
        format={money}
      />
      <NumberField
        label="Value of a kept customer"
        value={stakes.keptValue}
        onChange={set('keptValue')}
        minimum={0}
        format={money}
      />
      <NumberField
        label="Kept of those rightly contacted"
        value={stakes.keptShare}
        onChange={set('keptShare')}
        minimum={0}
        maximum={1}
        step={0.01}
        format={{ style: 'percent' }}
      />
    </div>
  );
}
