import type {
  Decision,
  NotRecommendedAction,
  RecommendedAction,
  ScoreExplanation,
} from '@/lib/api/types/decision';
import { meets, sentence, trace } from './conditions';
import type { Person } from './people';
import { ACTIONS, type ActionRule, SEGMENTS, type SegmentRule, STRATEGY_HASH } from './strategy';

export const segmentOf = (p: Person): SegmentRule =>
  SEGMENTS.find((s) => meets(s.condition, p)) ?? (SEGMENTS.at(-1) as SegmentRule);

const consents = (p: Person, channel: string) =>
  channel === 'email' ? p.consent_email : channel === 'phone' ? p.consent_phone : true;

function arbitrate(action: ActionRule, p: Person) {
  const propensity = Number((0.08 + 0.3 * p.churn_risk * (p.loyalty_score / 10)).toFixed(4));
  const factors = { propensity, contextWeight: 1, value: p.clv, lever: action.lever, cost: action.cost };
  return { factors, expectedValue: Number((propensity * p.clv * action.lever - action.cost).toFixed(2)) };
}

export function recommendedActions(p: Person): RecommendedAction[] {
  return ACTIONS.filter((a) => meets(a.condition, p) && consents(p, a.channel))
    .map((a) => ({ a, ...arbitrate(a, p) }))
    .sort((x, y) => y.expectedValue - x.expectedValue)
    .slice(0, 3)
    .map(({ a, factors, expectedValue }, i) => ({
      rank: i + 1,
      id: a.id,
      name: a.name,
      description: a.description,
      kind: a.kind,
      channel: a.channel,
      fallback: a.id === 'newsletter',
      expectedValue,
      factors,
      reasons: [sentence(a.condition) || 'Suits everybody', `Lifetime value is ${Math.round(p.clv)} USD`],
      validDays: 30,
    }));
}

function left(p: Person, taken: RecommendedAction[]): NotRecommendedAction[] {
  return ACTIONS.filter((a) => !taken.some((r) => r.id === a.id)).map((a) => {
    const miss = trace(a.condition, p).find((c) => !c.met);
    const eligible = meets(a.condition, p);
    return {
      id: a.id,
      name: a.name,
      channel: a.channel,
      outcome: eligible ? 'SUPPRESSED' : 'NOT_ELIGIBLE',
      reason: eligible
        ? `No consent for ${a.channel}`
        : `${miss?.text ?? 'A condition'} is not met: it is ${miss?.actual ?? 'missing'}`,
    };
  });
}

/** A made-up model: risk follows from loyalty and age alone. */
function explainRisk(p: Person): ScoreExplanation {
  const logOdds = Math.log(p.churn_risk / (1 - p.churn_risk));
  const byLoyalty = (logOdds + 0.4) * 0.7;
  return {
    score: 'churn_risk',
    label: 'Churn risk',
    scale: 'LOG_ODDS',
    baseline: -0.4,
    baselineScore: 1 / (1 + Math.exp(0.4)),
    sentence: 'Churn risk is explained by loyalty and age.',
    attributions: [
      {
        input: 'loyalty_score',
        label: 'Loyalty score',
        value: String(p.loyalty_score),
        attribution: byLoyalty,
      },
      { input: 'age', label: 'Age', value: String(p.age), attribution: logOdds + 0.4 - byLoyalty },
    ],
  };
}

export function decide(p: Person, asOf: string, decisionId: string | null): Decision {
  const segment = segmentOf(p);
  const actions = recommendedActions(p);
  return {
    decisionId,
    customerId: p.id,
    asOf,
    strategyHash: STRATEGY_HASH,
    arm: null,
    modelHashes: {
      clv: 'b81e02c4d1f7a0939be4',
      churn_risk: '27ffae90c334d2e1aa07',
      cluster: '5510dd7b02ac99e4d310',
    },
    scores: [
      { name: 'clv', label: 'Lifetime value', kind: 'AMOUNT', unit: 'USD', value: p.clv, problem: null },
      {
        name: 'churn_risk',
        label: 'Churn risk',
        kind: 'PROBABILITY',
        unit: '',
        value: p.churn_risk,
        problem: null,
      },
      { name: 'cluster', label: 'Cluster', kind: 'CLUSTER', unit: '', value: p.cluster, problem: null },
    ],
    segment: { name: segment.name, label: segment.label, color: '' },
    actions,
    notRecommended: left(p, actions),
    trace: {
      segments: SEGMENTS.map((s) => ({
        id: s.name,
        name: s.label,
        matched: meets(s.condition, p),
        conditions: trace(s.condition, p),
      })),
      actions: ACTIONS.map((a) => ({
        id: a.id,
        name: a.name,
        matched: meets(a.condition, p),
        conditions: trace(a.condition, p),
      })),
      scores: [explainRisk(p)],
    },
  };
}
