import {
  Badge,
  Body1,
  Caption1,
  makeStyles,
  mergeClasses,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  tokens,
} from '@fluentui/react-components';
import type { FunctionCell, Problem } from '../../workbook/inspect/inspection';
import { documentedFunction } from '../../functions/catalogue/documentation';
import { NAMESPACE } from '../../workbook/formulas/function-names';
import { plainAddress } from './address';
import { ArgumentTable } from './argument-table';
import { useLook } from '../parts/look';

const useStyles = makeStyles({
  name: {
    margin: 0,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
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
});

/** A call of one of the functions: what came out, or why nothing did, and with which arguments. */
export function FunctionExplanation({ cell }: { cell: FunctionCell }) {
  const look = useLook();
  const styles = useStyles();
  return (
    <>
      <div>
        <p className={styles.name}>{`${NAMESPACE}.${cell.descriptor.id}`}</p>
        <Caption1 block className={look.quiet}>
          {documentedFunction(cell.descriptor.id).summary}
        </Caption1>
      </div>
      <div aria-live="polite">
        {cell.problem ? (
          <ProblemMessage problem={cell.problem} isBusy={cell.isBusy} />
        ) : (
          !cell.figure && <CellValue cell={cell} />
        )}
      </div>
      <Remarks cell={cell} />
      <ArgumentTable rows={cell.arguments} />
    </>
  );
}

/** Why a cell shows an error, and what to do. */
export function ProblemMessage({ problem, isBusy = false }: { problem: Problem; isBusy?: boolean }) {
  return (
    <MessageBar intent={isBusy ? 'info' : 'error'} layout="multiline" politeness="polite">
      <MessageBarBody>
        <MessageBarTitle>{problem.code}</MessageBarTitle>
        {problem.sentence}
      </MessageBarBody>
    </MessageBar>
  );
}

function CellValue({ cell }: { cell: FunctionCell }) {
  const look = useLook();
  const styles = useStyles();
  return (
    <div className={styles.value}>
      <span className={styles.number}>{cell.value === '' ? 'blank' : cell.value}</span>
      {cell.unit !== '' && <span className={look.quiet}>{cell.unit}</span>}
    </div>
  );
}

function Remarks({ cell }: { cell: FunctionCell }) {
  const look = useLook();
  return (
    <>
      {cell.size !== undefined && (
        <div>
          <Badge appearance="tint" color="brand">
            {cell.size}
          </Badge>{' '}
          <Caption1 className={look.quiet}>
            {cell.spilledFrom === undefined
              ? 'spill from this cell'
              : `spill from ${plainAddress(cell.spilledFrom)}, which holds the formula`}
          </Caption1>
        </div>
      )}
      {cell.isPart && (
        <Body1 className={mergeClasses(look.quiet)}>
          The formula holds more than this call; the value is the whole formula&apos;s.
        </Body1>
      )}
    </>
  );
}
