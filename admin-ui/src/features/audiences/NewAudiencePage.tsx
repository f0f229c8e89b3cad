import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { Form } from 'react-aria-components';
import { Button } from '@/components/Button';
import { Choice } from '@/components/Choice';
import { ConditionBuilder } from '@/components/condition/ConditionBuilder';
import { firstTerm, newGroup, newTerm, toCondition } from '@/components/condition/draft';
import { TextField } from '@/components/Fields';
import { Refusal } from '@/components/Notice';
import { PageHeader } from '@/components/PageHeader';
import { Select } from '@/components/Select';
import { Skeleton } from '@/components/States';
import { toast } from '@/components/toast';
import { useCreateAudience } from '@/lib/api/createAudience';
import { useLiveStrategy } from '@/lib/api/strategy';
import type { AudienceSource } from '@/lib/api/types/audiences';
import type { Term } from '@/lib/api/types/condition';
import { useVocabulary } from '@/lib/api/vocabulary';
import { fieldErrors } from '@/lib/fieldErrors';
import { useSession } from '@/lib/SessionContext';
import { LivePreview } from './LivePreview';
import './audiences.css';

const KINDS = [
  { id: 'condition', label: 'Condition' },
  { id: 'segment', label: 'Segment' },
  { id: 'action', label: 'Action' },
] as const;

type Kind = (typeof KINDS)[number]['id'];

export function NewAudiencePage() {
  const vocabulary = useVocabulary();
  return (
    <>
      <PageHeader title="New audience">The count beside follows every change.</PageHeader>
      {vocabulary.data ? <Editor terms={vocabulary.data.terms} /> : <Skeleton height={420} />}
    </>
  );
}

function firstTest(terms: Term[], riskScore: string) {
  const term = firstTerm(terms, riskScore);
  return term ? [newTerm(term)] : [];
}

function Editor({ terms }: { terms: Term[] }) {
  const asked = useSearch({ from: '/audiences/new' });
  const navigate = useNavigate();
  const strategy = useLiveStrategy().data;
  const { riskScore } = useSession().product;
  const [name, setName] = useState('');
  const [kind, setKind] = useState<Kind>(asked.action ? 'action' : asked.segment ? 'segment' : 'condition');
  const [segment, setSegment] = useState(asked.segment ?? '');
  const [action, setAction] = useState(asked.action ?? '');
  const [draft, setDraft] = useState(() => newGroup('all', firstTest(terms, riskScore)));
  const create = useCreateAudience();

  const condition = toCondition(draft);
  const sources: Record<Kind, AudienceSource | null> = {
    condition: condition && { condition },
    segment: segment ? { segment } : null,
    action: action ? { action } : null,
  };
  const source = sources[kind];
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!source) return;
    create.mutate(
      { name, source },
      {
        onSuccess: (audience) => {
          toast(`Audience “${audience.name}” is saved.`);
          void navigate({ to: '/audiences', search: { id: audience.id } });
        },
      },
    );
  };
  return (
    <div className="audience-editor">
      <Form
        className="card form audience-form"
        onSubmit={onSubmit}
        validationErrors={fieldErrors(create.error)}
      >
        <TextField label="Name" name="name" value={name} onChange={setName} required autoFocus />
        <div className="field">
          <span className="field-label">Made of</span>
          <div>
            <Choice label="Made of" value={kind} options={KINDS} onChange={setKind} />
          </div>
        </div>
        {kind === 'condition' && (
          <ConditionBuilder
            value={draft}
            onChange={setDraft}
            terms={terms}
            guardrails={strategy?.guardrails ?? []}
          />
        )}
        {kind === 'segment' && (
          <Select
            label="Segment"
            value={segment}
            onChange={setSegment}
            options={(strategy?.segments ?? []).map((s) => ({ id: s.name, label: s.label }))}
          />
        )}
        {kind === 'action' && (
          <Select
            label="Recommended action"
            value={action}
            onChange={setAction}
            options={(strategy?.actions ?? []).map((a) => ({ id: a.id, label: a.name }))}
          />
        )}
        <Refusal error={create.error} />
        <div className="form-end">
          <Link to="/audiences" className="btn btn-plain">
            Cancel
          </Link>
          <Button type="submit" kind="primary" isDisabled={!source} isPending={create.isPending}>
            Save audience
          </Button>
        </div>
      </Form>
      <LivePreview source={source} />
    </div>
  );
}
