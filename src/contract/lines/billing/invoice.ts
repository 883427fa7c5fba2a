import { type Expression, sumOf } from '../../../calc/expression';
import type { Line } from '../../../calc/line';
import type { ContractBook } from '../line-book';
import type { Metered } from '../metered/metered';
import type { Capacity } from '../reserved/capacity';
import { invoiceRounding } from './rounding';
import type { SeatTools } from './seat-tools';
import type { Settlement } from './settlement';

export interface InvoiceParts {
  readonly capacity: Capacity;
  readonly metered: Metered;
  readonly settlement: Settlement;
}

export interface Invoice {
  readonly total: Expression;
  readonly firstVendor: Expression;
}

interface Charge {
  readonly id: string;
  readonly label: string;
  readonly amount: Expression;
}

/** One line for each product, vendor and kind of charge, as billing systems print and round them. */
export function invoiceLines(contract: ContractBook, parts: InvoiceParts): Invoice {
  const book = contract.in('invoice');
  const rounded = invoiceRounding(book);
  const line = ({ id, label, amount }: Charge): Line =>
    book.money(`invoice.${id}`, `Invoice: ${label}`, rounded(amount), { focus: 'BilledCost' });
  const first = firstVendorCharges(parts).map(line);
  const others = otherVendorCharges(parts).map(line);
  return { total: sumOf([...first, ...others]), firstVendor: sumOf(first) };
}

function firstVendorCharges({ capacity, metered, settlement }: InvoiceParts): Charge[] {
  const { reserved, overflowCost } = capacity;
  const { commitment, takeOrPay, tools, prepaid } = settlement;
  const hasCredits = prepaid.lots.length > 0;
  const hasHolds = metered.holds.length > 0;
  return [
    { id: 'reserved recurring', label: 'reserved capacity, instalment', amount: reserved.recurring },
    { id: 'reserved upfront', label: 'reserved capacity, paid in advance', amount: reserved.upfront },
    { id: 'termination fee', label: 'reserved capacity, early termination', amount: reserved.terminationFee },
    { id: 'overflow', label: 'overflow, on demand', amount: overflowCost },
    ...[...metered.netByProduct].map(([product, amount]) => ({
      id: `token[${product}]`,
      label: `first vendor, ${product}`,
      amount,
    })),
    { id: 'true-up', label: 'true-up to the commitment', amount: commitment.trueUp },
    { id: 'overage', label: 'premium beyond the commitment', amount: commitment.premium },
    { id: 'take-or-pay', label: 'take-or-pay settlement', amount: takeOrPay },
    ...(hasHolds ? [{ id: 'hold credit', label: 'credit for held volume', amount: metered.credit }] : []),
    ...(hasCredits
      ? [
          { id: 'prepaid purchase', label: 'prepaid credits bought', amount: prepaid.paid },
          { id: 'prepaid drawn', label: 'paid by prepaid credits', amount: prepaid.drawn.times(-1) },
        ]
      : []),
    ...toolCharges(tools, ''),
  ];
}

function otherVendorCharges({ metered, settlement }: InvoiceParts): Charge[] {
  const { otherTrueUp, tools } = settlement;
  return metered.others.flatMap((vendor) => {
    const trueUp = otherTrueUp.byName.get(vendor.name);
    return [
      ...[...vendor.costByProduct].map(([product, amount]) => ({
        id: `vendor[${vendor.name}][${product}]`,
        label: `vendor ${vendor.name}, ${product}`,
        amount,
      })),
      ...(trueUp
        ? [{ id: `vendor true-up[${vendor.name}]`, label: `vendor ${vendor.name}, true-up`, amount: trueUp }]
        : []),
      ...toolCharges(tools, vendor.name),
    ];
  });
}

const toolCharges = (tools: SeatTools, vendor: string): Charge[] =>
  tools.billedBy(vendor).map(([tool, amount]) => ({ id: `tool[${tool}]`, label: `seats, ${tool}`, amount }));
