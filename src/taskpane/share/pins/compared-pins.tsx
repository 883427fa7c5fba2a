import { Caption1, makeStyles, MessageBar, MessageBarBody, Subtitle2 } from '@fluentui/react-components';
import { lazy, Suspense } from 'react';
import type { Decimal } from '../../../base/decimal';
import type { ComparedEnd } from '../../../workbook/log/compared-end';
import type { PinComparison } from '../../../workbook/log/compare-pins';
import { BridgeTable } from '../../compare/bridge-table';
import { useCulture } from '../../parts/culture';
import { numberText } from '../../parts/figures';
import { useLook } from '../../parts/look';
import { EndList } from './end-list';
import { TermChangeList } from './term-change-list';
import { TotalsTable } from './totals-table';

const BridgeChart = lazy(() =>
  import(/* webpackChunkName: "chart" */ '../../compare/bridge-chart').then((module) => ({
    default: module.BridgeChart,
  })),
);

const MONEY_DIGITS = 2;
/** Of a time in ISO form. */
const DATE_LETTERS = 10;

const useStyles = makeStyles({
  chartPlace: { height: '184px' },
  remark: { overflowWrap: 'anywhere' },
});

/** What lies between two pins: the terms, the steps of the total, and where the two come from. */
export function ComparedPins({ comparison }: { comparison: PinComparison }) {
  const look = useLook();
  const styles = useStyles();
  const { from, to, bridge, changes, totals } = comparison;
  const remarks = [...useRecomputed(comparison), ...comparison.remarks];
  const currency = from.currency ?? '';
  return (
    <section className={look.part} aria-labelledby="compared-pins">
      <Subtitle2 as="h3" id="compared-pins" className={look.longText}>
        {`From ${from.name} to ${to.name}`}
      </Subtitle2>
      {remarks.map((remark) => (
        <MessageBar key={remark} intent="warning" layout="multiline">
          <MessageBarBody className={styles.remark}>{remark}</MessageBarBody>
        </MessageBar>
      ))}
      {bridge ? (
        <>
          <Subtitle2 as="h4" className={look.longText}>
            {bridge.figure.label}
          </Subtitle2>
          <Suspense fallback={<div className={styles.chartPlace} />}>
            <BridgeChart bridge={{ ...bridge, ...shortNames(from, to) }} currency={currency} />
          </Suspense>
          <BridgeTable bridge={bridge} currency={currency} />
          {bridge.steps.length > 1 && (
            <Caption1 block className={look.quiet}>
              {bridge.order}
            </Caption1>
          )}
        </>
      ) : (
        <TotalsTable from={from} to={to} totals={totals} />
      )}
      {changes && <TermChangeList changes={changes} bridge={bridge} currency={currency} />}
      <EndList ends={[from, to]} />
    </section>
  );
}

/** What distinguishes the two, short enough for a bar of the chart. */
function shortNames(from: ComparedEnd, to: ComparedEnd): { readonly from: string; readonly to: string } {
  const isOneScenario = from.scenario === to.scenario;
  const name = ({ scenario, pin }: ComparedEnd): string =>
    isOneScenario ? (pin?.time.slice(0, DATE_LETTERS) ?? 'Now') : scenario;
  return { from: name(from), to: name(to) };
}

/** Figures in the log that their terms no longer give. */
function useRecomputed({ from, to, recomputed }: PinComparison): string[] {
  const culture = useCulture();
  const money = (value: Decimal, { currency }: ComparedEnd): string =>
    `${numberText(value, MONEY_DIGITS, culture)} ${currency ?? ''}`;
  const sentence = (end: ComparedEnd, computed: Decimal | undefined): string[] =>
    computed === undefined || end.pinned === undefined
      ? []
      : [
          `The log has ${money(end.pinned, end)} as the total billed of ${end.name}, pinned with Meterbook ${end.version}; from the same terms this version computes ${money(computed, end)}. The difference is a step of its own.`,
        ];
  return [...sentence(from, recomputed.from), ...sentence(to, recomputed.to)];
}
