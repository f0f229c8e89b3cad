import { useState } from 'react';
import { Choice } from '@/components/Choice';
import { Figure } from '@/components/charts/Figure';
import { IntervalBars, intervalBarsHeight } from '@/components/charts/IntervalBars';
import { Legend } from '@/components/charts/Legend';
import { EmptyState } from '@/components/States';
import type { AttributeGroups } from '@/lib/api/types/simulations';
import { useFormats } from '@/lib/SessionContext';
import { BEFORE_AFTER } from './beforeAfter';
import { groupColumns, groupRows, groupsInWords } from './groups';

/** How groups of customers fare by what nobody can change, so that nobody is left out unawares. */
export function GroupsCard({ attributes }: { attributes: AttributeGroups[] }) {
  const formats = useFormats();
  const [chosen, setChosen] = useState(attributes[0]?.attribute ?? '');
  const shown = attributes.find((a) => a.attribute === chosen) ?? attributes[0];
  if (!shown) {
    return (
      <div className="card">
        <EmptyState title="No groups were compared">
          Groups are those of attributes that nobody can change, which the schema marks as fixed. Simulations
          from before groups were counted have none.
        </EmptyState>
      </div>
    );
  }
  const words = groupsInWords(shown, formats);
  return (
    <div className="card">
      <Figure
        title="By group"
        sub={<>{words} Whiskers show how far such a share may lie off by chance (95%).</>}
        summary={words}
        columns={groupColumns(formats.currency)}
        rows={groupRows(shown, formats)}
        height={intervalBarsHeight(shown.groups.length, 2)}
        end={
          <>
            {attributes.length > 1 && (
              <Choice
                label="Attribute"
                value={shown.attribute}
                options={attributes.map((a) => ({ id: a.attribute, label: a.label }))}
                onChange={setChosen}
              />
            )}
            <Legend series={BEFORE_AFTER} />
          </>
        }
      >
        {(width) => (
          <IntervalBars
            width={width}
            series={BEFORE_AFTER}
            rows={shown.groups.map((g) => ({
              label: g.group,
              measures: [g.before, g.after].map(({ share, low, high }) => ({ value: share, low, high })),
            }))}
            format={(n) => formats.percent(n)}
          />
        )}
      </Figure>
    </div>
  );
}
