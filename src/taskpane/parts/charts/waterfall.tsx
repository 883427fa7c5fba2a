import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type WaterfallBar, type WaterfallScale } from '../../../analysis/waterfall-scale';
import { useLook } from '../look';

const ROW = 46;
const BAR = 16;
/** Baseline of the label above its bar. */
const LABEL = 16;
const BAR_TOP = 23;
/** A step too small to see still shows where it is; in per cent of the width. */
const LEAST_WIDTH = 0.6;
/** Labels longer than this would run into the amounts of a narrow pane; the table below says them in full. */
const MOST_LETTERS = 25;

const FORCED = '@media (forced-colors: active)';

const useStyles = makeStyles({
  chart: { display: 'block', width: '100%', overflow: 'visible', fontFamily: tokens.fontFamilyBase },
  text: {
    fill: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    // Lines between bars pass behind the text, not through it.
    stroke: tokens.colorNeutralBackground1,
    strokeWidth: '4px',
    strokeLinejoin: 'round',
    paintOrder: 'stroke',
    [FORCED]: { fill: 'CanvasText', stroke: 'Canvas' },
  },
  rule: { stroke: tokens.colorNeutralStroke1, strokeWidth: '1px', [FORCED]: { stroke: 'CanvasText' } },
  // Contrast themes keep the kinds apart: filled, highlighted, outlined.
  total: { fill: tokens.colorNeutralForeground3, [FORCED]: { fill: 'CanvasText' } },
  rise: { fill: tokens.colorPaletteDarkOrangeBackground3, [FORCED]: { fill: 'Highlight' } },
  fall: {
    fill: tokens.colorBrandBackground,
    [FORCED]: { fill: 'Canvas', stroke: 'CanvasText', strokeWidth: '1px' },
  },
});

export interface WaterfallProps {
  readonly scale: WaterfallScale;
  /** Amounts as they are written, one for each bar. */
  readonly amounts: readonly string[];
  /** What the picture says, for people who do not see it. */
  readonly description: string;
}

/** A bridge as bars from left to right, one below the other, so that labels fit into a narrow pane. */
export function Waterfall({ scale, amounts, description }: WaterfallProps) {
  const look = useLook();
  const styles = useStyles();
  const place = (amount: number): number =>
    scale.high === scale.low ? 0 : ((amount - scale.low) / (scale.high - scale.low)) * 100;
  const { bars } = scale;
  return (
    <svg className={styles.chart} height={bars.length * ROW} role="img" aria-label={description}>
      {!scale.isCut && (
        <line className={styles.rule} x1={`${place(0)}%`} x2={`${place(0)}%`} y1="0" y2={bars.length * ROW} />
      )}
      {bars.map((bar, index) => (
        <g key={index} transform={`translate(0 ${index * ROW})`}>
          {index + 1 < bars.length && (
            <line
              className={styles.rule}
              x1={`${place(bar.level)}%`}
              x2={`${place(bar.level)}%`}
              y1={BAR_TOP + BAR}
              y2={ROW + BAR_TOP}
            />
          )}
          <Bar bar={bar} place={place} />
          <text y={LABEL} className={mergeClasses(styles.text, bar.kind === 'total' && look.strong)}>
            <tspan x="0">{shortened(bar.label)}</tspan>
            <tspan x="100%" textAnchor="end">
              {amounts[index]}
            </tspan>
          </text>
        </g>
      ))}
    </svg>
  );
}

function Bar({ bar, place }: { bar: WaterfallBar; place: (amount: number) => number }) {
  const styles = useStyles();
  if (bar.kind === 'none') return null;
  const left = place(bar.from);
  const width = Math.max(place(bar.to) - left, LEAST_WIDTH);
  return (
    <rect className={styles[bar.kind]} x={`${left}%`} width={`${width}%`} y={BAR_TOP} height={BAR} rx="2" />
  );
}

const shortened = (label: string): string =>
  label.length > MOST_LETTERS ? `${label.slice(0, MOST_LETTERS - 1).trimEnd()}…` : label;
