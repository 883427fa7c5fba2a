import { Caption1, makeStyles, mergeClasses, Subtitle2, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Monthly } from '../../../analysis/headline';
import { Decimal } from '../../../base/decimal';
import type { Culture } from '../../../terms/entry/entry';
import { useCulture } from '../culture';
import { monthText, numberText } from '../figures';
import { axisMarks, scaleOf, yearStarts } from './month-chart-scale';

const HEIGHT = 168;
const MARGIN = { top: 8, right: 8, bottom: 20, left: 36 };
const MOST_MARKS = 4;
/** A year needs this much room to be written. */
const YEAR_WIDTH = 32;
const CENTS = 2;

const FORCED = '@media (forced-colors: active)';

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minWidth: 0 },
  title: { margin: 0 },
  chart: { display: 'block', width: '100%', height: `${HEIGHT}px` },
  grid: {
    stroke: tokens.colorNeutralStroke2,
    shapeRendering: 'crispEdges',
    [FORCED]: { stroke: 'CanvasText', strokeOpacity: 0.35 },
  },
  text: {
    fill: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    [FORCED]: { fill: 'CanvasText' },
  },
  line: { fill: 'none', strokeWidth: '2px', strokeLinejoin: 'round' },
  path: { stroke: tokens.colorBrandForeground1, [FORCED]: { stroke: 'CanvasText' } },
  reserved: {
    stroke: tokens.colorNeutralForeground2,
    strokeDasharray: '4 3',
    [FORCED]: { stroke: 'CanvasText' },
  },
  legend: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalL },
  key: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  small: { color: tokens.colorNeutralForeground2 },
  table: { width: '100%', borderCollapse: 'collapse', marginTop: tokens.spacingVerticalXS },
  head: {
    textAlign: 'end',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  month: { textAlign: 'start', fontWeight: tokens.fontWeightRegular, fontSize: tokens.fontSizeBase200 },
  amount: { textAlign: 'end', fontVariantNumeric: 'tabular-nums', fontSize: tokens.fontSizeBase200 },
  summary: { cursor: 'pointer', fontSize: tokens.fontSizeBase200 },
});

interface Props {
  readonly monthly: Monthly;
  readonly currency: string;
}

/** Billed cost by month, on this path and had everything stayed reserved; as lines, and as a table to read. */
export function CostChart({ monthly, currency }: Props) {
  const styles = useStyles();
  const culture = useCulture();
  return (
    <section className={styles.part} aria-labelledby="monthly-cost">
      <Subtitle2 as="h2" id="monthly-cost" className={styles.title}>
        Billed by month
      </Subtitle2>
      <Lines monthly={monthly} currency={currency} culture={culture} />
      <details>
        <summary className={styles.summary}>The same as a table</summary>
        <MonthTable monthly={monthly} currency={currency} culture={culture} />
      </details>
    </section>
  );
}

interface InCulture extends Props {
  readonly culture: Culture;
}

