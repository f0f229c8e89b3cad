import { ChartColumn, Trash2 } from 'lucide-react';
import { useContext } from 'react';
import type { Operator, Term } from '@/lib/api/types/condition';
import { needsValue, OPERATOR_WORDS } from '@/lib/condition';
import { cx } from '@/lib/cx';
import { humanize } from '@/lib/text';
import { IconButton } from '../Button';
import { Select } from '../Select';
import { AloneCount } from './AloneCount';
import { type DraftTerm, newTerm, startingValue } from './draft';
import { hasThreshold, TestPictures } from './testPictures';
import { ValueEditor } from './ValueEditor';

const ORIGINS = {
  ATTRIBUTE: 'attribute',
  FEATURE: 'feature',
  SCORE: 'score',
  TABLE: 'table',
  SEGMENT: 'segment',
} as const;

interface Props {
  test: DraftTerm;
  terms: Term[];
  /** Where it stands in the condition, as the server names places. */
  place: string;
  onChange: (test: DraftTerm | null) => void;
}

export function TermEditor({ test, terms, place, onChange }: Props) {
  const term = terms.find((t) => t.name === test.term);
  const chooseTerm = (name: string) => {
    const chosen = terms.find((t) => t.name === name);
    if (chosen) onChange({ ...newTerm(chosen), id: test.id });
  };
  const chooseOperator = (operator: string) => {
    const to = operator as Operator;
    if (!term) return;
    const value = needsValue(to) ? startingValue(term, to, test.value) : undefined;
    onChange({ ...test, operator: to, value });
  };
  const pictures = useContext(TestPictures);
  const pictured = pictures !== null && hasThreshold(test, term);
  const shown = pictured && pictures.isOpen(place);
  return (
    <>
      <div className={cx('test', pictures && 'test-pictured', !term && 'test-lost')}>
        <Select
          label="Term"
          hideLabel
          className="test-term"
          value={test.term}
          onChange={chooseTerm}
          options={[
            ...(term ? [] : [{ id: test.term, label: humanize(test.term), hint: 'not known any more' }]),
            ...terms.map((t) => ({ id: t.name, label: t.label, hint: ORIGINS[t.origin] })),
          ]}
        />
        <Select
          label="Comparison"
          hideLabel
          className="test-operator"
          value={test.operator}
          onChange={chooseOperator}
          options={(term?.operators ?? [test.operator]).map((o) => ({
            id: o,
            label: OPERATOR_WORDS[o] ?? o,
          }))}
        />
        <div className="test-value">
          <ValueEditor test={test} term={term} onChange={(value) => onChange({ ...test, value })} />
        </div>
        <AloneCount test={test} place={place} />
        {pictures && (
          <IconButton
            small
            className="test-picture"
            label={`Threshold of ${term?.label ?? test.term}`}
            tip="Draw the line on a picture"
            icon={<ChartColumn aria-hidden />}
            isDisabled={!pictured}
            aria-expanded={shown}
            onPress={() => pictures.toggle(place)}
          />
        )}
        <IconButton
          small
          className="test-remove"
          label={`Remove condition on ${term?.label ?? test.term}`}
          icon={<Trash2 aria-hidden />}
          onPress={() => onChange(null)}
        />
      </div>
      {shown && pictures.draw({ place, test, onChange: (value) => onChange({ ...test, value }) })}
    </>
  );
}
