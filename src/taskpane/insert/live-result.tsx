import { Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Refusal } from '../../base/refusal';
import type { CellBlock, CellValue } from '../../functions/framework/descriptor';
import type { DocumentedFunction } from '../../functions/catalogue/documentation';
import type { Preview } from '../../workbook/formulas/preview-call';
import { blockSize, formatResult, formatValue } from '../../workbook/excel/value-format';

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
  number: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  small: { color: tokens.colorNeutralForeground2 },
  table: { width: '100%', borderCollapse: 'collapse', tableLayout: 'fixed' },
  cell: {
    fontSize: tokens.fontSizeBase200,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXXS}`,
    overflowWrap: 'anywhere',
    verticalAlign: 'top',
  },
  figure: { textAlign: 'end', fontVariantNumeric: 'tabular-nums' },
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
  const styles = useStyles();
  if (missing.length > 0)
    return <Caption1 className={styles.small}>{`Still needed: ${missing.join(', ')}`}</Caption1>;
  if (!preview) return <Caption1 className={styles.small}>Computing …</Caption1>;
  if (preview instanceof Refusal) return <>{preview.sentence}</>;
  switch (preview.kind) {
    case 'unknown':
      return <Caption1 className={styles.small}>{preview.why}</Caption1>;
    case 'block':
      return <BlockPreview block={preview.block} />;
    case 'value':
      return (
        <div className={styles.value}>
          <span className={styles.number}>{formatResult(preview.value, documented, false)}</span>
          <Caption1 className={styles.small}>{documented.result.unit}</Caption1>
        </div>
      );
  }
}

function BlockPreview({ block }: { block: CellBlock }) {
  const styles = useStyles();
  const columns = block[0]?.length ?? 0;
  return (
    <>
      <table className={styles.table} aria-label="Upper left part of the result">
        <tbody>
          {block.slice(0, MOST_ROWS).map((row, index) => (
            <tr key={index}>
              {row.slice(0, MOST_COLUMNS).map((value, column) => (
                <td
                  key={column}
                  className={mergeClasses(styles.cell, typeof value === 'number' && styles.figure)}
                >
                  {shown(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Caption1 className={styles.small}>{`${blockSize(block.length, columns)} in all`}</Caption1>
    </>
  );
}

const shown = (value: CellValue): string => formatValue(value);