function Lines({ monthly, currency, culture }: InCulture) {
  const styles = useStyles();
  const { ref, width } = useWidth();
  const path = monthly.path.map(Number);
  const reserved = monthly.reserved.map(Number);
  const both = [...path, ...reserved];
  const { divisor, word } = scaleOf(Math.max(...both.map(Math.abs)));
  const marks = axisMarks(Math.min(...both), Math.max(...both), MOST_MARKS);
  const [low = 0, high = 1] = [marks[0], marks.at(-1)];
  const inner = {
    width: Math.max(1, width - MARGIN.left - MARGIN.right),
    height: HEIGHT - MARGIN.top - MARGIN.bottom,
  };
  const x = (place: number) => MARGIN.left + (inner.width * place) / Math.max(1, path.length - 1);
  const y = (amount: number) => MARGIN.top + inner.height * (1 - (amount - low) / (high - low));
  const points = (series: readonly number[]) =>
    series.map((amount, place) => `${x(place).toFixed(1)},${y(amount).toFixed(1)}`).join(' ');
  const decimals = marks.every((mark) => Number.isInteger(mark / divisor)) ? 0 : 1;
  return (
    <div ref={ref}>
      <div className={styles.legend} aria-hidden="true">
        <Caption1 className={styles.small}>{`${word}${currency}`}</Caption1>
        <Key className={styles.path} text="this path" />
        <Key className={styles.reserved} text="staying reserved" />
      </div>
      <svg className={styles.chart} role="img" aria-label={inWords(monthly, currency, culture)}>
        {marks.map((mark) => (
          <g key={mark}>
            <line
              className={styles.grid}
              x1={MARGIN.left}
              x2={width - MARGIN.right}
              y1={y(mark)}
              y2={y(mark)}
            />
            <text className={styles.text} x={MARGIN.left - 4} y={y(mark)} dy="0.35em" textAnchor="end">
              {numberText(new Decimal(mark).div(divisor), decimals, culture)}
            </text>
          </g>
        ))}
        {yearMarks(monthly, x).map(({ place, year }) => (
          <g key={year}>
            <line
              className={styles.grid}
              x1={x(place)}
              x2={x(place)}
              y1={MARGIN.top}
              y2={MARGIN.top + inner.height}
            />
            <text className={styles.text} x={x(place)} y={HEIGHT - 4} textAnchor="middle">
              {year}
            </text>
          </g>
        ))}
        <polyline className={mergeClasses(styles.line, styles.reserved)} points={points(reserved)} />
        <polyline className={mergeClasses(styles.line, styles.path)} points={points(path)} />
      </svg>
    </div>
  );
}

function Key({ className, text }: { className: string; text: string }) {
  const styles = useStyles();
  return (
    <span className={styles.key}>
      <svg width="20" height="8">
        <line className={mergeClasses(styles.line, className)} x1="0" x2="20" y1="4" y2="4" />
      </svg>
      <Caption1>{text}</Caption1>
    </span>
  );
}

/** Years that leave each other room. */
function yearMarks({ starts }: Monthly, x: (place: number) => number) {
  let last = -Infinity;
  return yearStarts(starts).filter(({ place }) => {
    if (x(place) - last < YEAR_WIDTH) return false;
    last = x(place);
    return true;
  });
}

/** The chart as a person would tell it on the telephone. */
function inWords({ starts, path, reserved }: Monthly, currency: string, culture: Culture): string {
  const [first = 0, last = 0] = [starts[0], starts.at(-1)];
  const told = (name: string, series: readonly Decimal[]): string => {
    const highest = Decimal.max(...series);
    const when = starts[series.findIndex((amount) => amount.eq(highest))] ?? 0;
    const amount = (value: Decimal) => `${numberText(value, CENTS, culture)} ${currency}`;
    const [begins, ends] = [series[0] ?? highest, series.at(-1) ?? highest];
    return `${name}: ${amount(begins)} in the first month, ${amount(ends)} in the last, most in ${monthText(when)} with ${amount(highest)}.`;
  };
  return `Billed cost from ${monthText(first)} to ${monthText(last)}. ${told('This path', path)} ${told('Staying reserved', reserved)}`;
}

function MonthTable({ monthly: { starts, path, reserved }, currency, culture }: InCulture) {
  const styles = useStyles();
  const amount = (value: Decimal | undefined) => (value ? numberText(value, CENTS, culture) : '');
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(styles.head, styles.month)}>
            Month
          </th>
          <th scope="col" className={styles.head}>{`This path, ${currency}`}</th>
          <th scope="col" className={styles.head}>{`Staying reserved, ${currency}`}</th>
        </tr>
      </thead>
      <tbody>
        {starts.map((start, place) => (
          <tr key={start}>
            <th scope="row" className={styles.month}>
              {monthText(start)}
            </th>
            <td className={styles.amount}>{amount(path[place])}</td>
            <td className={styles.amount}>{amount(reserved[place])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const FIRST_WIDTH = 288;

/** The width that the layout leaves, so that type keeps its size in a wide pane. */
function useWidth() {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(FIRST_WIDTH);
  useEffect(() => {
    const element = ref.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}
