import type { Shape, With } from '../shape';
import type { Decision } from './decision';

export type CustomerRow = Shape<'Row', 'name' | 'segment' | 'clv' | 'churnRisk' | 'topAction'>;

export type CustomerAttribute = With<Shape<'AttributeView'>, { value: string | number | boolean | null }>;

export type Consent = Shape<'ConsentView'>;

export type Purchases = Shape<'PurchasesView', 'firstPurchase' | 'lastPurchase'>;

export type CustomerTransaction = Shape<'Transaction', 'reference' | 'channel'>;

export type Customer = With<
  Shape<'CustomerView', 'name' | 'importedAt'>,
  {
    attributes: CustomerAttribute[];
    consents: Consent[];
    purchases: Purchases | null;
    transactions: CustomerTransaction[];
    decision: Decision | null;
  }
>;
