import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { Refusal } from '../../base/refusal';
import type { CellBlock } from '../../functions/framework/descriptor';
import type { DocumentedFunction } from '../../functions/catalogue/documentation';
import type { Preview } from '../../workbook/formulas/preview-call';
import { blockSize, formatResult, formatValue } from '../../workbook/excel/value-format';
import { DataTable, oneGroup } from '../parts/data-table';
import { useLook } from '../parts/look';

const MOST_ROWS = 6;
const MOST_COLUMNS = 3;

const useStyles = makeStyles({
  box: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    minHeight: '32px',
    overflowWrap: 'anywhere',
  },
  value: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'flex-end',
    columnGap: tokens.spacingHorizontalS,
  },
});

interface Props {
  readonly documented: DocumentedFunction;
  readonly preview: Preview | undefined;
  /** Required arguments that are still blank. */
  readonly missing: readonly string[];
}

/** What the function gives for what is typed so far. */
export function LiveResult({ documented, preview, missing }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.box} role="status" aria-label="Result">
      <Content documented={documented} preview={preview} missing={missing} />
    </div>
  );
}

function Content({ documented, preview, missing }: Props) {
  const look = useLook();
  const styles = useStyles();
  if (missing.length > 0)
    return <Caption1 className={look.quiet}>{`Still needed: ${missing.join(', ')}`}</Caption1>;
  if (!preview) return <Caption1 className={look.quiet}>Computing …</Caption1>;
  if (preview instanceof Refusal) return <>{preview.sentence}</>;
  switch (preview.kind) {
    case 'unknown':
      return <Caption1 className={look.quiet}>{preview.why}</Caption1>;
    case 'block':
      return <BlockPreview block={preview.block} />;
    case 'value':
      return (
        <div className={styles.value}>
          <span className={look.figure}>{formatResult(preview.value, documented, false)}</span>
          <Caption1 className={look.quiet}>{documented.result.unit}</Caption1>
        </div>
      );
  }
}

function BlockPreview({ block }: { block: CellBlock }) {
  const look = useLook();
  const shown = block.slice(0, MOST_ROWS).map((row) => row.slice(0, MOST_COLUMNS));
  const columns = (shown[0] ?? []).map((_cell, place) => ({
    kind: shown.some((row) => typeof row[place] === 'number') ? ('number' as const) : ('text' as const),
  }));
  return (
    <>
      <DataTable
        label="Upper left part of the result"
        columns={columns}
        groups={oneGroup(shown.map((row, key) => ({ key, cells: row.map((value) => formatValue(value)) })))}
        isSmall
        isClose
        isEven
      />
      <Caption1 className={look.quiet}>{`${blockSize(block.length, block[0]?.length ?? 0)} in all`}</Caption1>
    </>
  );
}
