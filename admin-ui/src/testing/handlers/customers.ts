import { HttpResponse, http } from 'msw';
import type { Customer, CustomerContact, CustomerRow } from '@/lib/api/types/customers';
import type { NearestChanges } from '@/lib/api/types/nearestChanges';
import type { Backend } from '../backend';
import { decide, recommendedActions, segmentOf } from '../decide';
import type { Person } from '../people';
import { seeded } from '../random';
import { TERMS } from '../vocabulary';
import { notFound } from './problem';

export const customerRow = (p: Person): CustomerRow => ({
  id: p.id,
  name: p.name,
  segment: segmentOf(p).name,
  clv: p.clv,
  churnRisk: p.churn_risk,
  topAction: recommendedActions(p)[0]?.name ?? null,
});

const FIELDS: Record<string, (p: Person) => number | string> = {
  clv: (p) => p.clv,
  churn_risk: (p) => p.churn_risk,
  name: (p) => p.name,
  id: (p) => p.id,
};

function find(people: Person[], parameters: URLSearchParams): Person[] {
  const search = (parameters.get('search') ?? '').toLowerCase();
  const segment = parameters.get('segment');
  const sort = parameters.get('sort') ?? '-clv';
  const field = FIELDS[sort.replace('-', '')] ?? ((p: Person) => p.id);
  const sign = sort.startsWith('-') ? -1 : 1;
  return people
    .filter((p) => !search || p.name.toLowerCase().includes(search) || p.id.toLowerCase().startsWith(search))
    .filter((p) => !segment || segmentOf(p).name === segment)
    .sort((a, b) => sign * (field(a) < field(b) ? -1 : 1));
}

function customer(p: Person, backend: Backend): Customer {
  const uniform = seeded(Number(p.id.slice(2)));
  const attributes = TERMS.filter((t) => t.origin === 'ATTRIBUTE');
  const transactions = Array.from({ length: Math.min(20, p.purchase_frequency) }, (_, i) => ({
    reference: `R-${p.id.slice(2)}-${i + 1}`,
    occurredAt: new Date(
      Date.parse(backend.now) - (p.days_since_last_purchase + i * 17) * 86_400_000,
    ).toISOString(),
    amount: Number((p.spend_per_purchase * (0.5 + uniform())).toFixed(2)),
    channel: uniform() < 0.6 ? 'web' : 'store',
  }));
  const gross = transactions.reduce((sum, t) => sum + t.amount, 0);
  return {
    id: p.id,
    name: p.name,
    attributes: attributes.map((t) => ({
      name: t.name,
      label: t.label,
      type: t.type,
      unit: t.unit,
      value: (p as unknown as Record<string, number | string>)[t.name] ?? null,
      personal: false,
      masked: false,
    })),
    consents: [
      { channel: 'email', allowed: p.consent_email },
      { channel: 'phone', allowed: p.consent_phone },
    ],
    purchases: {
      firstPurchase: transactions.at(-1)?.occurredAt.slice(0, 10) ?? null,
      lastPurchase: transactions[0]?.occurredAt.slice(0, 10) ?? null,
      purchaseDays: transactions.length,
      grossAmount: gross,
      refundedAmount: 0,
      netAmount: gross,
    },
    transactions,
    decision: backend.decided ? decide(p, backend.now, '0195c1d2-7a44-7e21-b9f0-3c5a8d2e6f11') : null,
    importedAt: backend.now,
  };
}

/** As if a purchase more made every customer a hundredth likelier to stay. */
function nearestChanges(p: Person, asOf: string): NearestChanges {
  const threshold = 0.4;
  const purchases = Math.ceil(Math.abs(p.churn_risk - threshold) * 100);
  const below = p.churn_risk >= threshold;
  return {
    asOf,
    goals: [
      {
        score: 'churn_risk',
        label: 'Churn risk',
        kind: 'PROBABILITY',
        unit: '',
        side: below ? 'BELOW' : 'AT_LEAST',
        threshold,
        now: p.churn_risk,
        changes: [
          {
            steps: [
              {
                attribute: 'purchase_frequency',
                label: 'Purchase frequency',
                type: 'WHOLE_NUMBER',
                unit: 'purchases per year',
                from: p.purchase_frequency,
                to: p.purchase_frequency + (below ? purchases : -purchases),
              },
            ],
            share: 0.2,
            score: below ? 0.39 : 0.4,
            segment: segmentOf(p).label,
            firstAction: recommendedActions(p)[0]?.name ?? 'Shop window',
          },
        ],
      },
    ],
  };
}

export const customerHandlers = (backend: Backend) => [
  http.get('*/api/customers', ({ request }) => {
    const parameters = new URL(request.url).searchParams;
    const found = find(backend.people, parameters);
    const from = Number(parameters.get('cursor') ?? 0);
    const limit = Number(parameters.get('limit') ?? 50);
    const next = from + limit < found.length ? String(from + limit) : null;
    return HttpResponse.json({
      items: found.slice(from, from + limit).map(customerRow),
      nextCursor: next,
      total: found.length,
    });
  }),
  http.get('*/api/customers/:id', ({ params }) => {
    const p = backend.people.find((one) => one.id === params.id);
    return p ? HttpResponse.json(customer(p, backend)) : notFound(`customer ${String(params.id)}`);
  }),
  http.get('*/api/customers/:id/nearest-changes', ({ params }) => {
    const p = backend.people.find((one) => one.id === params.id);
    return p ? HttpResponse.json(nearestChanges(p, backend.now)) : notFound(`customer ${String(params.id)}`);
  }),
  http.get('*/api/customers/:id/contacts', ({ params }) =>
    HttpResponse.json({ items: backend.contacts.get(String(params.id)) ?? [] }),
  ),
  http.post('*/api/customers/:id/contacts', async ({ params, request }) => {
    const id = String(params.id);
    const told = (await request.json()) as { action: string; channel: string };
    const made: CustomerContact = {
      id: `contact-${backend.next++}`,
      ...told,
      at: '2026-03-03T10:00:00Z',
      source: 'DESK',
    };
    backend.contacts.set(id, [made, ...(backend.contacts.get(id) ?? [])]);
    return HttpResponse.json(made, { status: 201 });
  }),
  http.post('*/api/decisions', async ({ request }) => {
    const { customerId } = (await request.json()) as { customerId: string };
    const p = backend.people.find((one) => one.id === customerId);
    if (!p) return notFound(`customer ${customerId}`);
    return HttpResponse.json(decide(p, '2026-03-03T10:00:00Z', `decision-${backend.next++}`));
  }),
];
