import type { Transitions } from '@/lib/api/types/simulations';
import { useFormats } from '@/lib/SessionContext';
import { inUse } from './movement';

interface Props {
  transitions: Transitions;
  chosen: (from: string, to: string) => boolean;
  onChoose: (from: string, to: string) => void;
}

/** Rows are the first actions of the live strategy, columns those with the model that is tried. */
export function ActionMatrix({ transitions, chosen, onChoose }: Props) {
  const { integer } = useFormats();
  const groups = inUse(transitions);
  const at = (from: string, to: string) =>
    transitions.cells.find((c) => c.from === from && c.to === to)?.customers ?? 0;
  const most = Math.max(1, ...transitions.cells.filter((c) => c.from !== c.to).map((c) => c.customers));
  const before = (name: string) => sum(groups.map((g) => at(name, g.name)));
  const after = (name: string) => sum(groups.map((g) => at(g.name, name)));
  return (
    <section className="table-scroll" aria-label="First action before and after" tabIndex={0}>
      <table className="table matrix">
        <thead>
          <tr>
            <th scope="col">Live strategy ↓ · With this model →</th>
            {groups.map((g) => (
              <th key={g.name} scope="col" className="matrix-head">
                {g.label}
              </th>
            ))}
            <th scope="col" className="matrix-head">
              Before
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map((from) => (
            <tr key={from.name}>
              <th scope="row">{from.label}</th>
              {groups.map((to) => {
                const n = at(from.name, to.name);
                return (
                  <td key={to.name} className="num">
                    {n === 0 ? (
                      <span className="muted" aria-hidden>
                        ·
                      </span>
                    ) : from === to ? (
                      <span className="matrix-stay">{integer(n)}</span>
                    ) : (
                      <button
                        type="button"
                        className="matrix-cell"
                        aria-pressed={chosen(from.name, to.name)}
                        style={{ '--heat': `${Math.round(8 + 40 * Math.sqrt(n / most))}%` } as never}
                        onClick={() => onChoose(from.name, to.name)}
                      >
                        {integer(n)}
                        <span className="sr">
                          {' '}
                          from {from.label} to {to.label}
                        </span>
                      </button>
                    )}
                  </td>
                );
              })}
              <td className="num matrix-total">{integer(before(from.name))}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">After</th>
            {groups.map((g) => (
              <td key={g.name} className="num matrix-total">
                {integer(after(g.name))}
              </td>
            ))}
            <td />
          </tr>
        </tbody>
      </table>
    </section>
  );
}

const sum = (values: number[]) => values.reduce((a, b) => a + b, 0);
