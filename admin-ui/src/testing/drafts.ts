import type { DraftContent, DraftDocument } from '@/lib/api/types/drafts';
import { CHURN_HASH, CLV_HASH } from './models';
import { ACTIONS, SEGMENTS, STRATEGY_HASH } from './strategy';

const EVERYBODY = { all: [] };

/** The synthetic strategy in the form of the files under rules/. */
export const draftDocument = (): DraftDocument => ({
  segments: {
    otherwise: SEGMENTS.at(-1)?.name ?? '',
    segments: SEGMENTS.map((s) => ({
      id: s.name,
      label: s.label,
      color: '',
      description: s.description,
      when: s.condition,
    })),
  },
  actions: {
    fallback: 'newsletter',
    channels: [
      { id: 'email', label: 'E-mail', consent: 'consent_email', weight: 1 },
      { id: 'phone', label: 'Phone', consent: 'consent_phone', weight: 1 },
      { id: 'app', label: 'App', consent: '', weight: 1 },
    ],
    actions: ACTIONS.map(({ id, name, description, channel, cost, lever }, i) => ({
      id,
      name,
      description,
      kind: 'OFFER',
      channel,
      priority: i < 2 ? 1 : 2,
      propensity: 0.2,
      value: { constant: 0, coefficient: 0.4, terms: ['clv', 'churn_risk'] },
      cost,
      lever,
      validDays: 30,
    })),
  },
  engagement: {
    rules: ACTIONS.filter((a) => a.id !== 'newsletter').map((a) => ({
      action: a.id,
      eligibility: a.condition,
      applicability: EVERYBODY,
      suitability: EVERYBODY,
    })),
  },
  holdout: { salt: 'spring', share: 0.05 },
  contact: { limits: [{ id: 'mails', most: 2, days: 7, channels: ['email'] }] },
  models: { clv: CLV_HASH, churn_risk: CHURN_HASH },
});

export const draftContent = (): DraftContent => ({
  name: 'Spring retention',
  basedOn: STRATEGY_HASH,
  document: draftDocument(),
});
