import type { Line } from '../../../calc/line';
import type { ContractBook } from '../line-book';
import { type InvoiceParts, invoiceLines } from './invoice';

/** What the contract comes to. */
export interface Totals {
  readonly billed: Line;
  readonly effective: Line;
  readonly paidToFirstVendor: Line;
}

export function totalLines(contract: ContractBook, parts: InvoiceParts): Totals {
  const { capacity, settlement } = parts;
  const invoice = invoiceLines(contract, parts);
  const book = contract.in('total');
  return {
    billed: book.money('total.billed', 'Total billed', invoice.total, {
      focus: 'BilledCost',
      rule: 'total.billed',
    }),
    effective: book.money(
      'total.effective',
      'Total effective',
      capacity.reserved.effective
        .plus(capacity.overflowCost)
        .plus(settlement.tokenEffective)
        .plus(settlement.tools.cost),
      { focus: 'EffectiveCost' },
    ),
    paidToFirstVendor: book.money('vendor.paid', 'Billed by the first vendor', invoice.firstVendor),
  };
}
