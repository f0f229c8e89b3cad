import type { EvidenceFigure } from '@/lib/api/types/models';
import { DASH, type Formats } from '@/lib/format';
import { measureText, metricName } from '@/lib/metrics';

const NAMES: Record<string, string> = {
  lossChange: 'Change of the loss',
  lostShare: 'Share lost',
  calibrationError: 'Calibration error',
  meanScore: 'Mean score',
  bestThreshold: 'Best threshold',
  totalRatio: 'Predicted ÷ actual',
  logLoss: 'Log-loss',
  halfWidth: 'Half width',
  coverage: 'Share held',
  share: 'Share of customers',
  rows: 'Rows',
};

const SHARES = new Set(['lostShare', 'coverage', 'share']);

export const figureName = (name: string) => NAMES[name] ?? metricName(name);

/** A figure of the evidence as a person reads it; changes carry their sign. */
export function numberText(name: string, value: number | null, f: Formats): string {
  if (value === null) return DASH;
  if (name === 'lossChange') return `${value > 0 ? '+' : ''}${f.percent(value, 1)}`;
  if (SHARES.has(name)) return f.percent(value, 1);
  if (name === 'rows') return f.integer(value);
  return measureText(value, f);
}

/** The 95% interval of a figure as "0.71–0.86"; null when there is none. */
export function intervalText(
  { name, low, high }: Pick<EvidenceFigure, 'name' | 'low' | 'high'>,
  f: Formats,
): string | null {
  if (low == null || high == null || low === high) return null;
  const joint = name === 'lossChange' || low < 0 ? ' to ' : '–';
  return `${numberText(name, low, f)}${joint}${numberText(name, high, f)}`;
}
