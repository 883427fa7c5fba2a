import { Field, Select } from '@fluentui/react-components';
import type { ScenarioInForce } from '../../workbook/terms/read-terms';
import { setScenarioInForce } from '../../workbook/terms/scenario-in-force';
import { useAction } from '../parts/action';

interface Props {
  readonly scenarios: readonly string[];
  readonly inForce: ScenarioInForce;
}

/** Writes the cell Scenario, which all sheets follow. */
export function ScenarioChoice({ scenarios, inForce }: Props) {
  const { isRunning, run } = useAction(setScenarioInForce);
  const isUnknown = inForce.place === undefined;
  return (
    <Field
      label="Scenario in force"
      validationState={isUnknown ? 'error' : 'none'}
      validationMessage={
        isUnknown
          ? `The cell Scenario says ${inForce.name}, which the table does not have. The figures below are Base; choose a scenario.`
          : undefined
      }
    >
      <Select
        value={isUnknown ? '' : (scenarios[inForce.place] ?? '')}
        aria-busy={isRunning}
        onChange={(_event, { value }) => run(value)}
      >
        {isUnknown && <option value="">{inForce.name}</option>}
        {scenarios.map((name) => (
          <option key={name}>{name}</option>
        ))}
      </Select>
    </Field>
  );
}
