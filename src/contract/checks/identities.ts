import { Decimal, ONE, ZERO } from '../../base/decimal';
import type { ContractLine } from '../lines/contract-line';
import type { Comparison, ScenarioCheck } from './check';
import { type ScenarioReader, sum } from './scenario-reader';

type Month = (reader: ScenarioReader, period: number) => Omit<Comparison, 'where'>;

/** Holds in every month. */
const monthly = (name: string, month: Month): ScenarioCheck => ({
  name,
  kind: 'Error',
  *compare(reader) {
    for (let period = 0; period < reader.periods; period += 1) {
      yield { ...month(reader, period), where: reader.month(period) };
    }
  },
});

const money = (value: Decimal, expected: Decimal): Omit<Comparison, 'where'> => ({
  value,
  expected,
  isMoney: true,
});

const plusAll = (reader: ScenarioReader, period: number, ids: readonly string[]): Decimal =>
  sum(ids.map((id) => reader.at(id, period)));

/** Lines whose id is the given one with a name in brackets. */
const partsOf = (reader: ScenarioReader, { id }: ContractLine): ContractLine[] =>
  reader.lines.filter(
    (line) => line.id.startsWith(`${id}[`) && line.id.indexOf(']', id.length) === line.id.length - 1,
  );

const addsUp = (line: ContractLine): boolean => !line.scalar && line.summary.kind === 'sum';

const isPartOfAWhole = ({ unit, scalar, isUnbounded }: ContractLine): boolean =>
  unit === 'share' && !scalar && !isUnbounded;

const invoiceLines = (reader: ScenarioReader): ContractLine[] =>
  reader.lines.filter(({ block }) => block === 'invoice');

