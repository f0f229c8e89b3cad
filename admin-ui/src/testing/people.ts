import { normal, seeded } from './random';

/** One synthetic customer with everything a condition of the synthetic strategy reads. */
export interface Person {
  id: string;
  name: string;
  age: number;
  annual_income: number;
  purchase_frequency: number;
  loyalty_score: number;
  region: string;
  days_since_last_purchase: number;
  spend_per_purchase: number;
  clv: number;
  churn_risk: number;
  cluster: number;
  consent_email: boolean;
  consent_phone: boolean;
}

const FIRST =
  'Olga Kenji Greta Priya Amelia Pavel Mei Liam Mateo Victor Hannah Yuki Samuel Ines Noah Zara'.split(' ');
const LAST =
  'Haddad Kaur Murphy Lindqvist Kowalski Castillo Schmidt Nguyen Andersen Moreau Iyer Novak Ferreira'.split(
    ' ',
  );
const REGIONS = ['North', 'South', 'East', 'West'];

const pick = <T>(from: readonly T[], u: number): T => from[Math.floor(u * from.length)] as T;
const between = (low: number, v: number, high: number) => Math.min(high, Math.max(low, v));

/** So many made-up customers, the same for the same number. */
export function makePeople(count: number): Person[] {
  const uniform = seeded(20260301);
  return Array.from({ length: count }, (_, i) => {
    const loyalty = between(0.5, 5.6 + 2.1 * normal(uniform), 10);
    const frequency = Math.round(between(1, 2 + loyalty * 1.7 + 3.5 * normal(uniform), 32));
    const income = Math.round(between(18_000, 52_000 + 15_000 * normal(uniform), 140_000));
    const days = Math.round(between(1, 150 - 12 * loyalty + 30 * normal(uniform), 330));
    const risk =
      1 /
      (1 +
        Math.exp(
          0.62 * (loyalty - 4.6) + 0.12 * (frequency - 9) - 0.012 * (days - 80) + 0.4 * normal(uniform),
        ));
    const spend = between(12, 58 + income / 1500 + 14 * normal(uniform), 260);
    const clv = spend * frequency * (1.15 - 0.6 * risk) * Math.exp(0.22 * normal(uniform));
    return {
      id: `C-${100_001 + i}`,
      name: `${pick(FIRST, uniform())} ${pick(LAST, uniform())}`,
      age: Math.round(between(18, 41 + 13 * normal(uniform), 88)),
      annual_income: income,
      purchase_frequency: frequency,
      loyalty_score: Number(loyalty.toFixed(1)),
      region: pick(REGIONS, uniform()),
      days_since_last_purchase: days,
      spend_per_purchase: Number(spend.toFixed(2)),
      clv: Number(clv.toFixed(2)),
      churn_risk: Number(between(0.01, risk, 0.99).toFixed(4)),
      cluster: 1 + Math.floor(uniform() * 5),
      consent_email: uniform() < 0.86,
      consent_phone: uniform() < 0.61,
    };
  });
}
