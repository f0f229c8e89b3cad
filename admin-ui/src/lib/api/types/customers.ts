import type { Shape, With } from '../shape';
import type { Decision } from './decision';

export type CustomerRow = Shape<'CustomerRow'>;

export type CustomerAttribute = With<Shape<'AttributeView'>, { value: string | number | boolean | null }>;

export type Consent = Shape<'ConsentView'>;

export type Purchases = Shape<'PurchasesView'>;

/** One time that a customer was contacted. */
export type CustomerContact = Shape<'ContactView'>;

export type CustomerTransaction = Shape<'Transaction'>;

export type Customer = With<
  Shape<'CustomerView'>,
  {
    attributes: CustomerAttribute[];
    consents: Consent[];
    purchases: Purchases | null;
    transactions: CustomerTransaction[];
    decision: Decision | null;
  }
>;
