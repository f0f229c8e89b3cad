/** What the HTTP interface under /api sends and takes: the one place where the console names the server's shapes. */

export type Role = 'ADMIN' | 'MARKETER' | 'APPROVER' | 'AGENT' | 'ANALYST';

/** An instant as ISO-8601 text in UTC. */
export type Instant = string;

export interface Page<T> {
  items: T[];
  nextCursor: string | null;
  total: number | null;
}

export interface FieldProblem {
  field?: string | null;
  message: string;
}

/** An error as application/problem+json. */
export interface Problem {
  type?: string;
  title: string;
  status: number;
  code?: string;
  detail?: string;
  hint?: string;
  errors?: (FieldProblem | string)[];
}

export interface Session {
  username: string;
  displayName: string;
  roles: Role[];
  product: { name: string; version: string; currency: string; locale: string; atRiskThreshold: number };
}

export interface User {
  username: string;
  displayName: string;
  roles: Role[];
  disabled: boolean;
}

export interface ApiKey {
  id: string;
  name: string;
  roles: Role[];
  createdAt: Instant;
  expiresAt: Instant | null;
}

export interface AuditEvent {
  sequence: number;
  at: Instant;
  actor: string;
  kind: string;
  subject: string;
  detail: unknown;
  hash: string;
}

export interface AuditVerification {
  valid: boolean;
  events: number;
  brokenAt: number | null;
}

export interface SchemaAttribute {
  name: string;
  label: string;
  type: string;
  unit: string | null;
  minimum: number | null;
  maximum: number | null;
  values: string[] | null;
  role: string | null;
  personal: boolean;
  required: boolean;
}

export interface TransactionColumn {
  name: string;
  label?: string | null;
  required?: boolean;
}

export interface Schema {
  currency: string;
  attributes: SchemaAttribute[];
  transactionColumns: (TransactionColumn | string)[];
  /** Whether names, contacts and other personal attributes are shown to whoever asks. */
  personalShown: boolean;
}

export type Operator =
  | 'EQUALS'
  | 'NOT_EQUALS'
  | 'LESS_THAN'
  | 'AT_MOST'
  | 'GREATER_THAN'
  | 'AT_LEAST'
  | 'BETWEEN'
  | 'ONE_OF'
  | 'NOT_ONE_OF'
  | 'IS_MISSING'
  | 'IS_PRESENT';

export type TermOrigin = 'ATTRIBUTE' | 'FEATURE' | 'SCORE' | 'SEGMENT';

export interface Term {
  name: string;
  label: string;
  type: 'NUMBER' | 'TEXT' | 'YES_NO';
  unit: string | null;
  minimum: number | null;
  maximum: number | null;
  values: string[] | null;
  description: string | null;
  origin: TermOrigin;
  operators: Operator[];
}

export interface Vocabulary {
  terms: Term[];
}

export type ConditionValue = string | number | boolean | null | (string | number)[];

export interface TermCondition {
  term: string;
  operator: Operator;
  value?: ConditionValue;
}

/** Holds when the operator's guardrail of that name holds. */
export interface GuardrailCondition {
  guardrail: string;
}

export type Condition =
  | GuardrailCondition
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | TermCondition;

export interface Kpis {
  averageClv: number | null;
  churnRiskShare: number | null;
  atRiskThreshold: number;
  valueAtRisk: number | null;
  actionsRecommended: number | null;
}

export interface PreviousKpis extends Omit<Kpis, 'atRiskThreshold'> {
  customers?: number | null;
  asOf: Instant;
}

export interface HistoryPoint {
  at: Instant;
  customers: number;
  averageClv: number | null;
  churnRiskShare: number | null;
  valueAtRisk: number | null;
  actionsRecommended: number | null;
}

export interface StrategyVersion {
  hash: string;
  shortHash: string;
  version: string | number;
  publishedAt: Instant | null;
  publishedBy?: string | null;
}

export interface SegmentSummary {
  name: string;
  label: string;
  color: string | null;
  customers: number;
  clv: number | null;
}

export interface ActionSummary {
  id: string;
  name: string;
  channel: string | null;
  segmentTop: string | null;
  customers: number;
  expectedValue: number | null;
}

