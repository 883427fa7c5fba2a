import { Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Day } from '../../../base/calendar';
import { Decimal } from '../../../base/decimal';
import { useCulture } from '../culture';
import { numberText } from '../figures';
import { useLook } from '../look';
import { axisMarks, pathThrough, scaleOf, yearStarts } from './month-chart-scale';
import { inWords, type MonthFigures } from './month-series';

const HEIGHT = 168;
const MARGIN = { top: 8, right: 8, bottom: 20, left: 36 };
const MOST_MARKS = 4;
/** A year needs this much room to be written. */
const YEAR_WIDTH = 32;

const FORCED = '@media (forced-colors: active)';

const useStyles = makeStyles({
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
  line: {
    fill: 'none',
    strokeWidth: '2px',
    strokeLinejoin: 'round',
    [FORCED]: { stroke: 'CanvasText' },
  },
  // Told apart by their dashes too: colours fail in print, in contrast themes and for many eyes.
  first: { stroke: tokens.colorBrandForeground1 },
  second: { stroke: tokens.colorNeutralForeground2, strokeDasharray: '4 3' },
  third: { stroke: tokens.colorPaletteBlueForeground2, strokeDasharray: '10 3' },
  fourth: { stroke: tokens.colorPaletteDarkOrangeForeground1, strokeDasharray: '1 3' },
  legend: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalL },
  key: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
});

/** How lines are drawn, in the order of the series. A fifth would be hard to read, and looks like the first. */
const LINES = ['first', 'second', 'third', 'fourth'] as const;

/** The lines of a chart with its axes, as wide as the layout leaves room. */
export function MonthLines(figures: MonthFigures) {
  const look = useLook();
  const styles = useStyles();
  const culture = useCulture();
  const { ref, width } = useWidth();
  const { unit, starts } = figures;
  const series = figures.series.map(({ name, amounts }, place) => ({
    name,
    amounts: amounts.map(Number),
    look: mergeClasses(styles.line, styles[LINES[place % LINES.length] ?? 'first']),
  }));
  const all = series.flatMap(({ amounts }) => amounts).filter(Number.isFinite);
  const { divisor, word } = scaleOf(Math.max(0, ...all.map(Math.abs)));
  const marks = axisMarks(Math.min(0, ...all), Math.max(0, ...all), MOST_MARKS);
  const [low = 0, high = 1] = [marks[0], marks.at(-1)];
  const inner = {
    width: Math.max(1, width - MARGIN.left - MARGIN.right),
    height: HEIGHT - MARGIN.top - MARGIN.bottom,
  };
  const x = (place: number) => MARGIN.left + (inner.width * place) / Math.max(1, starts.length - 1);
  const y = (amount: number) => MARGIN.top + inner.height * (1 - (amount - low) / (high - low));
  const point = (amount: number, place: number) => `${x(place).toFixed(1)},${y(amount).toFixed(1)}`;
  const decimals = marks.every((mark) => Number.isInteger(mark / divisor)) ? 0 : 1;
  return (
    <div ref={ref}>
      <div className={styles.legend} aria-hidden="true">
        <Caption1 className={look.quiet}>{`${word}${unit}`}</Caption1>
        {series.map(({ name, look }) => (
          <Key key={name} look={look} text={uncapitalised(name)} />
        ))}
      </div>
      <svg className={styles.chart} role="img" aria-label={inWords(figures, culture)}>
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
        {yearMarks(starts, x).map(({ place, year }) => (
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
        {[...series].reverse().map(({ name, amounts, look }) => (
          <path key={name} className={look} d={pathThrough(amounts, point)} />
        ))}
      </svg>
    </div>
  );
}

function Key({ look, text }: { look: string; text: string }) {
  const styles = useStyles();
  return (
    <span className={styles.key}>
      <svg width="20" height="8">
        <line className={look} x1="0" x2="20" y1="4" y2="4" />
      </svg>
      <Caption1>{text}</Caption1>
    </span>
  );
}

const uncapitalised = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** Years that leave each other room. */
function yearMarks(starts: readonly Day[], x: (place: number) => number) {
  let last = -Infinity;
  return yearStarts(starts).filter(({ place }) => {
    if (x(place) - last < YEAR_WIDTH) return false;
    last = x(place);
    return true;
  });
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
