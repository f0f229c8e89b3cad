import { useState } from 'react';
import { Button } from '@/components/Button';
import { Card } from '@/components/Card';
import { NewDraftDialog } from '@/components/NewDraftDialog';
import { Notice } from '@/components/Notice';
import { EmptyState, Skeleton } from '@/components/States';
import { Table } from '@/components/Table';
import type { ThresholdPoint } from '@/lib/api/draftDistribution';
import type { Model } from '@/lib/api/types/models';
import { OPERATOR_WORDS } from '@/lib/condition';
import { withThreshold } from '@/lib/draft/comparisons';
import { DASH } from '@/lib/format';
import { moneyDelta } from '@/lib/moneyDelta';
import { useFormats, useMay } from '@/lib/SessionContext';
import { RuleEffect } from './RuleEffect';
import { pointAt, type ThresholdRule, useThresholdRules } from './useThresholdRules';

interface Props {
  model: Model;
  threshold: number;
  /** Whether the scores of the base are this version's. */
  live: boolean;
}

/** What the threshold would do in the rules of the live strategy that test this score, each changed by itself. */
export function ThresholdRules({ model, threshold: exact, live }: Props) {
  const threshold = rounded(exact);
  const found = useThresholdRules(model.name, live);
  const { percent } = useFormats();
  const [open, setOpen] = useState<string | null>(null);
  const [draft, setDraft] = useState<ThresholdRule | null>(null);
  const mayDraft = useMay('ADMIN', 'MARKETER');
  if (!live) return null;
  if (!found) return <Skeleton height={160} label="Looking for rules that test this score" />;
  if (found.rules.length === 0) {
    return (
      <Card title="Rules that test this score">
        <EmptyState title="No rule does">
          No segment and no action of the live strategy compares it.
        </EmptyState>
      </Card>
    );
  }
  const at = percent(threshold, 1);
  return (
    <Card
      title="Rules that test this score"
      sub={`What ${at} would do in each of them, all others as they are live; between the steps measured on a straight line`}
      flush
    >
      <Table
        label="Effect in each rule"
        stickyHeader
        rows={found.rules}
        rowKey={(rule) => rule.place}
        columns={[
          {
            id: 'rule',
            header: 'Rule',
            className: 'model-row-name',
            cell: (rule) => <RuleName rule={rule} />,
          },
          {
            id: 'test',
            header: 'Live',
            cell: ({ test }) => (
              <span className="nowrap">
                {OPERATOR_WORDS[test.operator]}{' '}
                {percent(test.value, Number.isInteger(test.value * 100) ? 0 : 1)}
              </span>
            ),
          },
          { id: 'now', header: 'Customers now', numeric: true, cell: (rule) => <Reached point={rule.now} /> },
          {
            id: 'then',
            header: `At ${at}`,
            numeric: true,
            cell: (rule) => <Reached point={pointAt(rule.curve, threshold)} />,
          },
          {
            id: 'contacts',
            header: 'Contacts in all',
            numeric: true,
            cell: (rule) => <Change rule={rule} threshold={threshold} of="contacts" />,
          },
          {
            id: 'value',
            header: 'Expected value in all',
            numeric: true,
            cell: (rule) => <Change rule={rule} threshold={threshold} of="expectedValue" />,
          },
          {
            id: 'acts',
            header: <span className="sr">What to do</span>,
            className: 'table-actions',
            cell: (rule) => (
              <span className="rule-acts">
                <Button
                  small
                  aria-expanded={open === rule.place}
                  onPress={() => setOpen(open === rule.place ? null : rule.place)}
                >
                  Who changes<span className="sr"> at {nameOf(rule)}</span>
                </Button>
                {mayDraft && (
                  <Button small onPress={() => setDraft(rule)}>
                    Use in a draft<span className="sr"> at {nameOf(rule)}</span>
                  </Button>
                )}
              </span>
            ),
          },
        ]}
        detail={(rule) =>
          rule.place === open ? (
            <RuleEffect
              strategy={found.strategy}
              live={found.document}
              place={rule.place}
              threshold={threshold}
            />
          ) : null
        }
      />
      {found.error !== null && (
        <Notice tone="warn">
          Not every rule could be counted.
          {found.error instanceof Error && ` ${found.error.message}`}
        </Notice>
      )}
      {draft && (
        <NewDraftDialog
          open
          onClose={() => setDraft(null)}
          strategy={found.strategy}
          from="the live strategy"
          name={`${draft.label}: ${model.label.toLowerCase()} ${OPERATOR_WORDS[draft.test.operator]} ${at}`}
          edit={(document) => withThreshold(document, draft.place, threshold)}
          at={{ tab: draft.of === 'segment' ? 'segments' : 'actions', rule: draft.id }}
        />
      )}
    </Card>
  );
}

/** To a tenth of a percent, as it is shown. */
const rounded = (threshold: number) => Math.round(threshold * 1000) / 1000;

const nameOf = ({ of, label, stage }: ThresholdRule) =>
  `${of === 'segment' ? 'segment' : 'action'} ${label}${stage ? `, ${stage}` : ''}`;

const RuleName = ({ rule: { of, label, stage } }: { rule: ThresholdRule }) => (
  <>
    {label}
    <div className="muted small">{of === 'segment' ? 'Segment' : `Action, ${stage}`}</div>
  </>
);

function Reached({ point }: { point: ThresholdPoint | null }) {
  const { integer } = useFormats();
  return point ? <b>{integer(point.reached)}</b> : DASH;
}

interface ChangeProps {
  rule: ThresholdRule;
  threshold: number;
  of: 'contacts' | 'expectedValue';
}

/** By how much a figure of the whole base differs from the live one. */
function Change({ rule, threshold, of }: ChangeProps) {
  const formats = useFormats();
  const then = pointAt(rule.curve, threshold);
  if (!rule.now || !then) return DASH;
  const by = then[of] - rule.now[of];
  if (of === 'expectedValue') return moneyDelta(by, formats);
  const count = formats.integer(Math.abs(by));
  return count === '0' ? '±0' : `${by > 0 ? '+' : '−'}${count}`;
}