export interface MetricSummary {
  name: string;
  value: number;
  low?: number | null;
  high?: number | null;
  baseline?: number | null;
}

export interface ModelSummary {
  name: string;
  label: string;
  version: string | number;
  hash: string;
  kind: string;
  metric: MetricSummary | null;
}

export interface Overview {
  asOf: Instant | null;
  strategy: StrategyVersion | null;
  customers: number;
  decided: number;
  kpis: Kpis & { previous: PreviousKpis | null };
  history: HistoryPoint[];
  segments: SegmentSummary[];
  actions: ActionSummary[];
  models: ModelSummary[];
}

export interface Scatter {
  terms: string[];
  total: number;
  points: { x: (number | null)[]; y: (number | null)[]; segment: number[] };
  segments: string[];
}

export interface CustomerRow {
  id: string;
  name: string | null;
  segment: string | null;
  clv: number | null;
  churnRisk: number | null;
  topAction: string | null;
}

export interface CustomerAttribute {
  name: string;
  label: string;
  type: string;
  unit: string | null;
  value: string | number | boolean | null;
  personal: boolean;
  /** The value is there, but not for the roles of whoever asks. */
  masked: boolean;
}

export interface Consent {
  channel: string;
  allowed: boolean;
}

export interface Purchases {
  firstPurchase: string | null;
  lastPurchase: string | null;
  purchaseDays: number;
  grossAmount: number;
  refundedAmount: number;
  netAmount: number;
}

export interface CustomerTransaction {
  reference: string | null;
  occurredAt: Instant;
  amount: number;
  channel: string | null;
}

export interface Score {
  name: string;
  label: string;
  kind: 'AMOUNT' | 'PROBABILITY' | 'CLUSTER';
  unit: string | null;
  value: number | string | null;
  problem: string | null;
}

export interface Factors {
  propensity: number;
  contextWeight: number;
  value: number;
  lever: number;
  cost: number;
}

export interface RecommendedAction {
  rank: number;
  id: string;
  name: string;
  description: string | null;
  kind: string;
  channel: string | null;
  icon: string | null;
  fallback: boolean;
  expectedValue: number | null;
  factors: Factors | null;
  reasons: string[] | null;
  validDays: number | null;
}

export type NotRecommendedOutcome =
  | 'NOT_ELIGIBLE'
  | 'SUPPRESSED'
  | 'HELD_OUT'
  | 'NOT_WORTHWHILE'
  | 'NOT_NEEDED';

export interface NotRecommendedAction {
  id: string;
  name: string;
  channel: string | null;
  outcome: NotRecommendedOutcome;
  reason: string;
}

export interface TraceCondition {
  text: string;
  term: string | null;
  label: string | null;
  operator: Operator | 'GUARDRAIL' | null;
  value: ConditionValue;
  actual: ConditionValue;
  met: boolean;
  group: 'all' | 'any' | 'not';
  depth: number;
}

export interface TraceRule {
  id: string;
  name: string;
  matched: boolean;
  conditions: TraceCondition[];
}

export interface Decision {
  decisionId: string | null;
  customerId: string;
  asOf: Instant;
  strategyHash: string;
  modelHashes: Record<string, string>;
  scores: Score[];
  segment: { name: string; label: string; color: string | null } | null;
  actions: RecommendedAction[];
  notRecommended: NotRecommendedAction[];
  trace?: { segments: TraceRule[]; actions: TraceRule[] } | null;
}

export interface Customer {
  id: string;
  name: string | null;
  attributes: CustomerAttribute[];
  consents: Consent[];
  purchases: Purchases | null;
  transactions: CustomerTransaction[];
  decision: Decision | null;
  importedAt: Instant | null;
}

export interface StrategySegment {
  name: string;
  label: string;
  color: string | null;
  description: string | null;
  sentence: string;
  condition: Condition | null;
  customers: number | null;
  share: number | null;
  clv: number | null;
}

export interface StrategyAction {
  id: string;
  name: string;
  description: string | null;
  kind: string;
  channel: string | null;
  icon: string | null;
  priority: number | null;
  sentence: string;
  condition: Condition | null;
  propensity?: string | null;
  value: unknown;
  lever?: number | null;
  validDays?: number | null;
  fallback?: boolean;
  cost: number | null;
  customers: number | null;
  recommended: number | null;
  share: number | null;
}

