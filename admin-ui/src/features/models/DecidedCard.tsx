import { Link } from '@tanstack/react-router';
import { Card } from '@/components/Card';
import { Loaded } from '@/components/Loaded';
import { ShowMore } from '@/components/ShowMore';
import { EmptyState } from '@/components/States';
import { Table } from '@/components/Table';
import { useModelDecisions } from '@/lib/api/modelUse';
import type { Model } from '@/lib/api/types/models';
import { DASH } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { useScoreText } from '@/lib/useScoreText';

/** What a version decided, customer by customer, in the last run over the base in which it took part. */
export function DecidedCard({ model }: { model: Model }) {
  const decisions = useModelDecisions(model.hash);
  const { when } = useFormats();
  const { text } = useScoreText(model);
  const asOf = decisions.data?.[0]?.asOf;
  return (
    <div id={`decided-${model.hash}`}>
      <Card
        title={`Decided by version ${model.version}`}
        sub={
          asOf
            ? `The run of ${when(asOf)}, the last one over the base in which it decided`
            : 'With the last run over the base in which it decided'
        }
        flush
      >
        <Loaded query={decisions} height={150} label="Loading decisions">
          {(rows) =>
            rows.length === 0 ? (
              <EmptyState title="It has decided for nobody">
                Once a strategy that pins it decides for the base, its decisions stand here.
              </EmptyState>
            ) : (
              <>
                <Table
                  label={`Decisions by version ${model.version}`}
                  rows={rows}
                  rowKey={(row) => row.decisionId}
                  columns={[
                    {
                      id: 'customer',
                      header: 'Customer',
                      cell: (row) => (
                        <Link to="/customers" search={{ id: row.customerId }}>
                          {row.customerId}
                        </Link>
                      ),
                    },
                    {
                      id: 'score',
                      header: model.label,
                      numeric: true,
                      cell: (row) => (row.score === null ? DASH : text(row.score)),
                    },
                    { id: 'segment', header: 'Segment', cell: (row) => row.segment },
                    { id: 'action', header: 'First action', cell: (row) => row.action || DASH },
                  ]}
                />
                <ShowMore list={decisions} />
              </>
            )
          }
        </Loaded>
      </Card>
    </div>
  );
}
