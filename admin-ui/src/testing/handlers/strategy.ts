import { HttpResponse, http } from 'msw';
import type { Condition, ConditionCount } from '@/lib/api/types/condition';
import type { LiveStrategy } from '@/lib/api/types/strategy';
import { type Backend, page } from '../backend';
import { meets, sentence } from '../conditions';
import { recommendedActions, segmentOf } from '../decide';
import { ACTIONS, SEGMENTS } from '../strategy';
import { TERMS } from '../vocabulary';
import { notFound } from './problem';

const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);

export function liveStrategy({ people, strategy, now, models }: Backend): LiveStrategy {
  return {
    ...strategy,
    tables: [],
    segments: SEGMENTS.map((s) => {
      const mine = people.filter((p) => segmentOf(p) === s);
      return {
        name: s.name,
        label: s.label,
        color: '',
        description: s.description,
        sentence: sentence(s.condition) || 'Everybody else',
        condition: s.condition,
        customers: mine.length,
        share: mine.length / people.length,
        clv: sum(mine.map((p) => p.clv)),
      };
    }),
    actions: ACTIONS.map((a, i) => ({
      id: a.id,
      name: a.name,
      description: a.description,
      kind: a.kind,
      channel: a.channel,
      priority: i + 1,
      sentence: sentence(a.condition) || 'Everybody',
      condition: a.condition,
      fallback: a.id === 'newsletter',
      propensity: 'Half the churn risk',
      value: 'Lifetime value',
      lever: a.lever,
      validDays: 30,
      cost: a.cost,
      customers: people.filter((p) => meets(a.condition, p)).length,
      recommended: people.filter((p) => recommendedActions(p).some((r) => r.id === a.id)).length,
      share: people.filter((p) => meets(a.condition, p)).length / people.length,
    })),
    contact: {
      limits: [{ id: 'mails', sentence: 'At most 2 contacts by e-mail in 7 days.', customers: 10 }],
      exempt: [],
    },
    arbitration: {
      sentence: 'Actions are ranked by propensity × context weight × value × lever, less cost.',
    },
    guardrails: [
      {
        name: 'no_minors',
        file: 'guardrails/no-minors.drl',
        sentence: 'Nobody under 18 is offered anything.',
      },
    ],
    features: [
      {
        name: 'spend_per_purchase',
        label: 'Spend per purchase',
        unit: 'USD',
        description: '',
        sentence: 'Net amount divided by purchase days',
      },
      {
        name: 'days_since_last_purchase',
        label: 'Days since last purchase',
        unit: 'days',
        description: '',
        sentence: 'Days from the last purchase to now',
      },
    ],
    models: models
      .filter((m) => m.aliases.includes('CHAMPION') && m.name !== 'cluster')
      .map(({ name, label, kind, unit, version, hash }) => ({ name, label, kind, unit, version, hash })),
    asOf: now,
    customers: people.length,
    channels: [
      { id: 'email', label: 'E-mail', consent: 'consent_email', weight: 1 },
      { id: 'phone', label: 'Phone', consent: 'consent_phone', weight: 1 },
    ],
    holdout: { share: 0.05 },
    base: { decidedBy: 'COLUMNS', comparedCustomers: 10_000, difference: null },
  };
}

export function countCondition({ people, now }: Backend, condition: Condition): ConditionCount {
  const found = people.filter((p) => meets(condition, p));
  return {
    customers: found.length,
    share: people.length ? found.length / people.length : 0,
    total: people.length,
    clv: sum(found.map((p) => p.clv)),
    bySegment: SEGMENTS.map((s) => ({
      name: s.name,
      label: s.label,
      customers: found.filter((p) => segmentOf(p) === s).length,
    })).filter((s) => s.customers > 0),
    sample: found.slice(0, 5).map((p) => ({ id: p.id, name: p.name, clv: p.clv, churnRisk: p.churn_risk })),
    asOf: now,
    millis: 3,
  };
}

const drl = (rule: string) => `// generated from ${rule}
rule "${rule}"
    agenda-group "actions"
when
    $customer : Facts(
        churnRisk >= 0.6,
        clv >= 900
    )
then
    outcome.fire("${rule}");
end
`;

export const strategyHandlers = (backend: Backend) => [
  http.get('*/api/strategies/live', () => HttpResponse.json(liveStrategy(backend))),
  http.get('*/api/strategies', () => {
    const { hash, shortHash: _, ...publication } = backend.strategy;
    const live = { ...publication, strategy: { value: hash }, reason: 'The rules folder' };
    return HttpResponse.json(page([live]));
  }),
  http.get('*/api/strategies/live/drl', ({ request }) =>
    HttpResponse.json({ drl: drl(new URL(request.url).searchParams.get('rule') ?? '') }),
  ),
  http.get('*/api/strategies/:hash', ({ params }) => {
    const document = backend.documents.get(String(params.hash));
    if (!document) return notFound(`strategy ${String(params.hash)}`);
    const models = Object.entries(document.models ?? {}).map(([name, hash]) => ({ output: { name }, hash }));
    return HttpResponse.json({ ...document, models: { models } });
  }),
  http.post('*/api/conditions/count', async ({ request }) => {
    const { condition } = (await request.json()) as { condition: Condition };
    return HttpResponse.json(countCondition(backend, condition));
  }),
  http.get('*/api/schema', () =>
    HttpResponse.json({
      currency: 'USD',
      attributes: TERMS.filter((t) => t.origin === 'ATTRIBUTE').map((t) => ({
        ...t,
        role: null,
        personal: t.name === 'age',
        required: t.name === 'region',
      })),
      transactionColumns: [
        { name: 'customer_id', label: 'Customer id', required: true },
        { name: 'occurred_at', label: 'Occurred at', required: true },
        { name: 'amount', label: 'Amount', required: true },
      ],
      personalShown: true,
    }),
  ),
  http.get('*/api/vocabulary', () => HttpResponse.json({ terms: TERMS })),
];
