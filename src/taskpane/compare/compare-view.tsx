import { makeStyles, tokens } from '@fluentui/react-components';
import { useCallback } from 'react';
import type { Contract } from '../../contract/contract';
import { ModelGate } from '../scenarios/model-gate';
import { BridgePart } from './bridge-part';
import { ComparisonTable } from './comparison-table';
import { comparing } from './computations';
import { ScenarioPicks } from './scenario-picks';
import { StepwiseProgress } from './stepwise-progress';
import { useChoices } from './use-choices';
import { useStepwise } from './use-stepwise';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  stale: { opacity: 0.6 },
});

/** Scenarios side by side, and what leads from one to another. */
export function CompareView() {
  return (
    <ModelGate>{({ contract, inForce }) => <Comparison contract={contract} inForce={inForce} />}</ModelGate>
  );
}

function Comparison({ contract, inForce }: { contract: Contract; inForce: number }) {
  const styles = useStyles();
  const { scenarios, currency } = contract.table;
  const choices = useChoices(scenarios, inForce);
  const { picked, reference } = choices;
  const places = picked.join();
  const begin = useCallback(
    () => comparing(contract, places.split(',').map(Number), reference ?? 0),
    [contract, places, reference],
  );
  const work = useStepwise(picked.length < 2 ? undefined : begin);
  return (
    <div className={styles.view}>
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
            <div className={work.isStale ? styles.stale : undefined} aria-busy={work.isStale}>
              <ComparisonTable comparison={work.value} currency={currency} />
            </div>
          )}
        </>
      )}
      <BridgePart contract={contract} choices={choices} />
    </div>
  );
}
