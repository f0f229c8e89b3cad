import { Link } from '@tanstack/react-router';
import { Card } from '@/components/Card';
import { useDraftFindings } from '@/lib/api/draftFindings';
import type { DraftFinding } from '@/lib/api/types/drafts';
import { useSnapshot } from '@/lib/draft/DraftContext';
import { useCoverageNow } from '@/lib/draft/useCoverageNow';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { listed } from '@/lib/text';
import { useDebounced } from '@/lib/useDebounced';
import { placeWords, targetOf } from './places';

const PAUSE_MILLIS = 600;

/** What looks odd in the draft, or at one place of it; nothing when nothing does. It stops nobody from publishing. */
export function Findings({ at }: { at?: string }) {
  const content = useSnapshot((now) => now.history.content);
  const { basedOn, document } = useDebounced(content, PAUSE_MILLIS);
  const { data } = useDraftFindings(basedOn, document);
  const covered = useCoverageNow();
  const isHere = (place: string) => !at || place === at || place.startsWith(`${at}/`);
  const findings = [...(data?.findings ?? []), ...(covered.data?.findings ?? [])]
    .filter((f) => isHere(f.place))
    .toSorted((a, b) => b.customers - a.customers);
  const unseen = (data?.notExamined ?? []).filter(isHere).map((place) => placeWords(place, document));
  if (findings.length === 0 && unseen.length === 0) return null;
  return (
    <Card title="Looks odd" sub="It may be meant: nothing here stops a publication">
      {findings.length > 0 && (
        <ul className="finding-list">
          {findings.map((finding) => (
            <li key={`${finding.kind} ${finding.place} ${finding.message}`}>
              <FindingText finding={finding} linked={!at} />
            </li>
          ))}
        </ul>
      )}
      {unseen.length > 0 && <NotExamined subjects={[...new Set(unseen)]} whole={!at} />}
    </Card>
  );
}

const NAMED = 8;

/** Looking a large draft over takes longer than the time there is for it; what was left out is said. */
function NotExamined({ subjects, whole }: { subjects: string[]; whole: boolean }) {
  const rest = subjects.length - NAMED;
  const named = subjects.slice(0, NAMED);
  return (
    <p className="muted small finding-unseen">
      {whole ? (
        <>
          There was no time to look over {listed(rest > 0 ? [...named, `${rest} more`] : named)}: nothing
          found there does not mean that nothing is odd.
        </>
      ) : (
        'There was no time to look this one over, so something odd about it may go unsaid.'
      )}
    </p>
  );
}

function FindingText({ finding, linked }: { finding: DraftFinding; linked: boolean }) {
  const { integer } = useFormats();
  const { message, customers, basis, place } = finding;
  return (
    <>
      {linked ? (
        <Link to="/drafts/$id" from="/drafts/$id" search={targetOf(place)} replace>
          {message}
        </Link>
      ) : (
        <span>{message}</span>
      )}
      <div className="muted small num">
        {integer(customers)} {plural(customers, 'customer')}
        {basis === 'PROVEN' ? ', for certain' : ', among those there are now'}
      </div>
    </>
  );
}
