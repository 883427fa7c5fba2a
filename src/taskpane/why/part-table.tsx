import { Link, makeStyles } from '@fluentui/react-components';
import type { Culture } from '../../terms/entry/entry';
import type { TermRow } from '../../terms/table/row';
import type { Figure } from '../../workbook/inspect/figure';
import { selectTerm } from '../../workbook/terms/select-term';
import { useAction } from '../parts/action';
import { useCulture } from '../parts/culture';
import { CellNote, DataTable, oneGroup } from '../parts/data-table';
import { dateText, unitBeside, valueText } from '../parts/figures';
import { useLook } from '../parts/look';
import type { Part } from './explanation';

const useStyles = makeStyles({
  link: { textAlign: 'start' },
});

interface Props {
  readonly parts: readonly Part[];
  readonly currency: string;
  onExplain(figure: Figure): void;
  onLeave(): void;
}

/** Each part with value and unit: a line can be explained in turn, a term leads to its row in the table. */
export function PartTable({ parts, currency, onExplain, onLeave }: Props) {
  const look = useLook();
  const culture = useCulture();
  if (parts.length === 0) return null;
  const rows = parts.map((part) => ({
    key: part.label,
    cells: [
      <>
        <PartName part={part} onExplain={onExplain} onLeave={onLeave} />
        <CellNote>{part.formula === '' ? sourceText(part, culture) : `= ${part.formula}`}</CellNote>
      </>,
      <>
        <span className={look.strong}>
          {part.word ?? valueText(part.value, part.unit, currency, culture)}
        </span>
        <CellNote>{unitBeside(part.unit)}</CellNote>
      </>,
    ],
  }));
  return (
    <DataTable
      label="What it is made of"
      columns={[{ kind: 'name' }, { kind: 'value', width: '45%' }]}
      groups={oneGroup(rows)}
    />
  );
}

function PartName({
  part: { label, origin },
  onExplain,
  onLeave,
}: Omit<Props, 'parts' | 'currency'> & { part: Part }) {
  const styles = useStyles();
  const { run } = useAction(selectTerm);
  if (origin.kind === 'line' && origin.figure) {
    const { figure } = origin;
    return (
      <Link as="button" className={styles.link} onClick={() => onExplain(figure)}>
        {label}
      </Link>
    );
  }
  if (origin.kind === 'term') {
    const { row, column } = origin;
    return (
      <Link
        as="button"
        className={styles.link}
        onClick={() => {
          onLeave();
          run(row.definition.section, row.item, row.term, column);
        }}
      >
        {label}
      </Link>
    );
  }
  return label;
}

function sourceText({ origin }: Part, culture: Culture): string {
  switch (origin.kind) {
    case 'line':
      return '';
    case 'term':
      return [`Terms row ${origin.row.row}, ${origin.column}`, ...provenanceOf(origin.row, culture)].join(
        ' · ',
      );
    case 'default':
      return 'default: the table leaves it out';
    case 'not given':
      return 'not given';
    case 'period':
      return 'of the month';
  }
}

/** How sure it is, who says so, and when. */
function provenanceOf({ provenance: { status, source, asOf } }: TermRow, culture: Culture): string[] {
  return [status ?? '', source, asOf === undefined ? '' : `as of ${dateText(asOf, culture)}`].filter(
    (part) => part !== '',
  );
}
