import { useMemo } from 'react';
import type { Term } from './api/types/condition';
import type { CustomerRow } from './api/types/customers';
import { useVocabulary } from './api/vocabulary';
import { DASH } from './format';
import { useFormats, useSession } from './SessionContext';
import { isShare, valueText } from './terms';
import { humanize } from './text';

/** A score that lists of customers show. */
export interface ListScore {
  /** The member of a customer in a list that holds it, and how lists are sorted by it. */
  field: 'clv' | 'churnRisk';
  sort: 'clv' | 'churn_risk';
  name: string;
  label: string;
  /** The label inside a sentence. */
  words: string;
  /** As a person reads it below others, in its unit; a dash when there is none. */
  text: (value: number | null) => string;
  of: (row: Pick<CustomerRow, 'clv' | 'churnRisk'>) => number | null;
}

export interface Scores {
  /** What a customer is worth. */
  value: ListScore;
  /** How likely a customer leaves. */
  risk: ListScore;
  /** Those of the two that the live strategy computes. */
  shown: ListScore[];
}

/** The two scores that the operator chose for lists and figures, in the words and units of the live strategy. */
export function useScores(): Scores {
  const { valueScore, riskScore } = useSession().product;
  const formats = useFormats();
  const terms = useVocabulary().data?.terms;
  return useMemo(() => {
    const listScore = (name: string, field: ListScore['field'], sort: ListScore['sort'], unit: string) => {
      const known = terms?.find((t) => t.name === name);
      const look: Pick<Term, 'type' | 'unit'> = known ?? { type: 'NUMBER', unit };
      const label = known?.label ?? humanize(name);
      const score: ListScore = {
        field,
        sort,
        name,
        label,
        words: inSentence(label),
        text: (value) => {
          if (value === null) return DASH;
          return isShare(look) ? formats.percent(value) : valueText(look, value, formats);
        },
        of: (row) => row[field],
      };
      return score;
    };
    const value = listScore(valueScore, 'clv', 'clv', formats.currency);
    const risk = listScore(riskScore, 'churnRisk', 'churn_risk', 'probability');
    const computed = new Set(terms?.filter((t) => t.origin === 'SCORE').map((t) => t.name));
    return { value, risk, shown: [value, risk].filter((s) => !terms || computed.has(s.name)) };
  }, [terms, valueScore, riskScore, formats]);
}

/** "Lifetime value" as "lifetime value"; "CLV" stays. */
const inSentence = (label: string) =>
  /^\p{Lu}(\p{Lu}|$)/u.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
