import { HttpResponse, http } from 'msw';
import type { ActionSummary, HistoryPoint, Overview, Scatter } from '@/lib/api/types/overview';
import { type Backend, finishedJob } from '../backend';
import { recommendedActions, segmentOf } from '../decide';
import { ACTIONS, SEGMENTS } from '../strategy';

const THRESHOLD = 0.6;
const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);

function kpis(backend: Backend) {
  const { people } = backend;
  return {
    averageClv: people.length ? sum(people.map((p) => p.clv)) / people.length : null,
    churnRiskShare: people.length
      ? people.filter((p) => p.churn_risk >= THRESHOLD).length / people.length
      : null,
    valueAtRisk: sum(people.map((p) => p.clv * p.churn_risk)),
    actionsRecommended: people.filter((p) => recommendedActions(p).length > 0).length,
  };
}

function history(backend: Backend): HistoryPoint[] {
  const last = kpis(backend);
  return [0.94, 0.951, 0.948, 0.967, 0.98, 0.985, 1].map((f, i) => ({
    at: new Date(Date.parse(backend.now) - (6 - i) * 86_400_000).toISOString(),
    customers: Math.round(backend.people.length * f),
    averageClv: (last.averageClv ?? 0) * (0.9 + f / 10),
    churnRiskShare: (last.churnRiskShare ?? 0) * (1.05 - f / 20),
    valueAtRisk: last.valueAtRisk * f,
    actionsRecommended: Math.round(last.actionsRecommended * (1.4 - 0.4 * f)),
  }));
}

function topActions(backend: Backend): ActionSummary[] {
  const first = backend.people.map((p) => ({ segment: segmentOf(p).name, action: recommendedActions(p)[0] }));
  return ACTIONS.map((a) => {
    const mine = first.filter((f) => f.action?.id === a.id);
    return {
      id: a.id,
      name: a.name,
      channel: a.channel,
      segmentTop: mine[0]?.segment ?? '',
      customers: mine.length,
      expectedValue: sum(mine.map((f) => f.action?.expectedValue ?? 0)),
    };
  })
    .filter((a) => a.customers > 0)
    .sort((a, b) => b.customers - a.customers);
}

function overview(backend: Backend): Overview {
  const { people, decided } = backend;
  const runs = decided ? history(backend) : [];
  return {
    asOf: decided ? backend.now : null,
    strategy: backend.strategy,
    customers: people.length,
    decided: decided ? people.length : 0,
    kpis: {
      ...kpis(backend),
      atRiskThreshold: THRESHOLD,
      previous: runs.length > 1 ? { ...(runs.at(-2) as HistoryPoint), asOf: runs.at(-2)?.at ?? '' } : null,
    },
    history: runs,
    segments: SEGMENTS.map((s) => {
      const mine = people.filter((p) => segmentOf(p) === s);
      return {
        name: s.name,
        label: s.label,
        color: '',
        customers: mine.length,
        clv: sum(mine.map((p) => p.clv)),
      };
    }),
    actions: topActions(backend),
    models: backend.models
      .filter((m) => m.aliases.includes('CHAMPION'))
      .map((m) => ({
        name: m.name,
        label: m.label,
        version: m.version,
        hash: m.hash,
        kind: m.kind,
        metric: m.metrics[0] ?? null,
      })),
  };
}

function scatter(backend: Backend): Scatter {
  return {
    terms: ['churn_risk', 'clv'],
    total: backend.people.length,
    points: {
      x: backend.people.map((p) => p.churn_risk),
      y: backend.people.map((p) => p.clv),
      segment: backend.people.map((p) => SEGMENTS.indexOf(segmentOf(p))),
    },
    segments: SEGMENTS.map((s) => s.name),
  };
}

export const overviewHandlers = (backend: Backend) => [
  http.get('*/api/overview', () => HttpResponse.json(overview(backend))),
  http.get('*/api/overview/scatter', () => HttpResponse.json(scatter(backend))),
  http.post('*/api/decision-runs', () => {
    backend.decided = true;
    const job = finishedJob(backend, 'DECISION_RUN', 'Decide all customers', backend.people.length, null);
    return HttpResponse.json(job, { status: 202, headers: { Location: `/jobs/${job.id}` } });
  }),
];
