import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { splitAddress } from '../../workbook/excel/cell-address';
import { goTo } from '../../workbook/excel/go-to';
import type { ArgumentView, OptionView } from '../../workbook/inspect/inspection';
import { useAction } from '../parts/action';

const useStyles = makeStyles({
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  caption: {
    textAlign: 'start',
    fontWeight: tokens.fontWeightSemibold,
    paddingBottom: tokens.spacingVerticalXS,
  },
  head: {
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    textAlign: 'start',
    padding: `${tokens.spacingVerticalXXS} 0`,
  },
  nameColumn: { width: '50%' },
  row: { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  cell: {
    verticalAlign: 'top',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    padding: `${tokens.spacingVerticalXS} 0`,
    overflowWrap: 'anywhere',
  },
  right: { textAlign: 'end', paddingInlineStart: tokens.spacingHorizontalS },
  option: { paddingInlineStart: tokens.spacingHorizontalM },
  value: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
  small: {
    display: 'block',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  link: {
    fontSize: tokens.fontSizeBase200,
    textAlign: 'end',
    overflowWrap: 'anywhere',
  },
  code: { fontFamily: tokens.fontFamilyMonospace },
  missing: { color: tokens.colorStatusDangerForeground1 },
});

/** The arguments by name: unit under the name, and under the value what the formula says. */
export function ArgumentTable({ rows }: { rows: readonly ArgumentView[] }) {
  const styles = useStyles();
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>Arguments</caption>
      <thead>
        <tr>
          <th scope="col" className={mergeClasses(styles.head, styles.nameColumn)}>
            Name and unit
          </th>
          <th scope="col" className={mergeClasses(styles.head, styles.right)}>
            Value
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <ArgumentRows key={row.name} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function ArgumentRows({ row }: { row: ArgumentView }) {
  const styles = useStyles();
  const hasOptions = row.options.length > 0;
  const isWritten = row.written !== '' && row.written !== row.shown;
  return (
    <>
      <tr className={styles.row}>
        <th scope="row" className={styles.cell}>
          {row.name}
          <span className={styles.small}>{row.unit}</span>
        </th>
        <td className={mergeClasses(styles.cell, styles.right)}>
          {!hasOptions && <ShownValue row={row} />}
          {isWritten && <Written row={row} />}
        </td>
      </tr>
      {row.options.map((option, index) => (
        <OptionRow key={index} option={option} />
      ))}
    </>
  );
}

/** What the formula says; cells that it names can be gone to. */
function Written({ row: { written, at } }: { row: ArgumentView }) {
  const styles = useStyles();
  const { run } = useAction(goTo);
  if (at === undefined) return <span className={mergeClasses(styles.small, styles.code)}>{written}</span>;
  return (
    <Link
      as="button"
      className={mergeClasses(styles.code, styles.link)}
      onClick={() => run(splitAddress(at))}
    >
      {written}
    </Link>
  );
}

/** The state is said in words: a default that nobody typed must not look like an entry. */
function ShownValue({ row }: { row: ArgumentView }) {
  const styles = useStyles();
  switch (row.state) {
    case 'given':
      return <span className={styles.value}>{row.shown}</span>;
    case 'default':
      return (
        <>
          {row.shown}
          <span className={styles.small}>default</span>
        </>
      );
    case 'missing':
      return <span className={mergeClasses(styles.value, styles.missing)}>missing</span>;
    case 'unknown':
      return (
        <>
          <span className={styles.code}>{row.shown}</span>
          <span className={styles.small}>calculated within the formula</span>
        </>
      );
  }
}

function OptionRow({ option }: { option: OptionView }) {
  const styles = useStyles();
  return (
    <tr>
      <th scope="row" className={mergeClasses(styles.cell, styles.option)}>
        {option.name}
        <span className={styles.small}>{option.unit}</span>
      </th>
      <td className={mergeClasses(styles.cell, styles.right)}>
        <span className={styles.value}>{option.shown}</span>
      </td>
    </tr>
  );
}
