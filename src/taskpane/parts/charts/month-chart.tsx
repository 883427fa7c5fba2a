import { makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { useCulture } from '../culture';
import { DataTable, oneGroup } from '../data-table';
import { monthText, numberText } from '../figures';
import { useLook } from '../look';
import { MonthLines } from './month-lines';
import type { MonthFigures } from './month-series';

const useStyles = makeStyles({
  summary: { cursor: 'pointer', fontSize: tokens.fontSizeBase200 },
});

interface Props extends MonthFigures {
  readonly title: string;
}

/** Amounts by month: as lines, as words for who does not see them, and as a table to read. */
export function MonthChart({ title, ...figures }: Props) {
  const look = useLook();
  const styles = useStyles();
  const id = useId();
  return (
    <section className={look.tight} aria-labelledby={id}>
      <Subtitle2 as="h2" id={id} className={look.title}>
        {title}
      </Subtitle2>
      <MonthLines {...figures} />
      <details>
        <summary className={styles.summary}>The same as a table</summary>
        <MonthTable {...figures} />
      </details>
    </section>
  );
}

function MonthTable({ unit, decimals, starts, series }: MonthFigures) {
  const culture = useCulture();
  const rows = starts.map((start, place) => ({
    key: start,
    cells: [
      monthText(start),
      ...series.map(({ amounts: { [place]: amount } }) =>
        amount === undefined ? '' : numberText(amount, decimals, culture),
      ),
    ],
  }));
  return (
    <DataTable
      columns={[
        { kind: 'name', heading: 'Month', isWhole: true },
        ...series.map(({ name }) => ({ kind: 'number', heading: `${name}, ${unit}` }) as const),
      ]}
      groups={oneGroup(rows)}
      isSmall
      isClose
    />
  );
}
