import {
  Button,
  Caption1,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Skeleton,
  SkeletonItem,
  Subtitle2,
  tokens,
} from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { placeAt, splitAddress } from '../../workbook/excel/cell-address';
import { figureOfRow, type Figure } from '../../workbook/inspect/figure';
import { goTo } from '../../workbook/excel/go-to';
import type { Inspection } from '../../workbook/inspect/inspection';
import { useAction } from '../parts/action';
import { useLook } from '../parts/look';
import { ProblemList } from '../model/problem-list';
import { useModel, type ModelState } from '../shell/model-session';
import { useActiveCell } from './active-cell';
import { plainAddress } from './address';
import { FunctionExplanation, ProblemMessage } from './function-explanation';
import { LineExplanation } from './line-explanation';
import { PlainCellContent } from './plain-cell';
import { TermExplanation } from './term-explanation';

const useStyles = makeStyles({
  heading: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
  },
  call: { cursor: 'pointer' },
});

/** Explains the selected cell: a figure of the model, a call, a term, an error. */
export function WhyView() {
  const look = useLook();
  const styles = useStyles();
  const cell = useActiveCell();
  const [left, setLeft] = useState<string>();
  return (
    <section className={look.view} aria-labelledby="selected-cell">
      <div className={styles.heading}>
        <Subtitle2 as="h2" id="selected-cell" className={look.title}>
          Selected cell
        </Subtitle2>
        {cell.state === 'read' && (
          <Caption1 className={look.longQuiet}>{plainAddress(cell.inspection.address)}</Caption1>
        )}
      </div>
      {cell.state === 'reading' && (
        <Skeleton aria-label="Reading the selected cell">
          <SkeletonItem size={32} />
        </Skeleton>
      )}
      {cell.state === 'failed' && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{cell.sentence}</MessageBarBody>
        </MessageBar>
      )}
      {cell.state === 'read' && (
        <>
          <BackTo
            address={left}
            isThere={left === cell.inspection.address}
            onGone={() => setLeft(undefined)}
          />
          <CellContent cell={cell.inspection} onLeave={() => setLeft(cell.inspection.address)} />
        </>
      )}
    </section>
  );
}

interface BackProps {
  readonly address: string | undefined;
  readonly isThere: boolean;
  onGone(): void;
}

/** The way back to the figure from which a person went to a term. */
function BackTo({ address, isThere, onGone }: BackProps) {
  const look = useLook();
  const { run } = useAction(goTo);
  if (address === undefined || isThere) return null;
  return (
    <Button
      className={look.back}
      appearance="subtle"
      size="small"
      icon={<ArrowLeftRegular />}
      onClick={() => {
        run(splitAddress(address));
        onGone();
      }}
    >
      {`Back to ${plainAddress(address)}`}
    </Button>
  );
}

interface ContentProps {
  readonly cell: Inspection;
  onLeave(): void;
}

function CellContent({ cell, onLeave }: ContentProps) {
  const model = useModel();
  const figure = figureIn(cell, model);
  const explained = figure && <LineExplanation key={keyOf(cell, figure)} figure={figure} onLeave={onLeave} />;
  const problems = model.state === 'problems' && cell.problem !== undefined && (
    <ProblemList problems={model.problems} terms={model.terms} />
  );
  if (cell.kind === 'function') {
    return (
      <>
        {explained}
        <FunctionExplanation cell={cell} />
        {problems}
      </>
    );
  }
  const term = termAt(cell.address, model);
  return (
    <>
      {cell.problem && <ProblemMessage problem={cell.problem} />}
      {explained}
      {term}
      {!term && !(explained && cell.content !== 'formula') && <PlainCellContent cell={cell} />}
      {problems}
    </>
  );
}

/** A figure of its own: another one begins its explanation anew, a changed term does not. */
const keyOf = ({ address }: Inspection, { line, from, to, scenario }: Figure): string =>
  [address, line.id, from, to, scenario].join(' ');

function figureIn(cell: Inspection, model: ModelState): Figure | undefined {
  if (cell.kind === 'function') return cell.problem ? undefined : cell.figure;
  if (!cell.row || model.state !== 'ready') return undefined;
  return figureOfRow(model.contract, model.scenario, cell.row);
}

function termAt(address: string, model: ModelState) {
  if (model.state !== 'ready') return undefined;
  const { sheet, address: cell } = splitAddress(address);
  const place = placeAt(cell);
  if (!place || sheet !== model.terms.sheet || place.column < model.terms.left) return undefined;
  const row = model.table.rows.find(({ row: number }) => model.terms.top + number - 1 === place.row);
  return row && <TermExplanation contract={model.contract} scenario={model.scenario} row={row} />;
}
