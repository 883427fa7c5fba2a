import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { splitAddress } from '../../workbook/excel/cell-address';
import { goTo } from '../../workbook/excel/go-to';
import type { ArgumentView, OptionView } from '../../workbook/inspect/inspection';
import { useAction } from '../parts/action';
import { CellNote, DataTable, oneGroup, type DataRow } from '../parts/data-table';
import { useLook } from '../parts/look';

const useStyles = makeStyles({
  link: {
    fontSize: tokens.fontSizeBase200,
    textAlign: 'end',
    overflowWrap: 'anywhere',
  },
  code: { fontFamily: tokens.fontFamilyMonospace },
  missing: { color: tokens.colorStatusDangerForeground1 },
});

/** The arguments by name: unit under the name, and under the value what the formula says. */
export const ArgumentTable = ({ rows }: { rows: readonly ArgumentView[] }) => (
  <DataTable
    caption="Arguments"
    columns={[
      { kind: 'name', heading: 'Name and unit', width: '50%' },
      { kind: 'value', heading: 'Value' },
    ]}
    groups={oneGroup(rows.flatMap(argumentRows))}
    isEven
  />
);

function argumentRows(row: ArgumentView): DataRow[] {
  const isWritten = row.written !== '' && row.written !== row.shown;
  const value = (
    <>
      {row.options.length === 0 && <ShownValue row={row} />}
      {isWritten && <Written row={row} />}
    </>
  );
  return [
    { key: row.name, cells: [<NameAndUnit name={row.name} unit={row.unit} />, value] },
    ...row.options.map((option, place) => ({
      key: `${row.name} ${place}`,
      cells: [<NameAndUnit name={option.name} unit={option.unit} />, <OptionValue option={option} />],
      isPart: true,
    })),
  ];
}

function NameAndUnit({ name, unit }: { name: string; unit: string }) {
  return (
    <>
      {name}
      <CellNote>{unit}</CellNote>
    </>
  );
}

function OptionValue({ option }: { option: OptionView }) {
  const look = useLook();
  return <span className={look.strong}>{option.shown}</span>;
}

/** What the formula says; cells that it names can be gone to. */
function Written({ row: { written, at } }: { row: ArgumentView }) {
  const styles = useStyles();
  const { run } = useAction(goTo);
  if (at === undefined)
    return (
      <CellNote>
        <span className={styles.code}>{written}</span>
      </CellNote>
    );
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
  const look = useLook();
  const styles = useStyles();
  switch (row.state) {
    case 'given':
      return <span className={look.strong}>{row.shown}</span>;
    case 'default':
      return (
        <>
          {row.shown}
          <CellNote>default</CellNote>
        </>
      );
    case 'missing':
      return <span className={mergeClasses(look.strong, styles.missing)}>missing</span>;
    case 'unknown':
      return (
        <>
          <span className={styles.code}>{row.shown}</span>
          <CellNote>calculated within the formula</CellNote>
        </>
      );
  }
}
