import { Link } from '@tanstack/react-router';
import { Card } from '@/components/Card';
import { useDraftFindings } from '@/lib/api/draftFindings';
import type { DraftFinding } from '@/lib/api/types/drafts';
import { useSnapshot } from '@/lib/draft/DraftContext';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { useDebounced } from '@/lib/useDebounced';
import { targetOf } from './places';

const PAUSE_MILLIS = 600;

/** What looks odd in the draft, or at one place of it; nothing when nothing does. It stops nobody from publishing. */
export function Findings({ at }: { at?: string }) {
  const content = useSnapshot((now) => now.history.content);
  const { basedOn, document } = useDebounced(content, PAUSE_MILLIS);
  const { data } = useDraftFindings(basedOn, document);
  const findings = (data?.findings ?? []).filter(
    (f) => !at || f.place === at || f.place.startsWith(`${at}/`),
  );
  if (findings.length === 0) return null;
  return (
    <Card title="Looks odd" sub="It may be meant: nothing here stops a publication">
      <ul className="finding-list">
        {findings.map((finding) => (
          <li key={`${finding.kind} ${finding.place} ${finding.message}`}>
            <FindingText finding={finding} linked={!at} />
          </li>
        ))}
      </ul>
    </Card>
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
