import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  // What is wider than the pane scrolls in here, and the pane stays where it is.
  region: { overflowX: 'auto', minWidth: 0 },
  table: { width: '100%', borderCollapse: 'collapse' },
  small: { fontSize: tokens.fontSizeBase200 },
  even: { tableLayout: 'fixed' },
  caption: {
    textAlign: 'start',
    fontWeight: tokens.fontWeightSemibold,
    paddingBottom: tokens.spacingVerticalXS,
  },
  heading: {
    verticalAlign: 'bottom',
    textAlign: 'start',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    padding: `${tokens.spacingVerticalXXS} 0`,
  },
  group: {
    textAlign: 'start',
    fontWeight: tokens.fontWeightSemibold,
    fontSize: tokens.fontSizeBase300,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: `${tokens.spacingVerticalS} 0 0`,
  },
  ruled: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  cell: {
    verticalAlign: 'top',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    padding: `${tokens.spacingVerticalXS} 0`,
  },
  // Where a long word would push the other column out of the pane; beside several columns it keeps its place.
  broken: { overflowWrap: 'anywhere' },
  close: { paddingTop: tokens.spacingVerticalXXS, paddingBottom: tokens.spacingVerticalXXS },
  inset: { paddingInlineStart: tokens.spacingHorizontalM },
  apart: { paddingInlineStart: tokens.spacingHorizontalS },
  end: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
  whole: { whiteSpace: 'nowrap' },
  strong: { fontWeight: tokens.fontWeightSemibold },
  note: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
});

export interface DataColumn {
  readonly heading?: string;
  /** A name says what its row is about. Values and numbers stand at the end, and a number is never broken. */
  readonly kind: 'name' | 'text' | 'value' | 'number';
  /** A part of the table: "50%". */
  readonly width?: string;
  /** Always on one line, as numbers are. */
  readonly isWhole?: boolean;
}

export interface DataRow {
  readonly key: string | number;
  /** One for each column; the last one takes the columns that are left. */
  readonly cells: readonly ReactNode[];
  readonly isStrong?: boolean;
  /** Belongs to the row above it. */
  readonly isPart?: boolean;
}

export interface DataGroup {
  readonly key: string;
  readonly heading?: ReactNode;
  readonly rows: readonly DataRow[];
}

interface Props {
  /** What the table holds, for who does not see it. */
  readonly label?: string;
  /** What it holds, for everybody. */
  readonly caption?: string;
  readonly columns: readonly DataColumn[];
  readonly groups: readonly DataGroup[];
  readonly isSmall?: boolean;
  /** Rows close to each other, without rules between them. */
  readonly isClose?: boolean;
  /** No rule above the first row. */
  readonly isOpen?: boolean;
  /** Columns of one width, or of the widths that they say, whatever they hold. */
  readonly isEven?: boolean;
  /** It may be wider than the pane, and then scrolls by itself. */
  readonly isWide?: boolean;
}

/** The table of the pane. What it shows comes as data, so that all tables look alike. */
export function DataTable({ isWide, label, ...table }: Props) {
  const styles = useStyles();
  if (!isWide) return <Table {...table} label={label} />;
  return (
    <div className={styles.region} role="region" aria-label={label} tabIndex={0}>
      <Table {...table} />
    </div>
  );
}

/** Rows that need no groups. */
export const oneGroup = (rows: readonly DataRow[]): readonly DataGroup[] => [{ key: 'rows', rows }];

function Table({ label, caption, columns, groups, isSmall, isEven, ...looks }: Omit<Props, 'isWide'>) {
  const styles = useStyles();
  return (
    <table
      className={mergeClasses(styles.table, isSmall && styles.small, isEven && styles.even)}
      aria-label={label}
    >
      {caption !== undefined && <caption className={styles.caption}>{caption}</caption>}
      <colgroup>
        {columns.map(({ width }, place) => (
          <col key={place} style={{ width }} />
        ))}
      </colgroup>
      {columns.some(({ heading }) => heading !== undefined) && <Headings columns={columns} />}
      {groups.map(({ key, heading, rows }) => (
        <tbody key={key}>
          {heading !== undefined && (
            <tr>
              <th scope="rowgroup" colSpan={columns.length} className={styles.group}>
                {heading}
              </th>
            </tr>
          )}
          {rows.map((row, place) => (
            <Row
              key={row.key}
              row={row}
              columns={columns}
              breaks={isEven === true || columns.length === 2}
              isFirst={place === 0}
              {...looks}
            />
          ))}
        </tbody>
      ))}
    </table>
  );
}

function Headings({ columns }: Pick<Props, 'columns'>) {
  const styles = useStyles();
  const lookOf = useColumnLook();
  return (
    <thead>
      <tr>
        {columns.map((column, place) => (
          <th key={place} scope="col" className={mergeClasses(styles.heading, lookOf(column, place))}>
            {column.heading}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface RowProps extends Pick<Props, 'columns' | 'isClose' | 'isOpen'> {
  readonly breaks: boolean;
  readonly row: DataRow;
  readonly isFirst: boolean;
}

function Row({ row: { cells, isStrong, isPart }, columns, breaks, isFirst, isClose, isOpen }: RowProps) {
  const styles = useStyles();
  const lookOf = useColumnLook();
  const isRuled = !isClose && !isPart && !(isOpen && isFirst);
  return (
    <tr className={mergeClasses(isRuled && styles.ruled)}>
      {columns.slice(0, cells.length).map((column, place) => {
        const look = mergeClasses(
          styles.cell,
          breaks && styles.broken,
          isClose && styles.close,
          isStrong && styles.strong,
          lookOf(column, place),
          (column.kind === 'number' || column.isWhole) && styles.whole,
          isPart && place === 0 && styles.inset,
        );
        const isLast = place === cells.length - 1;
        const more = { className: look, colSpan: isLast ? columns.length - place : undefined };
        return column.kind === 'name' ? (
          <th key={place} scope="row" {...more}>
            {cells[place]}
          </th>
        ) : (
          <td key={place} {...more}>
            {cells[place]}
          </td>
        );
      })}
    </tr>
  );
}

/** Where the cells of a column stand, its heading among them. */
function useColumnLook() {
  const styles = useStyles();
  return ({ kind }: DataColumn, place: number): string =>
    mergeClasses(place > 0 && styles.apart, (kind === 'value' || kind === 'number') && styles.end);
}

/** A quiet line below what a cell says: a unit, what it is held against. Nothing where there is nothing to say. */
export function CellNote({ children }: { children: ReactNode }) {
  const styles = useStyles();
  return children === '' ? null : <span className={styles.note}>{children}</span>;
}
