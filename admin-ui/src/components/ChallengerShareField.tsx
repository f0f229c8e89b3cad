import { NumberField } from './Fields';

const PERCENT: Intl.NumberFormatOptions = { style: 'percent', maximumFractionDigits: 1 };

interface Props {
  value: number;
  onChange: (share: number) => void;
  problem: string | undefined;
}

/** On how many of the customers a challenger is tried, in the thousandths that the server takes. */
export function ChallengerShareField(props: Props) {
  return (
    <NumberField
      label="Share of the customers"
      format={PERCENT}
      step={0.001}
      minimum={0.001}
      maximum={0.5}
      live
      {...props}
    />
  );
}
