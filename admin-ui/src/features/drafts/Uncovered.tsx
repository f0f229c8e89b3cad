import { Link } from '@tanstack/react-router';
import { Pin } from 'lucide-react';
import { IconButton } from '@/components/Button';
import { plural } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { targetOf } from './places';

/** A rule that no example stands for. */
export interface Open {
  place: string;
  name: string;
  customers: number;
  value: number;
}

/** Pins a typical customer of the rule at a place; undefined = not by this person. */
export interface Pins {
  onPin: ((place: string) => void) | undefined;
  /** The place for which one is looked for. */
  pinning: string | undefined;
}

const SHOWN = 8;

/** Rules that decide customers and that no example stands for, those of most customers first. */
export function Uncovered({ title, open, onPin, pinning }: { title: string; open: Open[] } & Pins) {
  const { integer, money } = useFormats();
  const sorted = open.toSorted((a, b) => b.customers - a.customers);
  const deciding = sorted.filter((o) => o.customers > 0);
  const idle = sorted.length - deciding.length;
  const rest = deciding.slice(SHOWN);
  if (sorted.length === 0) return null;
  return (
    <>
      <h3 className="coverage-head">{title}</h3>
      <ul className="coverage-list small">
        {deciding.slice(0, SHOWN).map(({ place, name, customers, value }) => (
          <li key={place} className="row row-between">
            <Link to="/drafts/$id" from="/drafts/$id" search={targetOf(place)} replace>
              {name}
            </Link>
            <span className="coverage-figures muted num">
              {integer(customers)} {plural(customers, 'customer')}, {money(value)}
              {onPin && (
                <IconButton
                  small
                  label={`Pin a customer of ${name}`}
                  icon={<Pin aria-hidden />}
                  isDisabled={pinning !== undefined}
                  onPress={() => onPin(place)}
                />
              )}
            </span>
          </li>
        ))}
        {rest.length > 0 && (
          <li className="muted num">
            {integer(rest.length)} more, with {integer(rest.reduce((sum, o) => sum + o.customers, 0))}{' '}
            customers
          </li>
        )}
        {idle > 0 && (
          <li className="muted num">
            {integer(idle)} more {plural(idle, 'decides', 'decide')} nobody now
          </li>
        )}
      </ul>
    </>
  );
}