/** What holds by definition, month by month or over the whole term. */
export const IDENTITIES: readonly ScenarioCheck[] = [
  {
    name: 'Reserved capacity: billed and brought forward = effective + prepaid left',
    kind: 'Error',
    *compare(reader) {
      const value = reader.sum('reserved.billed').plus(reader.scalar('reserved.prepaid.brought forward'));
      const expected = reader.sum('reserved.effective').plus(reader.last('reserved.prepaid.closing'));
      yield { ...money(value, expected), where: '' };
    },
  },
  monthly('Reserved capacity: used + unused = effective', (reader, period) =>
    money(
      plusAll(reader, period, ['reserved.used', 'reserved.unused']),
      reader.at('reserved.effective', period),
    ),
  ),
  monthly('Reserved demand: served + overflow = demand', (reader, period) => ({
    value: plusAll(reader, period, ['reserved.served', 'reserved.overflow']),
    expected: reader.at('reserved.demand', period),
  })),
  {
    name: 'Parts (products, vendors, steps) add up to their totals',
    kind: 'Error',
    *compare(reader) {
      for (const line of reader.lines) {
        const parts = addsUp(line) ? partsOf(reader, line) : [];
        if (parts.length === 0 || !parts.every(addsUp)) continue;
        for (let period = 0; period < reader.periods; period += 1) {
          yield {
            value: sum(parts.map((part) => reader.evaluation.at(part, period))),
            expected: reader.evaluation.at(line, period),
            isMoney: line.unit === 'currency',
            where: `${line.id}, ${reader.month(period)}`,
          };
        }
      }
    },
  },
  monthly('Invoice lines add up to the total billed', (reader, period) =>
    money(
      sum(invoiceLines(reader).map((line) => reader.evaluation.at(line, period))),
      reader.at('total.billed', period),
    ),
  ),
  {
    name: 'Invoice lines have no more digits than the policy allows',
    kind: 'Error',
    *compare(reader) {
      if ((reader.choice('Model', 'Invoice rounding') ?? 'None') === 'None') return;
      const digits = reader.term('Model', 'Invoice digits') ?? new Decimal(2);
      for (const line of invoiceLines(reader)) {
        for (const [period, value] of reader.evaluation.series(line).entries()) {
          yield {
            value: new Decimal(value.decimalPlaces()),
            expected: digits,
            relation: 'at most',
            where: `${line.id}, ${reader.month(period)}`,
          };
        }
      }
    },
  },
  monthly('Total effective = reserved + overflow + tokens + seat tools', (reader, period) =>
    money(
      plusAll(reader, period, [
        'reserved.effective',
        'reserved.overflow cost',
        'token.effective',
        'tools.cost',
      ]),
      reader.at('total.effective', period),
    ),
  ),
  {
    name: 'Charged to products = total effective',
    kind: 'Error',
    *compare(reader) {
      // Without products nobody can be charged.
      if (reader.contract.table.items('Usage').length === 0) return;
      for (let period = 0; period < reader.periods; period += 1) {
        const charged = reader.at('chargeback.total', period);
        yield { ...money(charged, reader.at('total.effective', period)), where: reader.month(period) };
      }
    },
  },
  monthly('Delta = behaviour + tariff', (reader, period) =>
    money(
      plusAll(reader, period, ['comparison.behaviour', 'comparison.tariff']),
      reader.at('comparison.delta', period),
    ),
  ),
  monthly('Vendors’ shares add up to 1', (reader, period) => ({
    value: sum(
      reader.lines
        .filter(({ id }) => id === 'vendor.share' || id.startsWith('vendor.share['))
        .map((line) => reader.evaluation.at(line, period)),
    ),
    expected: ONE,
  })),
  {
    name: 'Shares lie between 0 and 1',
    kind: 'Error',
    *compare(reader) {
      for (const line of reader.lines.filter(isPartOfAWhole)) {
        for (const [period, value] of reader.evaluation.series(line).entries()) {
          if (value.isNaN()) continue;
          yield {
            value,
            expected: Decimal.max(ZERO, Decimal.min(ONE, value)),
            where: `${line.id}, ${reader.month(period)}`,
          };
        }
      }
    },
  },
  {
    name: 'Balances: opening = closing of the month before',
    kind: 'Error',
    *compare(reader) {
      for (const opening of reader.lines) {
        const { opens: closing } = opening;
        if (closing === undefined) continue;
        const { evaluation } = reader;
        for (let period = 1; period < reader.periods; period += 1) {
          yield {
            ...money(evaluation.at(opening, period), evaluation.at(closing, period - 1)),
            where: `${opening.id}, ${reader.month(period)}`,
          };
        }
      }
    },
  },
  {
    name: 'Capital: total = total of the month before + the month',
    kind: 'Error',
    *compare(reader) {
      for (const measure of ['funded', 'committed', 'expected', 'maximum']) {
        for (let period = 1; period < reader.periods; period += 1) {
          const before = reader.at(`capital.${measure}`, period - 1);
          yield {
            ...money(
              reader.at(`capital.${measure}`, period),
              before.plus(reader.at(`capital.flow[${measure}]`, period)),
            ),
            where: `capital.${measure}, ${reader.month(period)}`,
          };
        }
      }
    },
  },
  {
    name: 'Capital: funded ≤ committed ≤ expected ≤ at most',
    kind: 'Error',
    *compare(reader) {
      const order = ['capital.funded', 'capital.committed', 'capital.expected', 'capital.maximum'];
      for (const [place, id] of order.slice(1).entries()) {
        for (let period = 0; period < reader.periods; period += 1) {
          yield {
            value: reader.at(id, period),
            expected: reader.at(order[place] ?? id, period),
            relation: 'at least',
            isMoney: true,
            where: `${id}, ${reader.month(period)}`,
          };
        }
      }
    },
  },
  {
    name: 'Timeline: months follow one another without a gap',
    kind: 'Error',
    *compare(reader) {
      for (let period = 1; period < reader.periods; period += 1) {
        yield {
          value: reader.at('time.start', period),
          expected: reader.at('time.end', period - 1).plus(1),
          where: reader.month(period),
        };
      }
    },
  },
  {
    name: 'Timeline: days add up to the horizon',
    kind: 'Error',
    *compare(reader) {
      const { timeline } = reader.evaluation;
      yield {
        value: reader.sum('time.days'),
        expected: new Decimal(timeline.end(reader.periods - 1) - timeline.first),
        where: '',
      };
    },
  },
  {
    name: 'Flows are numbers in every month',
    kind: 'Error',
    *compare(reader) {
      for (const line of reader.lines.filter(addsUp)) {
        const missing = reader.evaluation.series(line).filter((value) => !value.isFinite()).length;
        yield { value: new Decimal(missing), expected: ZERO, where: line.id };
      }
    },
  },
];
