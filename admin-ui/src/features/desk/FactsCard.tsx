import type { ReactNode } from 'react';
import { Card } from '@/components/Card';
import { Facts } from '@/components/Facts';
import type { Customer, CustomerAttribute } from '@/lib/api/types/customers';
import { DASH, type Formats } from '@/lib/format';
import { useFormats } from '@/lib/SessionContext';
import { valueText } from '@/lib/terms';

function attributeText(a: CustomerAttribute, f: Formats): string {
  if (a.value === null || a.value === '') return DASH;
  if (a.type === 'DATE') return f.date(String(a.value));
  return valueText({ unit: a.unit, type: typeof a.value === 'number' ? 'NUMBER' : 'TEXT' }, a.value, f);
}

/** In place of a value that is not for the roles of whoever looks. */
function Masked() {
  return <span className="muted">••• hidden from your role</span>;
}

/** What is known: attributes as imported, purchases as added up. */
export function FactsCard({ customer }: { customer: Customer }) {
  const f = useFormats();
  const { purchases } = customer;
  const facts: [string, ReactNode][] = customer.attributes.map((a) => [
    a.label,
    a.masked ? <Masked key={a.name} /> : attributeText(a, f),
  ]);
  if (purchases && purchases.purchaseDays > 0) {
    facts.push(
      ['First purchase', purchases.firstPurchase ? f.date(purchases.firstPurchase) : DASH],
      ['Last purchase', purchases.lastPurchase ? f.date(purchases.lastPurchase) : DASH],
      ['Days with a purchase', f.integer(purchases.purchaseDays)],
      ['Net amount', f.exactMoney(purchases.netAmount)],
    );
    if (purchases.refundedAmount) facts.push(['Refunded', f.exactMoney(Math.abs(purchases.refundedAmount))]);
  }
  return (
    <Card title="Facts" sub={customer.importedAt ? `Imported ${f.when(customer.importedAt)}` : undefined}>
      <Facts items={facts} />
    </Card>
  );
}
