import { Trash2 } from 'lucide-react';
import { Badge } from '@/components/Badge';
import { Button, IconButton } from '@/components/Button';
import { toast } from '@/components/toast';
import type { DraftDocument, Example, ExampleResult } from '@/lib/api/types/drafts';
import { useDocument, useEdit, useOpenDraft } from '@/lib/draft/DraftContext';
import { useFormats } from '@/lib/SessionContext';

interface Props {
  example: Example;
  /** Undefined = not decided yet. */
  result: ExampleResult | undefined;
}

/** One example: why it is there, what it expects, and what the draft decides instead. */
export function ExampleItem({ example, result }: Props) {
  const { editable, session } = useOpenDraft();
  const { when } = useFormats();
  const edit = useEdit();
  const document = useDocument((d) => d);
  const { why, expected, asOf, id } = example;
  const accept = (r: ExampleResult) =>
    edit({
      do: 'example.expect',
      id,
      expected: {
        segment: r.segment,
        actions: r.actions.slice(0, Math.max(1, expected.actions.length)),
        never: expected.never.filter((action) => !r.actions.includes(action)),
      },
    });
  const remove = () => {
    edit({ do: 'example.delete', id });
    toast('The example is removed.', 'good', () => session.undo());
  };
  return (
    <li>
      <div className="row row-between">
        <h3>{why}</h3>
        <span className="row">
          {result && <Badge tone={result.met ? 'good' : 'bad'}>{result.met ? 'Met' : 'Not met'}</Badge>}
          {editable && (
            <IconButton
              small
              label={`Remove the example “${why}”`}
              icon={<Trash2 aria-hidden />}
              onPress={remove}
            />
          )}
        </span>
      </div>
      <p className="muted small">
        Expected: {expectedWords(example, document)} As of {when(asOf)}.
      </p>
      {result && !result.met && (
        <>
          <ul className="bullets small">
            {result.differences.map((d) => (
              <li key={d}>{d}</li>
            ))}
          </ul>
          {editable && result.segment !== '' && (
            <Button small onPress={() => accept(result)}>
              Accept the new result
            </Button>
          )}
        </>
      )}
    </li>
  );
}

function expectedWords({ expected }: Example, { segments, actions }: DraftDocument): string {
  const segment = segments.segments.find((s) => s.id === expected.segment)?.label ?? expected.segment;
  const names = (ids: string[]) =>
    ids.map((id) => actions.actions.find((a) => a.id === id)?.name ?? id).join(', ');
  const first = expected.actions.length > 0 ? `, first ${names(expected.actions)}` : '';
  const never = expected.never.length > 0 ? `, never ${names(expected.never)}` : '';
  return `${segment}${first}${never}.`;
}
