import { Caption1, Field, makeStyles, Select, Subtitle2, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useCallback } from 'react';
import { type Bridge, bridging } from '../../analysis/bridge';
import { COMPARED_FIGURES } from '../../analysis/comparison';
import type { Contract } from '../../contract/contract';
import type { TermsTable } from '../../terms/table/table';
import { BridgeTable } from './bridge-table';
import { StepwiseProgress } from './stepwise-progress';
import type { Choices } from './use-choices';
import { type Stepwise, useStepwise } from './use-stepwise';
import { useLook } from '../parts/look';

const BridgeChart = lazy(() =>
  import(/* webpackChunkName: "chart" */ './bridge-chart').then((module) => ({
    default: module.BridgeChart,
  })),
);

const useStyles = makeStyles({
  ends: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  // A list is as wide as its longest entry unless it is given a width.
  field: { gridTemplateColumns: 'minmax(0, 1fr)', minWidth: 0 },
  chartPlace: { height: '184px' },
});

/** The bridge that is chosen, computed in parts. */
export function useBridge(contract: Contract, { bridge, figure }: Choices): Stepwise<Bridge> {
  const [from, to] = [bridge?.from, bridge?.to];
  const begin = useCallback(
    () => bridging(contract, from ?? 0, to ?? 0, figure),
    [contract, from, to, figure],
  );
  return useStepwise(bridge && begin);
}

interface Props {
  readonly table: TermsTable;
  readonly choices: Choices;
  readonly work: Stepwise<Bridge>;
}

/** What leads from one scenario to another: one step for each section of terms that differs. */
export function BridgePart({ table, choices, work }: Props) {
  const look = useLook();
  const styles = useStyles();
  const { bridge, figure } = choices;
  const shown = work.value;
  if (!bridge) return null;
  return (
    <section className={look.view} aria-labelledby="bridge">
      <Subtitle2 as="h2" id="bridge" className={look.title}>
        Bridge
      </Subtitle2>
      <div className={styles.ends}>
        <Scenario
          label="From"
          scenarios={table.scenarios}
          value={bridge.from}
          onChange={choices.bridgeFrom}
        />
        <Scenario label="To" scenarios={table.scenarios} value={bridge.to} onChange={choices.bridgeTo} />
      </div>
      <Field label="Figure" className={styles.field}>
        <Select value={figure} onChange={(_event, { value }) => choices.about(value)}>
          {COMPARED_FIGURES.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      <StepwiseProgress label="Computing the bridge" work={work} />
      {shown && (
        <div className={work.isStale ? look.stale : undefined} aria-busy={work.isStale}>
          <Suspense fallback={<div className={styles.chartPlace} />}>
            <BridgeChart bridge={shown} currency={table.currency} />
          </Suspense>
          <BridgeTable bridge={shown} currency={table.currency} />
          <Caption1 block className={look.quiet}>
            {shown.order}
          </Caption1>
        </div>
      )}
    </section>
  );
}

interface ScenarioProps {
  readonly label: string;
  readonly scenarios: readonly string[];
  readonly value: number;
  onChange(place: number): void;
}

function Scenario({ label, scenarios, value, onChange }: ScenarioProps) {
  const styles = useStyles();
  return (
    <Field label={label} className={styles.field}>
      <Select value={String(value)} onChange={(_event, { value: place }) => onChange(Number(place))}>
        {scenarios.map((name, place) => (
          <option key={name} value={place}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
