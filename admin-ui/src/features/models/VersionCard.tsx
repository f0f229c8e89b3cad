import { Download } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { AliasBadges } from '@/components/AliasBadges';
import { Badge } from '@/components/Badge';
import { Card } from '@/components/Card';
import { Facts } from '@/components/Facts';
import { Hash } from '@/components/Hash';
import { Notice } from '@/components/Notice';
import { modelFileUrl } from '@/lib/api/models';
import type { Model, ModelSummary } from '@/lib/api/types/models';
import { useFormats, useMay } from '@/lib/SessionContext';
import { humanize } from '@/lib/text';
import { AliasMenu } from './AliasMenu';
import { ArchiveButton } from './ArchiveButton';
import { Findings } from './Findings';
import { InputsDrifted } from './InputsDrifted';
import { RivalName } from './RivalsCard';
import { PARTS, type Rival, rivalsOf } from './rivals';
import { SimulateButton } from './SimulateButton';
import { NoteButton, VersionNote } from './VersionNote';
import '@/components/button.css';

interface Props {
  model: Model;
  /** The other versions of the same score. */
  siblings: ModelSummary[];
  compare: ReactNode;
  /** The registry of another day: nothing can be done with it. */
  readOnly: boolean;
}

type Fact = [string, ReactNode];

/** The versions an average is the mean of. */
function Parts({ parts, of }: { parts: Rival[]; of: Model }) {
  return parts.map((part, i) => (
    <Fragment key={part.row.label}>
      {i > 0 && ' and '}
      <RivalName rival={part} open={of} />
    </Fragment>
  ));
}

/** What a version is, what to doubt about it, and what can be done with it. */
export function VersionCard({ model, siblings, compare, readOnly }: Props) {
  const { when } = useFormats();
  const mayAlias = useMay('ADMIN', 'ANALYST');
  const parts = rivalsOf(model, PARTS, siblings);
  const champion = model.aliases.includes('CHAMPION');
  return (
    <Card
      title={`${model.label}, version ${model.version}`}
      sub={`Registered ${when(model.createdAt)} by ${model.createdBy}`}
      end={model.archived ? <Badge>Archived</Badge> : <AliasBadges aliases={model.aliases} />}
    >
      <div className="stack-s">
        <Findings model={model} />
        {model.archived && (
          <Notice>
            Archived {when(model.archived.at)} by {model.archived.by}: {model.archived.reason}
          </Notice>
        )}
        <VersionNote model={model} />
        {model.card.description && <p>{model.card.description}</p>}
        <Facts
          items={[
            ['Kind', humanize(model.kind)],
            ...(parts.length > 0
              ? [['Average of', <Parts key="parts" parts={parts} of={model} />] as Fact]
              : []),
            ...(model.unit ? [['Unit', model.unit] as Fact] : []),
            ...(model.card.data.source ? [['Learned from', model.card.data.source] as Fact] : []),
            ['SHA-256 of the file', <Hash key="hash" value={model.hash} label={`hash of ${model.label}`} />],
          ]}
        />
        {!readOnly && <InputsDrifted model={model} />}
        <div className="model-acts">
          {!readOnly && !champion && !model.archived && <SimulateButton model={model} />}
          <a className="btn btn-plain" href={modelFileUrl(model.hash)} download>
            <Download aria-hidden />
            Download PMML
          </a>
          {!readOnly && mayAlias && !model.archived && <AliasMenu model={model} />}
          {!readOnly && mayAlias && <NoteButton model={model} />}
          {!readOnly && mayAlias && <ArchiveButton model={model} />}
          {compare}
        </div>
      </div>
    </Card>
  );
}
