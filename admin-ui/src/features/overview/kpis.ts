import type { HistoryPoint, Overview } from '@/lib/api/types/overview';
import type { Formats } from '@/lib/format';
import type { Scores } from '@/lib/useScores';

export interface Kpi {
  label: string;
  explained: string;
  value: string | null;
  color: string;
  course: number[];
  change: Change | null;
}

interface Change {
  text: string;
  direction: number;
  tone: 'good' | 'bad' | 'neutral';
  since: string;
}

type Measure = Exclude<keyof HistoryPoint, 'at'>;

interface Spec {
  measure: Measure;
  label: string;
  explained: string;
  color: string;
  /** Which way is good news; 0 when neither is. */
  better: 1 | 0 | -1;
  show: (n: number, f: Formats) => string;
  /** A share changes by points, everything else by a share of itself. */
  points?: boolean;
}

const specs = (threshold: string, { value, risk }: Scores): Spec[] => [
  {
    measure: 'customers',
    label: 'Customers',
    explained: 'Customers in the base at the last whole-base run',
    color: 'var(--accent)',
    better: 1,
    show: (n, f) => f.integer(n),
  },
  {
    measure: 'averageClv',
    label: `Average ${value.words}`,
    explained: `Mean ${value.words} of the customers it is known of`,
    color: 'var(--good)',
    better: 1,
    show: (n, f) => f.money(n),
  },
  {
    measure: 'churnRiskShare',
    label: 'Customers at risk',
    explained: `Share of customers whose ${risk.words} is at least ${threshold}`,
    color: 'var(--bad)',
    better: -1,
    show: (n, f) => f.percent(n, 1),
    points: true,
  },
  {
    measure: 'valueAtRisk',
    label: 'Value at risk',
    explained: `${value.label} times ${risk.words}, added up`,
    color: 'var(--bad)',
    better: -1,
    show: (n, f) => f.compactMoney(n),
  },
  {
    measure: 'actionsRecommended',
    label: 'Actions recommended',
    explained: 'Actions recommended by the last whole-base run',
    color: 'var(--seg-2)',
    better: 0,
    show: (n, f) => f.integer(n),
  },
];

export function kpis(overview: Overview, scores: Scores, f: Formats): Kpi[] {
  const now: Record<Measure, number | null> = { customers: overview.customers, ...overview.kpis };
  const { previous } = overview.kpis;
  return specs(f.percent(overview.kpis.atRiskThreshold), scores).map((spec) => {
    const value = now[spec.measure];
    return {
      label: spec.label,
      explained: spec.explained,
      color: spec.color,
      value: value === null ? null : spec.show(value, f),
      course: overview.history.flatMap((point) => point[spec.measure] ?? []),
      change:
        previous && value !== null ? change(spec, value, previous[spec.measure], previous.asOf, f) : null,
    };
  });
}

function change(
  spec: Spec,
  now: number,
  before: number | null | undefined,
  at: string,
  f: Formats,
): Change | null {
  if (before === null || before === undefined || (!spec.points && before === 0)) return null;
  const difference = spec.points ? now - before : (now - before) / Math.abs(before);
  const shown = Number((difference * 100).toFixed(1));
  const sign = shown > 0 ? '+' : '−';
  const size = spec.points ? `${f.number(Math.abs(shown), 1)} pts` : f.percent(Math.abs(difference), 1);
  const direction = Math.sign(shown);
  const verdict = direction * spec.better;
  return {
    text: shown === 0 ? 'Unchanged' : sign + size,
    direction,
    tone: verdict > 0 ? 'good' : verdict < 0 ? 'bad' : 'neutral',
    since: f.when(at),
  };
}
