import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  Skeleton,
  SkeletonItem,
} from '@fluentui/react-components';
import { useRef, type ReactNode } from 'react';
import type { Contract } from '../../contract/contract';
import type { Problem } from '../../terms/table/problem';
import type { TermsTable } from '../../terms/table/table';
import { useModel, type ModelState } from './model-session';
import { NoModel } from './no-model';
import { TableProblems } from './table-problems';
import { useLook } from '../parts/look';

/** The model as it can be worked with: as it stands, or as it stood before the table broke. */
export interface KnownModel {
  /** The cells of the table as they stand. */
  readonly values: readonly (readonly unknown[])[];
  readonly table: TermsTable;
  readonly contract: Contract;
  /** Place of the scenario in force. */
  readonly inForce: number;
  /** The table cannot be computed as it stands. */
  readonly isBroken: boolean;
  refresh(): void;
}

type Ready = Extract<ModelState, { state: 'ready' }>;

/**
 * Shows its content over a model, and says in its place why there is none. When the table breaks, the content goes on
 * with the last reading, so that what is being typed is not lost and the table can be put right from here.
 */
export function ModelGate({ children }: { children: (model: KnownModel) => ReactNode }) {
  const look = useLook();
  const model = useModel();
  const last = useRef<Ready>(undefined);
  if (model.state === 'ready') last.current = model;
  else if (model.state !== 'problems') last.current = undefined;
  const known = last.current;
  return (
    <div className={look.view}>
      {model.state === 'loading' && (
        <Skeleton aria-label="Reading the model">
          <SkeletonItem size={32} />
        </Skeleton>
      )}
      {model.state === 'no model' && <NoModel sentence={model.sentence} />}
      {model.state === 'failed' && <Failed sentence={model.sentence} onAgain={model.refresh} />}
      <div role="status">
        {model.state === 'problems' && <Broken problems={model.problems} isKnown={known !== undefined} />}
      </div>
      {known &&
        children({
          values: model.state === 'ready' || model.state === 'problems' ? model.values : known.values,
          table: known.table,
          contract: known.contract,
          inForce: known.scenario,
          isBroken: model.state === 'problems',
          refresh: model.refresh,
        })}
    </div>
  );
}

function Failed({ sentence, onAgain }: { sentence: string; onAgain: () => void }) {
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>{sentence}</MessageBarBody>
      <MessageBarActions>
        <Button onClick={onAgain}>Try again</Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function Broken({ problems, isKnown }: { problems: readonly Problem[]; isKnown: boolean }) {
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>The table cannot be computed</MessageBarTitle>
        {isKnown && 'Below is what it said before. '}
        <TableProblems problems={problems} />
      </MessageBarBody>
    </MessageBar>
  );
}
