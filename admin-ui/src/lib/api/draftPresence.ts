import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { request } from './request';
import type { Shape } from './shape';

export type DraftPresence = Shape<'DraftPresence'>;

/** The server forgets whoever is silent for three times as long. */
const SIGN_MILLIS = 15_000;

const path = (id: string) => `/drafts/${encodeURIComponent(id)}/presence`;

/** Says again and again, while the page is in sight, that this draft is open here, and who else has it open. */
export function useDraftPresence(id: string) {
  useEffect(() => {
    const leave = () => void request(path(id), { method: 'DELETE', keepalive: true }).catch(() => {});
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [id]);
  return useQuery({
    queryKey: ['draft-presence', id],
    queryFn: ({ signal }) => request<DraftPresence>(path(id), { method: 'PUT', signal }),
    refetchInterval: SIGN_MILLIS,
    refetchOnWindowFocus: 'always',
    gcTime: 0,
  });
}
