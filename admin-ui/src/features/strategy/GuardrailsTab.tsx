import { Card } from '@/components/Card';
import { EmptyState } from '@/components/States';
import { Table } from '@/components/Table';
import type { Guardrail } from '@/lib/api/types/strategy';
import { DASH } from '@/lib/format';
import { humanize } from '@/lib/text';

/** What no rule may override. */
export function GuardrailsTab({ guardrails }: { guardrails: Guardrail[] }) {
  if (guardrails.length === 0) {
    return (
      <div className="card">
        <EmptyState title="No guardrails are set">
          An operator adds one as a .drl file in the folder of the rules; it then holds for every action.
        </EmptyState>
      </div>
    );
  }
  return (
    <Card title="Guardrails" sub="Set by the operator in files; no rule of the strategy overrides them" flush>
      <Table
        label="Guardrails in force"
        rows={guardrails}
        rowKey={(g) => g.name}
        columns={[
          { id: 'name', header: 'Guardrail', cell: (g) => humanize(g.name) },
          { id: 'sentence', header: 'What it holds', cell: (g) => g.sentence || DASH },
          { id: 'file', header: 'File', cell: (g) => <code>{g.file}</code> },
        ]}
      />
    </Card>
  );
}
