import type { ReactNode } from 'react';
import type { DecisionTable } from '@/lib/api/types/tables';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';

interface Props {
  tables: readonly DecisionTable[];
  chosen: string;
  onChoose: (name: string) => void;
  end: ReactNode;
}

/** The tables side by side, the one that is open marked. */
export function TableList({ tables, chosen, onChoose, end }: Props) {
  const { integer } = useFormats();
  return (
    <nav className="table-list" aria-label="Decision tables">
      <ul>
        {tables.map(({ name, label, rows }) => (
          <li key={name}>
            <button
              type="button"
              className="table-pick"
              aria-current={name === chosen}
              onClick={() => onChoose(name)}
            >
              {label || name}{' '}
              <small className="num">
                {integer(rows?.length ?? 0)} {plural(rows?.length ?? 0, 'row')}
              </small>
            </button>
          </li>
        ))}
      </ul>
      {end}
    </nav>
  );
}
