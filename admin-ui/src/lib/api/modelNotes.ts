import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { modelsKey } from './models';
import { request } from './request';
import type { Shape } from './shape';

/** What somebody wrote about a version; without text, the note before was taken away. */
export type ModelNote = Shape<'ModelNote'>;

/** Every note on a version, the newest first. */
export const useModelNotes = (hash: string, wanted: boolean) =>
  useQuery({
    queryKey: [...modelsKey, 'notes', hash],
    queryFn: ({ signal }) => request<ModelNote[]>(`/models/${encodeURIComponent(hash)}/notes`, { signal }),
    enabled: wanted,
  });

/** Writes a note in place of the one before; without text it is taken away. */
export function useWriteModelNote(hash: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (text: string) =>
      request<ModelNote>(`/models/${encodeURIComponent(hash)}/notes`, {
        method: 'POST',
        body: { text },
        idempotencyKey: crypto.randomUUID(),
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: modelsKey }),
  });
}
