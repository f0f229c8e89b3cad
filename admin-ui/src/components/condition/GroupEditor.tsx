import { FolderPlus, Plus, ShieldCheck, Trash2 } from 'lucide-react';
import type { Term } from '@/lib/api/types/condition';
import type { Guardrail } from '@/lib/api/types/strategy';
import { useSession } from '@/lib/SessionContext';
import { Button, IconButton } from '../Button';
import { Choice } from '../Choice';
import {
  type Draft,
  type DraftGroup,
  firstTerm,
  itemPlace,
  newGroup,
  newGuardrail,
  newTerm,
  replace,
} from './draft';
import { GuardrailEditor } from './GuardrailEditor';
import { TermEditor } from './TermEditor';

const JOINS = [
  { id: 'all', label: 'All' },
  { id: 'any', label: 'Any' },
  { id: 'none', label: 'None' },
] as const;

const DEEPEST = 3;

/** What a condition may be made of. */
export interface Offer {
  terms: Term[];
  guardrails: Guardrail[];
}

interface Props {
  group: DraftGroup;
  depth: number;
  /** Where it stands in the condition, as the server names places. */
  place: string;
  offer: Offer;
  onChange: (group: DraftGroup | null) => void;
}

export function GroupEditor({ group, depth, place, offer, onChange }: Props) {
  const change = (id: string, by: Draft | null) => onChange(replace(group, id, by));
  const inside = (i: number) => [place, itemPlace(group, i)].filter(Boolean).join('/');
  const add = (item: Draft) => onChange({ ...group, items: [...group.items, item] });
  const { terms, guardrails } = offer;
  const { riskScore } = useSession().product;
  const [guardrail] = guardrails;
  // A further test is usually about the same thing as the one before it.
  const last = group.items.findLast((item) => item.kind === 'term');
  const first = terms.find((t) => t.name === last?.term) ?? firstTerm(terms, riskScore);
  return (
    <fieldset className={`group group-${group.join}`}>
      <legend className="sr">{JOINS.find((j) => j.id === group.join)?.label} of these conditions</legend>
      <div className="group-head">
        <Choice
          label="Match"
          value={group.join}
          options={JOINS}
          onChange={(join) => onChange({ ...group, join })}
        />
        <span className="muted small">of these are true</span>
        {depth > 0 && (
          <IconButton
            small
            className="row-end"
            label="Remove group"
            icon={<Trash2 aria-hidden />}
            onPress={() => onChange(null)}
          />
        )}
      </div>
      {group.items.length > 0 && (
        <div className="group-items">
          {group.items.map((item, i) =>
            item.kind === 'group' ? (
              <GroupEditor
                key={item.id}
                group={item}
                depth={depth + 1}
                place={inside(i)}
                offer={offer}
                onChange={(by) => change(item.id, by)}
              />
            ) : item.kind === 'guardrail' ? (
              <GuardrailEditor
                key={item.id}
                test={item}
                guardrails={guardrails}
                onChange={(by) => change(item.id, by)}
              />
            ) : item.kind === 'other' ? (
              <div key={item.id} className="test-other">
                <code className="break">{JSON.stringify(item.json)}</code>
                <span className="muted small">is not a condition</span>
                <IconButton
                  small
                  className="row-end"
                  label="Remove what is not a condition"
                  icon={<Trash2 aria-hidden />}
                  onPress={() => change(item.id, null)}
                />
              </div>
            ) : (
              <TermEditor
                key={item.id}
                test={item}
                terms={terms}
                place={inside(i)}
                onChange={(by) => change(item.id, by)}
              />
            ),
          )}
        </div>
      )}
      <div className="group-foot">
        <Button small kind="ghost" isDisabled={!first} onPress={() => first && add(newTerm(first))}>
          <Plus aria-hidden />
          Condition
        </Button>
        {depth < DEEPEST && (
          <Button small kind="ghost" onPress={() => first && add(newGroup('any', [newTerm(first)]))}>
            <FolderPlus aria-hidden />
            Group
          </Button>
        )}
        {guardrail && (
          <Button small kind="ghost" onPress={() => add(newGuardrail(guardrail.name))}>
            <ShieldCheck aria-hidden />
            Guardrail
          </Button>
        )}
      </div>
    </fieldset>
  );
}
