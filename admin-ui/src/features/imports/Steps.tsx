import { Check } from 'lucide-react';

export function Steps({ steps, current }: { steps: string[]; current: number }) {
  return (
    <ol className="steps" aria-label="Steps">
      {steps.map((step, i) => (
        <li key={step} aria-current={i === current ? 'step' : undefined} data-done={i < current || undefined}>
          <span className="step-mark num" aria-hidden>
            {i < current ? <Check size={13} /> : i + 1}
          </span>
          {step}
          {i < current && <span className="sr"> done</span>}
        </li>
      ))}
    </ol>
  );
}
