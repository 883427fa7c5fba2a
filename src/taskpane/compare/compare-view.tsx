import { useCallback } from 'react';
import type { Contract } from '../../contract/contract';
import { ModelGate } from '../shell/model-gate';
import { BridgePart, useBridge } from './bridge-part';
import { ComparisonTable } from './comparison-table';
import { comparing } from './comparing';
import { ScenarioPicks } from './scenario-picks';
import { StepwiseProgress } from './stepwise-progress';
import { useChoices } from './use-choices';
import { type Stepwise, useStepwise } from './use-stepwise';
import { WriteToSheet } from './write-to-sheet';
import { useLook } from '../parts/look';

/** Scenarios side by side, and what leads from one to another. */
export function CompareView() {
  return (
    <ModelGate>
      {({ contract, inForce, values, isBroken }) => (
        <Comparison contract={contract} inForce={inForce} values={isBroken ? undefined : values} />
      )}
    </ModelGate>
  );
}

interface Props {
  readonly contract: Contract;
  /** Place of the scenario in force. */
  readonly inForce: number;
  /** The cells that the contract was read from; undefined where they cannot be computed as they stand now. */
  readonly values: readonly (readonly unknown[])[] | undefined;
}

function Comparison({ contract, inForce, values }: Props) {
  const look = useLook();
  const { scenarios, currency } = contract.table;
  const choices = useChoices(scenarios, inForce);
  const { picked, reference } = choices;
  const places = picked.join();
  const begin = useCallback(
    () => comparing(contract, places.split(',').map(Number), reference ?? 0),
    [contract, places, reference],
  );
  const work = useStepwise(picked.length < 2 ? undefined : begin);
  const bridging = useBridge(contract, choices);
  const [comparison, bridge] = [fresh(work), fresh(bridging)];
  const content = values && comparison && bridge && { contract, values, comparison, bridge };
  return (
    <div className={look.view}>
      <ScenarioPicks
        scenarios={scenarios}
        picked={picked}
        reference={reference}
        onPick={choices.pick}
        onReference={choices.holdAgainst}
      />
      {picked.length >= 2 && (
        <>
          <StepwiseProgress label="Comparing the scenarios" work={work} />
          {work.value && (
            <div className={work.isStale ? look.stale : undefined} aria-busy={work.isStale}>
              <ComparisonTable
                comparison={work.value}
                currency={currency}
                isLong={choices.isLong}
                onLengthen={choices.lengthen}
              />
            </div>
          )}
        </>
      )}
      <BridgePart table={contract.table} choices={choices} work={bridging} />
      <WriteToSheet content={content} />
    </div>
  );
}

/** The result, where it answers what is asked now. */
const fresh = <T,>({ value, isStale }: Stepwise<T>): T | undefined => (isStale ? undefined : value);