export interface Guardrail {
  name: string;
  file: string | null;
  sentence: string | null;
}

export interface StrategyFeature {
  name: string;
  label: string;
  unit: string | null;
  sentence: string;
}

export interface DecisionTable {
  name: string;
  label: string;
  hitPolicy: string;
  sentences: string[];
}

export interface LiveStrategy extends StrategyVersion {
  segments: StrategySegment[];
  actions: StrategyAction[];
  arbitration: { sentence: string; [key: string]: unknown } | null;
  guardrails: Guardrail[];
  features: StrategyFeature[];
  models: { name: string; label?: string | null; version?: string | number | null; hash?: string | null }[];
  decisionTables?: DecisionTable[];
  channels?: { id: string; label: string }[];
  holdout?: { share: number };
  base?: { decidedBy: 'COLUMNS' | 'DROOLS'; comparedCustomers: number; difference: string | null };
}

export interface ConditionCount {
  customers: number;
  share: number;
  total: number;
  clv: number | null;
  bySegment: { name: string; customers: number }[];
  sample: { id: string; name: string | null; clv: number | null; churnRisk: number | null }[];
  asOf: Instant | null;
  millis: number;
}

export type AudienceSource = { segment: string } | { action: string } | { condition: Condition };

export interface Audience {
  id: string;
  name: string;
  source: AudienceSource;
  sentence: string;
  createdAt: Instant;
  createdBy: string;
  customers: number | null;
  lastExport: AudienceExport | null;
}

export interface AudiencePreview {
  customers: number;
  suppressed: { noConsent: number; heldOut: number; gone?: number };
  sample: CustomerRow[];
  asOf: Instant | null;
}

export type JobState = 'QUEUED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED';

export interface AudienceExport {
  id: string;
  state: JobState;
  rows: number | null;
  sha256: string | null;
  fileName: string | null;
  sizeBytes: number | null;
  createdAt: Instant;
  createdBy: string;
  strategyHash: string | null;
  expiresAt: Instant | null;
}

export interface ExportRequest {
  format: string;
  columns: string[];
  channel?: string;
}

export interface ExportFormat {
  name: string;
  extension: string;
}

export type ImportTable = 'customers' | 'transactions';

export interface DetectedFile {
  encoding: string;
  delimiter: string;
  decimalSeparator: string;
  headers: string[];
  sampleRows: string[][];
  table: ImportTable | null;
  mapping: Record<string, string | null>;
  notices: string[];
}

export interface UploadedFile {
  fileId: string;
  fileName: string;
  sizeBytes: number;
  detected: DetectedFile;
}

export interface ImportRequest {
  fileId?: string;
  source?: { plugin: string };
  table: ImportTable;
  mapping?: Record<string, string | null>;
  delimiter?: string;
  encoding?: string;
  decimalSeparator?: string;
  dryRun: boolean;
}

export interface ImportRows {
  read: number;
  accepted: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
}

export interface ImportError {
  line: number;
  column: string | null;
  value: string | null;
  reason: string;
}

export interface ImportRun {
  id: string;
  state: JobState;
  table: ImportTable;
  fileName: string | null;
  dryRun: boolean;
  rows: ImportRows;
  notices: string[];
  errors: ImportError[];
  startedAt: Instant | null;
  finishedAt: Instant | null;
  startedBy: string;
  error?: string | null;
}

export interface Job {
  id: string;
  kind: string;
  label: string;
  state: JobState;
  requestedBy: string;
  createdAt: Instant;
  startedAt: Instant | null;
  finishedAt: Instant | null;
  done: number;
  total: number | null;
  inputHash: string | null;
  resultLink: string | null;
  error: string | null;
}

export interface Model {
  name: string;
  label: string;
  kind: string;
  unit: string | null;
  version: string | number;
  hash: string;
  inputs: (string | { name: string; label?: string })[];
  metrics: MetricSummary[];
  trainedAt?: Instant | null;
  card?: Record<string, unknown> | null;
}

export interface Plugin {
  name: string;
  kinds: { kind: string; name: string }[];
  jar: string | null;
}
