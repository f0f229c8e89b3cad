import { Card } from '@/components/Card';
import { Hash } from '@/components/Hash';
import { Loaded } from '@/components/Loaded';
import { Notice } from '@/components/Notice';
import { useChallenger } from '@/lib/api/challenger';
import type { Challenger } from '@/lib/api/types/strategy';
import { useFormats, useMay } from '@/lib/SessionContext';
import { useShareText } from '@/lib/useShareText';
import { ChallengerActs } from './ChallengerActs';
import { ChallengerFigures } from './ChallengerFigures';
import { ChallengerParts } from './ChallengerParts';
import './challenger.css';

interface Props {
  /** The version that is live. */
  version: number;
  share: number;
}

/** The strategy that is tried on a share of the customers, beside the champion, and how the comparison ends. */
export function ChallengerCard({ version, share }: Props) {
  const challenger = useChallenger();
  const shareText = useShareText();
  const mayPublish = useMay('ADMIN', 'APPROVER');
  return (
    <Card
      className="challenger"
      title={`Challenger on ${shareText(share)} of the customers`}
      sub={challenger.data ? <Since challenger={challenger.data} /> : <>&nbsp;</>}
      end={mayPublish && <ChallengerActs version={version} share={share} />}
    >
      <Loaded query={challenger} height={320} label="Loading the comparison">
        {(data) => <Compared challenger={data} />}
      </Loaded>
    </Card>
  );
}

function Since({ challenger }: { challenger: Challenger }) {
  const { when } = useFormats();
  const { since } = challenger;
  return (
    <span className="row row-wrap">
      <span>
        Since version {since.version}, {when(since.publishedAt)}, by {since.publishedBy}: {since.reason}
      </span>
      <Hash value={challenger.challenger} label="challenger's strategy hash" length={12} />
    </span>
  );
}

function Compared({ challenger: { comparison } }: { challenger: Challenger }) {
  const { when } = useFormats();
  if (!comparison) {
    return (
      <Notice>
        The customers are being decided by this share for the first time. The comparison is here as soon as
        that is done.
      </Notice>
    );
  }
  return (
    <div className="stack">
      {comparison.sampleRatio.off && (
        <Notice tone="warn">
          <b>The two groups cannot be compared.</b> {comparison.sampleRatio.text}
        </Notice>
      )}
      <ChallengerFigures comparison={comparison} />
      <div className="challenger-parts">
        <ChallengerParts
          title="Segments"
          champion={comparison.champion.segments}
          challenger={comparison.challenger.segments}
        />
        <ChallengerParts
          title="First actions"
          champion={comparison.champion.actions}
          challenger={comparison.challenger.actions}
        />
      </div>
      <p className="muted small">
        As decided {when(comparison.asOf)}. Expected values are what the strategies expect, not what came of
        it.
        {!comparison.sampleRatio.off && ` ${comparison.sampleRatio.text}`}
      </p>
    </div>
  );
}
