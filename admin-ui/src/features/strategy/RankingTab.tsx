import { Card } from '@/components/Card';
import { Facts } from '@/components/Facts';
import { EmptyState } from '@/components/States';
import type { DecisionTable, LiveStrategy } from '@/lib/api/types';
import { useFormats } from '@/lib/SessionContext';
import { humanize } from '@/lib/text';

interface Props {
  arbitration: LiveStrategy['arbitration'];
  tables: DecisionTable[];
  /** Share of the base nobody contacts, so that lift can be measured. */
  holdout: number | undefined;
}

const isPlain = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

/** How eligible actions are put in order, and the decision tables that feed it. */
export function RankingTab({ arbitration, tables, holdout }: Props) {
  const { percent } = useFormats();
  if (!arbitration) return <EmptyState title="The strategy names no ranking" />;
  const { sentence, ...rest } = arbitration;
  const settings = Object.entries(rest).filter(([, value]) => isPlain(value));
  return (
    <div className="stack">
      <Card title="Arbitration">
        <p className="strategy-sentence">{sentence}</p>
        {settings.length > 0 && (
          <Facts
            items={settings.map(([name, value]) => [
              humanize(name.replace(/([A-Z])/g, ' $1')),
              String(value),
            ])}
          />
        )}
      </Card>
      {holdout !== undefined && (
        <Card title="Holdout">
          <p>
            {percent(holdout, 1)} of the base is left untouched, always the same customers, to measure lift.
          </p>
        </Card>
      )}
      {tables.map((table) => (
        <Card
          key={table.name}
          title={table.label}
          sub={`Decision table, hit policy ${humanize(table.hitPolicy).toLowerCase()}`}
        >
          <ol className="sentences">
            {table.sentences.map((s) => (
              <li key={s}>{s}</li>
            ))}
          </ol>
        </Card>
      ))}
    </div>
  );
}
