import type { Limits } from '@/lib/api/limits';
import type { Audience, AudienceExport } from '@/lib/api/types/audiences';
import type { CustomerContact } from '@/lib/api/types/customers';
import type { DraftDocument, ModelScoring, Publication, TableGap } from '@/lib/api/types/drafts';
import type { ImportRun } from '@/lib/api/types/imports';
import type { Job } from '@/lib/api/types/jobs';
import type { Model } from '@/lib/api/types/models';
import type { Role, Session } from '@/lib/api/types/session';
import type { ApiKey, AuditEvent, User } from '@/lib/api/types/settings';
import type { Simulation, SimulationChange } from '@/lib/api/types/simulations';
import type { StoredDraft } from './draftStore';
import { draftDocument } from './drafts';
import { shippedModels } from './models';
import { makePeople, type Person } from './people';
import { liveVersion } from './strategy';

/** Everything the made-up server remembers; a new one for every test. */
export interface Backend {
  now: string;
  people: Person[];
  /** By customer, latest first. */
  contacts: Map<string, CustomerContact[]>;
  session: Session | null;
  password: string;
  users: User[];
  apiKeys: ApiKey[];
  audiences: Audience[];
  exports: { audienceId: string; export: AudienceExport }[];
  uploads: Map<string, { fileName: string; text: string }>;
  imports: ImportRun[];
  importErrors: Map<string, string>;
  jobs: Job[];
  models: Model[];
  strategy: Omit<Publication, 'strategy' | 'reason'> & { hash: string; shortHash: string };
  /** Whether customers were decided by the share of the challenger that is tried. */
  compared: boolean;
  /** What each strategy that was ever live holds, by its hash. */
  documents: Map<string, DraftDocument>;
  drafts: StoredDraft[];
  simulations: Simulation[];
  changes: Map<string, SimulationChange[]>;
  audit: AuditEvent[];
  decided: boolean;
  limits: Limits;
  /** Models of drafts that have not scored the customers; then nobody is counted. */
  scoring: ModelScoring[];
  /** Places of drafts that there is no time to look over. */
  notExamined: string[];
  /** Gaps of tables with the rows that would close them, as the server found them. */
  gaps: TableGap[];
  next: number;
  /** Scores of each training, by job. */
  trained: Map<string, string[]>;
}

export const PASSWORD = 'correct horse battery';

export const makeSession = (roles: Role[] = ['ADMIN']): Session => ({
  username: 'mira',
  displayName: 'Mira Keller',
  roles,
  product: {
    name: 'Customer Intelligence',
    version: '0.1.0',
    currency: 'USD',
    locale: 'en-US',
    valueScore: 'clv',
    riskScore: 'churn_risk',
    atRiskThreshold: 0.6,
  },
});

interface Settings {
  customers?: number;
  roles?: Role[];
  signedIn?: boolean;
  decided?: boolean;
}

export function createBackend({
  customers = 60,
  roles,
  signedIn = true,
  decided = true,
}: Settings = {}): Backend {
  const now = '2026-03-03T09:40:12Z';
  return {
    now,
    people: makePeople(customers),
    contacts: new Map(),
    session: signedIn ? makeSession(roles) : null,
    password: PASSWORD,
    users: [
      { username: 'mira', displayName: 'Mira Keller', roles: roles ?? ['ADMIN'], disabled: false },
      { username: 'jonas', displayName: 'Jonas Weber', roles: ['APPROVER'], disabled: false },
    ],
    apiKeys: [
      {
        id: 'k1',
        name: 'Nightly import',
        roles: ['MARKETER'],
        createdAt: '2026-01-12T08:00:00Z',
        expiresAt: '2027-01-12T08:00:00Z',
      },
    ],
    audiences: [],
    exports: [],
    uploads: new Map(),
    imports: [],
    importErrors: new Map(),
    jobs: [],
    models: shippedModels(),
    strategy: { ...liveVersion },
    compared: true,
    documents: new Map([[liveVersion.hash, draftDocument()]]),
    drafts: [],
    simulations: [],
    changes: new Map(),
    audit: Array.from({ length: 24 }, (_, i) => ({
      sequence: 24 - i,
      at: now,
      actor: i % 3 ? 'mira' : 'jonas',
      kind: ['SIGN_IN', 'IMPORT_FINISHED', 'AUDIENCE_EXPORTED'][i % 3] as string,
      subject: ['mira', 'customers.csv', 'At risk, high value'][i % 3] as string,
      detail: '',
      hash: `${(i + 17).toString(16)}a94e1c07d25b8f`,
    })),
    decided,
    scoring: [],
    notExamined: [],
    gaps: [],
    limits: {
      revision: 0,
      changedAt: null,
      changedBy: null,
      reason: null,
      segmentChanges: null,
      actionChanges: null,
      valueLoss: null,
      costIncrease: null,
      contacts: [],
    },
    next: 1,
    trained: new Map(),
  };
}

export const page = <T>(items: T[]) => ({ items, nextCursor: null, total: items.length });

/** A job that is already over. */
export function finishedJob(
  backend: Backend,
  kind: string,
  label: string,
  total: number,
  resultLink: string | null,
): Job {
  const job: Job = {
    id: `job-${backend.next++}`,
    kind,
    label,
    state: 'SUCCEEDED',
    requestedBy: backend.session?.username ?? 'nobody',
    createdAt: backend.now,
    startedAt: backend.now,
    finishedAt: backend.now,
    done: total,
    total,
    doing: null,
    inputHash: '',
    resultLink,
    error: null,
  };
  backend.jobs.unshift(job);
  return job;
}
