import { ApiError } from './api/request';

/** What the server said about single fields, by the name of the field, as a form shows it beside them. */
export function fieldErrors(error: unknown): Record<string, string[]> {
  const byField: Record<string, string[]> = {};
  if (!(error instanceof ApiError)) return byField;
  for (const { field, message } of error.problems) {
    if (!field) continue;
    byField[field] = [...(byField[field] ?? []), message];
  }
  return byField;
}
