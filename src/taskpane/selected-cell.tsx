import {
  Badge,
  Body1,
  Caption1,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Skeleton,
  SkeletonItem,
  Subtitle2,
  tokens,
} from '@fluentui/react-components';
import type { Inspection } from '../workbook/inspection';
import { documentedFunction } from '../functions/documentation';
import { NAMESPACE } from '../workbook/function-names';
import { useActiveCell, type CellState } from './active-cell';
import { ArgumentTable } from './argument-table';
import { FunctionList } from './function-list';

const useStyles = makeStyles({
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  heading: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
  },
  title: { margin: 0 },
  address: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  name: {
    margin: 0,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  summary: { color: tokens.colorNeutralForeground2 },
  value: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'flex-end',
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground3,
    border: `1px solid ${tokens.colorTransparentStroke}`,
  },
  number: {
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    overflowWrap: 'anywhere',
    minWidth: 0,
  },
  unit: { color: tokens.colorNeutralForeground2 },
});

type FunctionCell = Extract<Inspection, { kind: 'function' }>;

export function SelectedCell() {
  const styles = useStyles();
  const cell = useActiveCell();
  return (
    <section className={styles.section} aria-labelledby="selected-cell">
      <div className={styles.heading}>
        <Subtitle2 as="h2" id="selected-cell" className={styles.title}>
          Selected cell
        </Subtitle2>
        {cell.state === 'read' && (
          <Caption1 className={styles.address}>{plainAddress(cell.inspection.address)}</Caption1>
        )}
      </div>
      <CellContent cell={cell} />
    </section>
  );
}

/** 'Sample prices'!B17 reads better without its quotes. */
const plainAddress = (address: string): string => address.replace(/^'(.*)'!/, '$1!').replaceAll("''", "'");

function CellContent({ cell }: { cell: CellState }) {
  if (cell.state === 'reading') {
    return (
      <Skeleton aria-label="Reading the selected cell">
        <SkeletonItem size={32} />
      </Skeleton>
    );
  }
  if (cell.state === 'failed') {
    return (
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>{cell.sentence}</MessageBarBody>
      </MessageBar>
    );
  }
  return cell.inspection.kind === 'function' ? (
    <FunctionContent cell={cell.inspection} />
  ) : (
    <FunctionList content={cell.inspection.content} />
  );
}

function FunctionContent({ cell }: { cell: FunctionCell }) {
  const styles = useStyles();
  return (
    <>
      <div>
        <p className={styles.name}>{`${NAMESPACE}.${cell.descriptor.id}`}</p>
        <Caption1 className={styles.summary}>{documentedFunction(cell.descriptor.id).summary}</Caption1>
      </div>
      <div aria-live="polite">{cell.problem ? <CellProblem cell={cell} /> : <CellValue cell={cell} />}</div>
      <Remarks cell={cell} />
      <ArgumentTable rows={cell.arguments} />
    </>
  );
}

function CellProblem({ cell: { problem, isBusy } }: { cell: FunctionCell }) {
  return (
    <MessageBar intent={isBusy ? 'info' : 'error'} layout="multiline" politeness="polite">
      <MessageBarBody>
        <MessageBarTitle>{problem?.code}</MessageBarTitle>
        {problem?.sentence}
      </MessageBarBody>
    </MessageBar>
  );
}

function CellValue({ cell }: { cell: FunctionCell }) {
  const styles = useStyles();
  return (
    <div className={styles.value}>
      <span className={styles.number}>{cell.value === '' ? 'blank' : cell.value}</span>
      {cell.unit !== '' && <span className={styles.unit}>{cell.unit}</span>}
    </div>
  );
}

function Remarks({ cell }: { cell: FunctionCell }) {
  const styles = useStyles();
  return (
    <>
      {cell.size !== undefined && (
        <div>
          <Badge appearance="tint" color="brand">
            {cell.size}
          </Badge>{' '}
          <Caption1 className={styles.summary}>
            {cell.spilledFrom === undefined
              ? 'spill from this cell'
              : `spill from ${plainAddress(cell.spilledFrom)}, which holds the formula`}
          </Caption1>
        </div>
      )}
      {cell.isPart && (
        <Body1 className={mergeClasses(styles.summary)}>
          The formula holds more than this call; the value is the whole formula&apos;s.
        </Body1>
      )}
    </>
  );
}
