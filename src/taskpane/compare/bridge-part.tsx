import { Caption1, Field, makeStyles, Select, Subtitle2, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useCallback } from 'react';
import { COMPARED_FIGURES } from '../../analysis/comparison';
import type { Contract } from '../../contract/contract';
import { BridgeTable } from './bridge-table';
import { bridgingBetween } from './computations';
import { StepwiseProgress } from './stepwise-progress';
import type { Choices } from './use-choices';
import { useStepwise } from './use-stepwise';

const BridgeChart = lazy(() =>
  import(/* webpackChunkName: "chart" */ './bridge-chart').then((module) => ({
    default: module.BridgeChart,
  })),
);

const useStyles = makeStyles({
  part: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  title: { margin: 0 },
  small: { color: tokens.colorNeutralForeground2 },
  ends: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(128px, 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  end: { minWidth: 0 },
  select: { minWidth: 0 },
  chartPlace: { height: '184px' },
  stale: { opacity: 0.6 },
});

interface Props {
  readonly contract: Contract;
  readonly choices: Choices;
}

/** What leads from one scenario to another: one step for each section of terms that differs. */
export function BridgePart({ contract, choices }: Props) {
  const styles = useStyles();
  const { table } = contract;
  const { bridge, figure } = choices;
  const [from, to] = [bridge?.from, bridge?.to];
  const begin = useCallback(
    () => bridgingBetween(contract, from ?? 0, to ?? 0, figure),
    [contract, from, to, figure],
  );
  const work = useStepwise(bridge && begin);
  const shown = work.value;
  if (!bridge) return null;
  return (
    <section className={styles.part} aria-labelledby="bridge">
      <Subtitle2 as="h2" id="bridge" className={styles.title}>
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
      <Field label="Figure">
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
        <div className={work.isStale ? styles.stale : undefined} aria-busy={work.isStale}>
          <Suspense fallback={<div className={styles.chartPlace} />}>
            <BridgeChart bridge={shown} currency={table.currency} />
          </Suspense>
          <BridgeTable bridge={shown} currency={table.currency} />
          <Caption1 block className={styles.small}>
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
    <Field label={label} className={styles.end}>
      <Select
        className={styles.select}
        value={String(value)}
        onChange={(_event, { value: place }) => onChange(Number(place))}
      >
        {scenarios.map((name, place) => (
          <option key={name} value={place}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
