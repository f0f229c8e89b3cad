import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { isOver, jobsKey } from './jobs';
import { apiUrl, request } from './request';
import type { Job } from './types/jobs';

export const jobKey = (id: string) => ['job', id] as const;

const POLL_MILLIS = 1_000;

/** One job, followed over its event stream; when the stream breaks it is asked for every second instead. */
export function useJob(id: string | null) {
  const queries = useQueryClient();
  const [streaming, setStreaming] = useState(false);
  const query = useQuery({
    queryKey: jobKey(id ?? ''),
    queryFn: ({ signal }) => request<Job>(`/jobs/${encodeURIComponent(id ?? '')}`, { signal }),
    enabled: id !== null,
    refetchInterval: (q) => (streaming || (q.state.data && isOver(q.state.data.state)) ? false : POLL_MILLIS),
  });
  const over = query.data ? isOver(query.data.state) : false;

  useEffect(() => {
    if (id === null || over || typeof EventSource === 'undefined') return;
    const events = new EventSource(apiUrl(`/jobs/${encodeURIComponent(id)}/events`));
    const close = () => {
      events.close();
      setStreaming(false);
    };
    events.addEventListener('open', () => setStreaming(true));
    events.addEventListener('progress', (event) => {
      queries.setQueryData(jobKey(id), JSON.parse((event as MessageEvent<string>).data));
    });
    events.addEventListener('end', () => {
      close();
      void queries.invalidateQueries({ queryKey: jobKey(id) });
    });
    events.addEventListener('error', close);
    return close;
  }, [id, over, queries]);

  useEffect(() => {
    if (over) void queries.invalidateQueries({ queryKey: jobsKey });
  }, [over, queries]);

  return query;
}
