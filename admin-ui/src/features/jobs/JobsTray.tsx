import { ListChecks } from 'lucide-react';
import { DialogTrigger, Popover, Dialog as RacDialog } from 'react-aria-components';
import { IconButton } from '@/components/Button';
import { Loaded } from '@/components/Loaded';
import { EmptyState } from '@/components/States';
import { isOver, useJobs } from '@/lib/api/jobs';
import { JobRow } from './JobRow';
import { useJobAnnouncements } from './useJobAnnouncements';
import './jobs.css';

/** Long work in one place: what runs, how far it is, what came of it. */
export function JobsTray() {
  const jobs = useJobs();
  const running = jobs.data?.items.filter((job) => !isOver(job.state)).length ?? 0;
  useJobAnnouncements(jobs.data?.items);
  return (
    <DialogTrigger>
      <span className="jobs-button">
        <IconButton
          label={running ? `Jobs, ${running} running` : 'Jobs'}
          tip="Jobs"
          icon={<ListChecks aria-hidden />}
        />
        {running > 0 && (
          <b className="jobs-count num" aria-hidden>
            {running}
          </b>
        )}
      </span>
      <Popover className="popover jobs-popover" placement="bottom end" offset={8}>
        <RacDialog aria-label="Jobs" className="jobs">
          <h2>Jobs</h2>
          <Loaded query={jobs} height={120}>
            {({ items }) =>
              items.length === 0 ? (
                <EmptyState title="No jobs yet">
                  Imports, exports and decisions on the whole base appear here.
                </EmptyState>
              ) : (
                <ul>
                  {items.map((job) => (
                    <JobRow key={job.id} job={job} />
                  ))}
                </ul>
              )
            }
          </Loaded>
        </RacDialog>
      </Popover>
    </DialogTrigger>
  );
}
