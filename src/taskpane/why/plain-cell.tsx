import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { goTo } from '../../workbook/excel/go-to';
import type { PlainCell } from '../../workbook/inspect/inspection';
import { splitAddress } from '../../workbook/excel/cell-address';
import { useAction } from '../parts/action';
import { DataTable, oneGroup } from '../parts/data-table';
import { useLook } from '../parts/look';
import { plainAddress } from './address';

const useStyles = makeStyles({
  formula: { margin: 0, fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
  link: { textAlign: 'start' },
  error: { color: tokens.colorStatusDangerForeground1 },
});

const HINTS = {
  blank:
    'This cell is empty. Select a number to see where it comes from; Insert writes a function into this cell.',
  constant: 'This cell holds a typed value. Select a number that is calculated to see where it comes from.',
  formula: 'This formula calls none of the Meterbook functions.',
} as const;

/** A cell without a Meterbook function: what it refers to, with the way there. */
export function PlainCellContent({ cell }: { cell: PlainCell }) {
  const look = useLook();
  const styles = useStyles();
  return (
    <>
      {cell.references.length === 0 && <p className={look.hint}>{HINTS[cell.content]}</p>}
      {cell.content === 'formula' && <p className={styles.formula}>{cell.formula}</p>}
      {cell.references.length > 0 && <References cell={cell} />}
    </>
  );
}

function References({ cell }: { cell: PlainCell }) {
  const look = useLook();
  const styles = useStyles();
  const { run } = useAction(goTo);
  const rows = cell.references.map(({ written, shown, at, isError }) => ({
    key: written,
    cells: [
      <Link as="button" className={styles.link} onClick={() => run(splitAddress(at))}>
        {plainAddress(at)}
      </Link>,
      <span className={mergeClasses(look.strong, isError && styles.error)}>
        {shown === '' ? 'blank' : shown}
      </span>,
    ],
  }));
  return (
    <DataTable
      caption="It refers to"
      columns={[{ kind: 'name' }, { kind: 'value' }]}
      groups={oneGroup(rows)}
    />
  );
}
