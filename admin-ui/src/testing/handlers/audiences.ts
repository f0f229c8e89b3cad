import { HttpResponse, http } from 'msw';
import type { NewAudience } from '@/lib/api/createAudience';
import type { Audience, AudienceExport, AudienceSource, ExportRequest } from '@/lib/api/types/audiences';
import { type Backend, finishedJob, page } from '../backend';
import { meets, sentence } from '../conditions';
import { recommendedActions, segmentOf } from '../decide';
import type { Person } from '../people';
import { ACTIONS, SEGMENTS, STRATEGY_HASH } from '../strategy';
import { customerRow } from './customers';
import { problem } from './problem';

function members(people: Person[], source: AudienceSource): Person[] {
  if ('segment' in source) return people.filter((p) => segmentOf(p).name === source.segment);
  if ('action' in source) return people.filter((p) => recommendedActions(p)[0]?.id === source.action);
  return people.filter((p) => meets(source.condition, p));
}

function sourceSentence(source: AudienceSource): string {
  if ('segment' in source) return `Segment is ${SEGMENTS.find((s) => s.name === source.segment)?.label}`;
  if ('action' in source) return `Recommended: ${ACTIONS.find((a) => a.id === source.action)?.name}`;
  return sentence(source.condition);
}

const allowed = (channel: string | undefined) => (p: Person) =>
  channel === 'email' ? p.consent_email : channel === 'phone' ? p.consent_phone : true;

export function addAudience(backend: Backend, { name, source }: NewAudience): Audience {
  const audience: Audience = {
    id: `a${backend.next++}`,
    name,
    source,
    sentence: sourceSentence(source),
    createdAt: backend.now,
    createdBy: 'mira',
    customers: members(backend.people, source).length,
    lastExport: null,
  };
  backend.audiences.unshift(audience);
  return audience;
}

function addExport(
  backend: Backend,
  audience: Audience,
  { channel, columns, format, countsAsContact = false }: ExportRequest,
): AudienceExport {
  const people = members(backend.people, audience.source).filter(allowed(channel));
  const made: AudienceExport = {
    id: `e${backend.next++}`,
    state: 'SUCCEEDED',
    rows: people.length,
    sha256: '4be1c0de77aa90b1f3e2d5c4b6a79880123456789abcdef00fedcba987654321',
    fileName: `${audience.name.toLowerCase().replace(/\W+/g, '-')}.csv`,
    sizeBytes: 24 * (people.length + 1) * Math.max(1, columns.length),
    createdAt: backend.now,
    createdBy: 'mira',
    strategyHash: STRATEGY_HASH,
    format,
    columns,
    channel: channel ?? null,
    countsAsContact,
    expiresAt: '2036-04-02T09:40:12Z',
  };
  backend.exports.unshift({ audienceId: audience.id, export: made });
  audience.lastExport = made;
  return made;
}

export const audienceHandlers = (backend: Backend) => [
  http.get('*/api/audiences', () => HttpResponse.json(page(backend.audiences))),
  http.post('*/api/audiences', async ({ request }) => {
    const body = (await request.json()) as NewAudience;
    if (backend.audiences.some((a) => a.name === body.name)) {
      return problem(422, 'NAME_TAKEN', 'The audience was refused.', undefined, [
        { field: 'name', message: 'Another audience has this name.' },
      ]);
    }
    return HttpResponse.json(addAudience(backend, body), { status: 201 });
  }),
  http.post('*/api/audiences/preview', async ({ request }) => {
    const { source, channel } = (await request.json()) as { source: AudienceSource; channel?: string };
    const all = members(backend.people, source);
    const kept = all.filter(allowed(channel));
    return HttpResponse.json({
      customers: kept.length,
      suppressed: { noConsent: all.length - kept.length, heldOut: 0 },
      sample: kept.slice(0, 20).map(customerRow),
      asOf: backend.now,
    });
  }),
  http.delete('*/api/audiences/:id', ({ params }) => {
    backend.audiences = backend.audiences.filter((a) => a.id !== params.id);
    return new HttpResponse(null, { status: 204 });
  }),
  http.get('*/api/audiences/:id/exports', ({ params }) =>
    HttpResponse.json(page(backend.exports.filter((e) => e.audienceId === params.id).map((e) => e.export))),
  ),
  http.post('*/api/audiences/:id/exports', async ({ params, request }) => {
    const audience = backend.audiences.find((a) => a.id === params.id) as Audience;
    const made = addExport(backend, audience, (await request.json()) as ExportRequest);
    const job = finishedJob(
      backend,
      'AUDIENCE_EXPORT',
      `Export “${audience.name}”`,
      made.rows ?? 0,
      `/exports/${made.id}/file`,
    );
    return HttpResponse.json(job, { status: 202 });
  }),
  http.get('*/api/exports/:id/file', () => HttpResponse.text('customer_id,clv\r\nC-100001,812.00\r\n')),
  http.get('*/api/exports/:id/manifest', () => HttpResponse.json({ rows: 1 })),
  http.get('*/api/export-formats', () => HttpResponse.json([{ name: 'csv', extension: 'csv' }])),
];
