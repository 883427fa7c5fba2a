import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ComparedFigure, ScenarioComparison } from '../../analysis/comparison';
import type { Crossing } from '../../analysis/headline';
import type { Decimal } from '../../base/decimal';
import type { Culture } from '../../terms/entry/entry';
import { useCulture } from '../parts/culture';
import { CellNote, DataTable, type DataGroup } from '../parts/data-table';
import { dateText, shareText } from '../parts/figures';
import { useLook } from '../parts/look';
import { displayOf, figureText, signed } from './figure-display';

const SHARE_DECIMALS = 2;

const useStyles = makeStyles({
  unit: { color: tokens.colorNeutralForeground2, fontWeight: tokens.fontWeightRegular },
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
      <DataTable
        label="Scenarios side by side"
        columns={[
          { kind: 'name', heading: 'Scenario' },
          { kind: 'number', heading: 'Figure' },
          { kind: 'number', heading: `less ${reference}` },
        ]}
        groups={[
          ...figures.map((figure) => figureGroup(figure, comparison, currency, culture)),
          crossingGroup(comparison, culture),
        ]}
        isSmall
        isClose
        isWide
      />
      <Button size="small" className={styles.more} aria-expanded={isLong} onClick={() => onLengthen(!isLong)}>
        {isLong ? 'Show fewer figures' : `Show all ${comparison.figures.length} figures`}
      </Button>
    </>
  );
}

function figureGroup(
  figure: ComparedFigure,
  { scenarios, against }: ScenarioComparison,
  currency: string,
  culture: Culture,
): DataGroup {
  const display = displayOf(figure.unit, currency, figure.values);
  const text = (value: Decimal): string => figureText(value, display, culture);
  const rows = figure.values.map((value, place) => ({
    key: place,
    cells: [
      scenarios[place],
      text(value),
      place === against ? (
        <Quiet>reference</Quiet>
      ) : (
        <Difference
          absolute={figure.absolute[place] ?? value}
          relative={figure.relative[place] ?? value}
          text={text}
          culture={culture}
        />
      ),
    ],
  }));
  return {
    key: figure.id,
    heading: <FigureName label={figure.label} unit={display.unit} />,
    rows: figure.expected
      ? [...rows, { key: 'expected', cells: ['Expected, by the weights', text(figure.expected), ''] }]
      : rows,
  };
}

function crossingGroup({ scenarios, crossings }: ScenarioComparison, culture: Culture): DataGroup {
  return {
    key: 'crossings',
    heading: <FigureName label="Crossover, effective" unit="against staying reserved" />,
    rows: scenarios.map((name, place) => ({
      key: name,
      cells: [name, <Crossings crossings={crossings[place] ?? []} culture={culture} />],
    })),
  };
}

function FigureName({ label, unit }: { label: string; unit: string }) {
  const styles = useStyles();
  return (
    <>
      {label} <span className={styles.unit}>{unit}</span>
    </>
  );
}

function Quiet({ children }: { children: string }) {
  const look = useLook();
  return <span className={look.quiet}>{children}</span>;
}

interface DifferenceProps {
  readonly absolute: Decimal;
  readonly relative: Decimal;
  readonly culture: Culture;
  text(value: Decimal): string;
}

const Difference = ({ absolute, relative, text, culture }: DifferenceProps) => (
  <>
    {signed(text(absolute), absolute)}
    {!absolute.isZero() && (
      <CellNote>{signed(shareText(relative, SHARE_DECIMALS, culture), relative)}</CellNote>
    )}
  </>
);

function Crossings({ crossings, culture }: { crossings: readonly Crossing[]; culture: Culture }) {
  if (crossings.length === 0) return 'none in the horizon';
  return crossings.map(({ date, direction }) => (
    <div key={date}>{`${dateText(date, culture)}, ${direction} from then`}</div>
  ));
}
