import { HttpResponse } from 'msw';

export const problem = (
  status: number,
  code: string,
  detail: string,
  hint?: string,
  errors?: { field: string; message: string }[],
) =>
  HttpResponse.json(
    {
      type: 'about:blank',
      title: code,
      status,
      code,
      detail,
      ...(hint ? { hint } : {}),
      ...(errors ? { errors } : {}),
    },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  );

export const notFound = (what: string) => problem(404, 'NOT_FOUND', `There is no ${what}.`);
