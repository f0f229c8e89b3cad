import { CircleAlert, TriangleAlert } from 'lucide-react';
import { Card } from '@/components/Card';
import { Table } from '@/components/Table';
import type { Model } from '@/lib/api/types/models';
import { DASH } from '@/lib/format';
import { useNamedText } from '@/lib/useNamedText';
import { type Doubt, doubtsOf } from './doubts';
import { versionName } from './evidence';

/** What there is to doubt about several versions: one row for each reason, one column for each version. */
export function DoubtsCompared({ models }: { models: Model[] }) {
  const named = useNamedText();
  const doubts = models.map(doubtsOf);
  const titles = doubts
    .flat()
    .toSorted((a, b) => Number(b.grave) - Number(a.grave))
    .map((doubt) => doubt.title);
  if (titles.length === 0) return null;
  return (
    <Card title="Doubts compared" sub="What weakens trust in the figures of each version" flush>
      <Table
        label="Doubts about the versions"
        stickyHeader
        rows={[...new Set(titles)]}
        rowKey={(title) => title}
        columns={[
          { id: 'title', header: 'Reason for doubt', className: 'model-row-name', cell: (title) => title },
          ...models.map((model, i) => ({
            id: model.hash,
            header: versionName(model),
            className: 'model-doubt',
            cell: (title: string) => (
              <Doubts doubts={(doubts[i] ?? []).filter((doubt) => doubt.title === title)} named={named} />
            ),
          })),
        ]}
      />
    </Card>
  );
}

function Doubts({ doubts, named }: { doubts: Doubt[]; named: ReturnType<typeof useNamedText> }) {
  if (doubts.length === 0) return DASH;
  return (
    <ul className="model-doubts">
      {doubts.map(({ text, features, grave }) => {
        const Icon = grave ? CircleAlert : TriangleAlert;
        return (
          <li key={text} className={grave ? 'model-doubt-grave' : undefined}>
            <Icon aria-hidden />
            <span>
              {grave && <span className="sr">Grave: </span>}
              {named(text, features)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
