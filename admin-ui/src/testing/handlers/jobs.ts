import { HttpResponse, http } from 'msw';
import { type Backend, page } from '../backend';
import { notFound } from './problem';

export const jobHandlers = (backend: Backend) => [
  http.get('*/api/jobs', () => HttpResponse.json(page(backend.jobs))),
  http.get('*/api/jobs/:id', ({ params }) => {
    const job = backend.jobs.find((j) => j.id === params.id);
    return job ? HttpResponse.json(job) : notFound(`job ${String(params.id)}`);
  }),
  http.get('*/api/jobs/:id/events', ({ params }) => {
    const job = backend.jobs.find((j) => j.id === params.id);
    const body = `event: progress\ndata: ${JSON.stringify(job)}\n\nevent: end\ndata: {}\n\n`;
    return new HttpResponse(body, { headers: { 'Content-Type': 'text/event-stream' } });
  }),
  http.delete('*/api/jobs/:id', ({ params }) => {
    const job = backend.jobs.find((j) => j.id === params.id);
    if (job) job.state = 'CANCELLED';
    return new HttpResponse(null, { status: 204 });
  }),
];
