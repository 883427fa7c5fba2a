import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { Conflict, FormulaCell } from '../../../workbook/terms/write-edits';
import { ConflictNotice } from './conflict-notice';
import { FormulaNotice } from './formula-notice';

/** Why what a form says was not written; blank while nothing stands against it. */
export interface Obstacles {
  readonly problem: string | undefined;
  /** Cells that somebody else changed since the form was opened. */
  readonly conflicts: readonly Conflict[];
  /** Cells whose formulas would be replaced by values. */
  readonly formulas: readonly FormulaCell[];
  /** Writes over what somebody else wrote, having seen it. */
  overwrite(): void;
  /** Writes values in place of the formulas, having seen them. */
  replaceFormulas(): void;
}

interface Props {
  readonly obstacles: Obstacles;
  /** Leaves what somebody else wrote. */
  onKeep(): void;
  /** Leaves the formulas. */
  onLeave(): void;
}

/** What kept a form from being written, with the ways on. The region is always there, so that it is read out. */
export const NotWritten = ({ obstacles, onKeep, onLeave }: Props) => (
  <div role="alert">
    {obstacles.problem !== undefined && (
      <MessageBar intent="error" layout="multiline" politeness="assertive">
        <MessageBarBody>{obstacles.problem}</MessageBarBody>
      </MessageBar>
    )}
    {obstacles.conflicts.length > 0 && (
      <ConflictNotice conflicts={obstacles.conflicts} onKeep={onKeep} onOverwrite={obstacles.overwrite} />
    )}
    {obstacles.formulas.length > 0 && (
      <FormulaNotice formulas={obstacles.formulas} onReplace={obstacles.replaceFormulas} onLeave={onLeave} />
    )}
  </div>
);
