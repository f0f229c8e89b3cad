import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '@/components/Button';
import { Notice } from '@/components/Notice';
import type { DraftProblem } from '@/lib/api/types/drafts';
import { useEffectNow } from '@/lib/draft/useEffectNow';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { targetOf } from './places';

const AT_FIRST = 3;

/** What keeps the draft from being tried and sent, each with the way to its place. */
export function Problems() {
  const { integer } = useFormats();
  const { data } = useEffectNow();
  const [all, setAll] = useState(false);
  const problems = data?.problems ?? [];
  if (problems.length === 0) return null;
  const shown = all ? problems : problems.slice(0, AT_FIRST);
  return (
    <section className="draft-notice" aria-label="Problems">
      <Notice tone="warn">
        <b>
          {integer(problems.length)} {plural(problems.length, 'problem')}
        </b>{' '}
        to solve before this can be tried on customers and sent for review. Everything is saved as it is.
        <ul className="problem-list">
          {shown.map((problem) => (
            <li key={`${problem.place} ${problem.message}`}>
              <ProblemLink problem={problem} />
            </li>
          ))}
        </ul>
        {problems.length > AT_FIRST && (
          <Button small kind="ghost" onPress={() => setAll(!all)}>
            {all ? 'Show fewer' : `Show all ${integer(problems.length)}`}
          </Button>
        )}
      </Notice>
    </section>
  );
}

function ProblemLink({ problem: { place, message } }: { problem: DraftProblem }) {
  return (
    <Link to="/drafts/$id" from="/drafts/$id" search={targetOf(place)} replace>
      {message}
    </Link>
  );
}
