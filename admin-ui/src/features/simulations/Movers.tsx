import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { Loaded } from '@/components/Loaded';
import { ShowMore } from '@/components/ShowMore';
import { EmptyState } from '@/components/States';
import { type ChangeFilter, useSimulationChanges } from '@/lib/api/simulationChanges';
import type { SimulationResult } from '@/lib/api/types/simulations';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { MoversTable } from './MoversTable';
import { labelOf } from './movement';

interface Props {
  id: string;
  result: SimulationResult;
  filter: ChangeFilter;
  onClear: () => void;
}

/** The customers who change, all of them or those of the chosen cell. */
export function Movers({ id, result, filter, onClear }: Props) {
  const { integer } = useFormats();
  const changes = useSimulationChanges(id, filter);
  const chosen = chosenCell(result, filter);
  const customers = chosen?.customers ?? result.changed;
  return (
    <Card
      title={chosen ? `${chosen.from} → ${chosen.to}` : 'Customers who change'}
      sub={`${integer(customers)} ${plural(customers, 'customer')}${chosen ? '' : '. Choose a movement above to see its customers.'}`}
      end={
        chosen && (
          <Button small onPress={onClear}>
            Show all
          </Button>
        )
      }
      flush
    >
      <Loaded query={changes} height={320} label="Loading customers">
        {(items) =>
          items.length === 0 ? (
            <EmptyState title="Nobody changes" />
          ) : (
            <>
              <MoversTable id={id} changes={items} result={result} />
              <ShowMore list={changes} total={customers} />
            </>
          )
        }
      </Loaded>
    </Card>
  );
}

/** The movement the filter names, with its labels and customers; null when it names none. */
function chosenCell({ segments, actions }: SimulationResult, filter: ChangeFilter) {
  const find = (of: SimulationResult['segments'], from?: string, to?: string) => {
    const cell = of.cells.find((c) => c.from === from && c.to === to);
    return cell && { from: labelOf(of, cell.from), to: labelOf(of, cell.to), customers: cell.customers };
  };
  return (
    find(segments, filter.segmentBefore, filter.segmentAfter) ??
    find(actions, filter.actionBefore, filter.actionAfter) ??
    null
  );
}
