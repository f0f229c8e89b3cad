/**
 * What the HTTP interface under /api sends and takes, in the console's words. Shapes that the server describes are taken
 * from its description; the others (conditions, decisions, live strategy, files) are written here.
 */
import type { Shape, With } from './shape';

export type Role = Shape<'SignedIn'>['roles'][number];

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

export type Session = With<Shape<'SignedIn'>, { product: Shape<'Product'> }>;

export type User = Pick<Shape<'User'>, 'username' | 'displayName' | 'roles' | 'disabled'>;

export type ApiKey = Shape<'Key', 'expiresAt'>;

export type AuditEvent = With<Shape<'AuditEvent'>, { detail: unknown }>;

export type AuditVerification = Shape<'AuditVerification', 'brokenAt'>;

export type SchemaAttribute = Shape<'Attribute', 'unit' | 'minimum' | 'maximum' | 'values' | 'role'>;

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

export type Operator = Shape<'TermView'>['operators'][number];

export type Term = Shape<'TermView', 'unit' | 'minimum' | 'maximum' | 'values' | 'description'>;

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

export type Kpis = With<
  Shape<'Kpis', 'averageClv' | 'churnRiskShare' | 'valueAtRisk' | 'actionsRecommended'>,
  { previous: PreviousKpis | null }
>;

export type PreviousKpis = Shape<
  'PreviousKpis',
  'customers' | 'averageClv' | 'churnRiskShare' | 'valueAtRisk' | 'actionsRecommended'
>;

export type HistoryPoint = Omit<
  Shape<'KeyFigures', 'averageClv' | 'churnRiskShare' | 'valueAtRisk' | 'actionsRecommended'>,
  'atRiskThreshold'
>;

export interface StrategyVersion {
  hash: string;
  shortHash: string;
  version: string | number;
  publishedAt: Instant | null;
  publishedBy?: string | null;
}

export type SegmentSummary = Shape<'SegmentFigures', 'color' | 'clv'>;

export type ActionSummary = Shape<'ActionFigures', 'channel' | 'segmentTop' | 'expectedValue'>;

export type MetricSummary = Shape<'Metric', 'low' | 'high' | 'baseline'>;

export type ModelSummary = With<Shape<'ModelFigures'>, { metric: MetricSummary | null }>;

export type Overview = With<
  Shape<'OverviewView', 'asOf'>,
  {
    strategy: Shape<'LiveVersion', 'publishedAt'> | null;
    kpis: Kpis;
    history: HistoryPoint[];
    segments: SegmentSummary[];
    actions: ActionSummary[];
    models: ModelSummary[];
  }
>;

export type Scatter = With<
  Shape<'Scatter'>,
  { points: { x: (number | null)[]; y: (number | null)[]; segment: number[] } }
>;

export type CustomerRow = Shape<'Row', 'name' | 'segment' | 'clv' | 'churnRisk' | 'topAction'>;

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

export type Consent = Shape<'ConsentView'>;

export type Purchases = Shape<'PurchasesView', 'firstPurchase' | 'lastPurchase'>;

export type CustomerTransaction = Shape<'Transaction', 'reference' | 'channel'>;

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

/** What each input adds to a score; baseline and attributions add up on the scale. */
export interface ScoreExplanation {
  score: string;
  label: string;
  scale: 'UNIT' | 'LOG' | 'LOG_ODDS';
  baseline: number;
  baselineScore: number;
  sentence: string;
  attributions: { input: string; label: string; value: string; attribution: number }[];
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
  trace?: { segments: TraceRule[]; actions: TraceRule[]; scores: ScoreExplanation[] } | null;
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

export type StrategySegment = With<
  Shape<'SegmentView', 'color' | 'description' | 'customers' | 'share' | 'clv'>,
  { condition: Condition | null }
>;

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

export type Guardrail = Shape<'GuardrailView', 'file' | 'sentence'>;

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

export type SampleCustomer = Shape<'SampleCustomer', 'name' | 'clv' | 'churnRisk'>;

export type ConditionCount = With<
  Shape<'ConditionCount', 'clv' | 'asOf'>,
  { bySegment: Shape<'SegmentCount'>[]; sample: SampleCustomer[] }
>;

export type AudienceSource = { segment: string } | { action: string } | { condition: Condition };

export type Audience = With<
  Shape<'AudienceView', 'customers'>,
  { source: AudienceSource; lastExport: AudienceExport | null }
>;

export type AudiencePreview = With<
  Shape<'AudiencePreview', 'asOf'>,
  { sample: SampleCustomer[]; suppressed: Shape<'Suppressed'> }
>;

export type JobState = Shape<'Job'>['state'];

export type AudienceExport = Pick<
  Shape<'ExportView', 'rows' | 'sha256' | 'fileName' | 'sizeBytes' | 'strategyHash' | 'expiresAt'>,
  | 'id'
  | 'state'
  | 'rows'
  | 'sha256'
  | 'fileName'
  | 'sizeBytes'
  | 'createdAt'
  | 'createdBy'
  | 'strategyHash'
  | 'expiresAt'
>;

export interface ExportRequest {
  format: string;
  columns: string[];
  channel?: string;
}

export type ExportFormat = Shape<'ExportFormat'>;

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

export type ImportRows = Shape<'RowCounts'>;

export type ImportError = Shape<'RowError', 'column' | 'value'>;

export type ImportRun = With<
  Shape<'ImportView', 'fileName' | 'startedAt' | 'finishedAt' | 'error'>,
  { table: ImportTable; rows: ImportRows; errors: ImportError[] }
>;

export type Job = Shape<'Job', 'startedAt' | 'finishedAt' | 'total' | 'inputHash' | 'resultLink' | 'error'>;

export type ModelInput = Pick<Shape<'Input'>, 'name' | 'type' | 'use'>;

/** What is known of a model: how it was made and how good it honestly is. */
export type ModelCard = With<
  Omit<Shape<'ModelCard'>, 'scores'>,
  { data: Shape<'Data'>; metrics: MetricSummary[]; inputs: ModelInput[] }
>;

export type ModelAlias = 'CHAMPION' | 'CHALLENGER' | 'SHADOW';

/** One version of a model; its name is that of its score. */
export type Model = With<
  Shape<'ModelVersion'>,
  { card: ModelCard; metrics: MetricSummary[]; aliases: ModelAlias[] }
>;

export type TrainingRecipe = Shape<'RecipeView'>;

export type TransitionCell = Shape<'Cell'>;

export type TransitionGroup = Shape<'Group'>;

/** Who goes from which group to which, those who stay included; empty cells are left out. */
export type Transitions = With<Shape<'Matrix'>, { groups: TransitionGroup[]; cells: TransitionCell[] }>;

export type SimulationResult = With<Shape<'Result'>, { segments: Transitions; actions: Transitions }>;

export type Simulation = With<Shape<'SimulationView', 'obstacle'>, { result: SimulationResult | null }>;

export type SimulationChange = Shape<'ChangeView'>;

export type Publication = Pick<Shape<'Publication'>, 'version' | 'publishedAt' | 'publishedBy' | 'reason'>;

export type Plugin = With<
  Shape<'PluginDescription', 'jar'>,
  { kinds: Pick<Shape<'Offered'>, 'kind' | 'name'>[] }
>;
