import { useId } from 'react';
import type { Model } from '@/lib/api/types/models';
import { useFormats } from '@/lib/SessionContext';
import type { OperatingPoint } from './operatingPoints';
import { useScoreText } from './useScoreText';

interface Props {
  model: Model;
  points: OperatingPoint[];
  index: number;
  onChange: (index: number) => void;
}

/** Goes from measured point to measured point; says score, precision, recall and F1 as it goes. */
export function ThresholdSlider({ model, points, index, onChange }: Props) {
  const id = useId();
  const { percent, fixed } = useFormats();
  const { text } = useScoreText(model);
  const point = points[index];
  if (!point) return null;
  const spoken =
    `${text(point.threshold)}: precision ${percent(point.precision, 1)}, ` +
    `recall ${percent(point.recall, 1)}, F1 ${fixed(point.f1, 3)}`;
  return (
    <div className="threshold">
      <label htmlFor={id}>{model.label} of at least</label>
      <output htmlFor={id} className="num">
        {text(point.threshold)}
      </output>
      <input
        id={id}
        type="range"
        min={0}
        max={points.length - 1}
        step={1}
        value={index}
        aria-valuetext={spoken}
        onChange={(event) => onChange(Number(event.target.value))}
      />
      <span className="threshold-ends muted small" aria-hidden>
        <span>contact everybody</span>
        <span>contact the surest few</span>
      </span>
    </div>
  );
}
