import type { Job } from './api/types/jobs';
import { useMay, useSession } from './SessionContext';

/** Whether the person signed in may cancel a job: whoever asked for it, and administrators. */
export function useMayCancel(job: Job): boolean {
  const { username } = useSession();
  const all = useMay('ADMIN');
  return all || job.requestedBy === username;
}
