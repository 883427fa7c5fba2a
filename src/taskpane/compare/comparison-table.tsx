import { Button, Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ComparedFigure, ScenarioComparison } from '../../analysis/comparison';
import type { Crossing } from '../../analysis/headline';
import type { Decimal } from '../../base/decimal';
import type { Culture } from '../../terms/entry/entry';
import { useCulture } from '../parts/culture';
import { dateText, shareText } from '../parts/figures';
import { displayOf, figureText, signed } from './figure-display';

const SHARE_DECIMALS = 2;

const useStyles = makeStyles({
  // Amounts that are wider than the pane scroll in here, and the pane stays where it is.
  region: { overflowX: 'auto', minWidth: 0 },
  table: { width: '100%', borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200 },
  head: {
    textAlign: 'end',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    verticalAlign: 'bottom',
    padding: 0,
    paddingInlineStart: tokens.spacingHorizontalS,
  },
  headName: { textAlign: 'start', paddingInlineStart: 0 },
  figure: {
    textAlign: 'start',
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase300,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: `${tokens.spacingVerticalS} 0 0`,
  },
  unit: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
  name: {
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    verticalAlign: 'top',
    padding: `${tokens.spacingVerticalXXS} 0`,
  },
  amount: {
    textAlign: 'end',
    verticalAlign: 'top',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
    padding: `${tokens.spacingVerticalXXS} 0`,
    paddingInlineStart: tokens.spacingHorizontalS,
  },
  small: { color: tokens.colorNeutralForeground2 },
  relative: { textAlign: 'end', color: tokens.colorNeutralForeground2 },
  more: { alignSelf: 'flex-start', marginTop: tokens.spacingVerticalXS },
});

interface Props {
  readonly comparison: ScenarioComparison;
  readonly currency: string;
}

interface ComparisonTableProps extends Props {
  /** All figures, not only those that scenarios are judged by. */
  readonly isLong: boolean;
  onLengthen(isLong: boolean): void;
}

/** What scenarios are judged by; the other figures say where it comes from. */
const HEADLINE: ReadonlySet<string> = new Set([
  'total.billed',
  'valuation.npv billed',
  'counterfactual.cost',
  'comparison.delta',
  'valuation.npv delta',
  'price.effective',
]);

/** Scenarios below each other in one block per figure: a pane is narrow, and what is compared stands together. */
export function ComparisonTable({ comparison, currency, isLong, onLengthen }: ComparisonTableProps) {
  const styles = useStyles();
  const culture = useCulture();
  const reference = comparison.scenarios[comparison.against] ?? '';
  const figures = comparison.figures.filter(({ id }) => isLong || HEADLINE.has(id));
  return (
    <>
      <div className={styles.region} role="region" aria-label="Scenarios side by side" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={mergeClasses(styles.head, styles.headName)}>
                Scenario
              </th>
              <th scope="col" className={styles.head}>
                Figure
              </th>
              <th scope="col" className={styles.head}>{`less ${reference}`}</th>
            </tr>
          </thead>
          {figures.map((figure) => (
            <FigureBlock
              key={figure.id}
              figure={figure}
              comparison={comparison}
              currency={currency}
              culture={culture}
            />
          ))}
          <CrossingBlock comparison={comparison} culture={culture} />
        </table>
      </div>
      <Button size="small" className={styles.more} aria-expanded={isLong} onClick={() => onLengthen(!isLong)}>
        {isLong ? 'Show fewer figures' : `Show all ${comparison.figures.length} figures`}
      </Button>
    </>
  );
}

interface FigureBlockProps extends Props {
  readonly figure: ComparedFigure;
  readonly culture: Culture;
}

function FigureBlock({ figure, comparison, currency, culture }: FigureBlockProps) {
  const styles = useStyles();
  const display = displayOf(figure.unit, currency, figure.values);
  const text = (value: Decimal): string => figureText(value, display, culture);
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={3} className={styles.figure}>
          {figure.label} <span className={styles.unit}>{display.unit}</span>
        </th>
      </tr>
      {figure.values.map((value, place) => (
        <tr key={place}>
          <th scope="row" className={styles.name}>
            {comparison.scenarios[place]}
          </th>
          <td className={styles.amount}>{text(value)}</td>
          <td className={styles.amount}>
            {place === comparison.against ? (
              <span className={styles.small}>reference</span>
            ) : (
              <Difference
                absolute={figure.absolute[place] ?? value}
                relative={figure.relative[place] ?? value}
                text={text}
                culture={culture}
              />
            )}
          </td>
        </tr>
      ))}
      {figure.expected && (
        <tr>
          <th scope="row" className={styles.name}>
            Expected, by the weights
          </th>
          <td className={styles.amount}>{text(figure.expected)}</td>
          <td />
        </tr>
      )}
    </tbody>
  );
}

interface DifferenceProps {
  readonly absolute: Decimal;
  readonly relative: Decimal;
  readonly culture: Culture;
  text(value: Decimal): string;
}

function Difference({ absolute, relative, text, culture }: DifferenceProps) {
  const styles = useStyles();
  return (
    <>
      {signed(text(absolute), absolute)}
      {!absolute.isZero() && (
        <Caption1 block className={styles.relative}>
          {signed(shareText(relative, SHARE_DECIMALS, culture), relative)}
        </Caption1>
      )}
    </>
  );
}

function CrossingBlock({ comparison, culture }: { comparison: ScenarioComparison; culture: Culture }) {
  const styles = useStyles();
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={3} className={styles.figure}>
          Crossover, effective <span className={styles.unit}>against staying reserved</span>
        </th>
      </tr>
      {comparison.scenarios.map((name, place) => (
        <tr key={name}>
          <th scope="row" className={styles.name}>
            {name}
          </th>
          <td colSpan={2} className={styles.amount}>
            <Crossings crossings={comparison.crossings[place] ?? []} culture={culture} />
          </td>
        </tr>
      ))}
    </tbody>
  );
}

function Crossings({ crossings, culture }: { crossings: readonly Crossing[]; culture: Culture }) {
  if (crossings.length === 0) return 'none in the horizon';
  return crossings.map(({ date, direction }) => (
    <div key={date}>{`${dateText(date, culture)}, ${direction} from then`}</div>
  ));
}
