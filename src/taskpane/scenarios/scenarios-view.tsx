import { Button, Skeleton, SkeletonItem, Subtitle2 } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useMemo, useRef, useState } from 'react';
import { plain } from '../../base/nearest';
import type { TermsTable } from '../../terms/table/table';
import { addScenario, duplicateScenario } from '../../workbook/terms/scenario-columns';
import { ModelGate, type KnownModel } from '../shell/model-gate';
import { freeScenarioName, NameForm } from './name-form';
import { ScenarioList } from './scenario-list';
import { ScenarioPage } from './scenario-page';
import { useCulture } from '../parts/culture';
import { useLook } from '../parts/look';
import { useReportedAction } from './use-reported-action';

/** Scenarios: the list, and the one that is opened. */
export const ScenariosView = () => <ModelGate>{(model) => <Scenarios model={model} />}</ModelGate>;

function Scenarios({ model }: { model: KnownModel }) {
  const { table, values, inForce, refresh } = model;
  const culture = useCulture();
  const [opened, setOpened] = useState<string>();
  const [focused, setFocused] = useState<string>();
  const scenario = opened === undefined ? -1 : placeOf(table, opened);
  const column = table.scenarios[scenario];
  const editing = useMemo(
    () => (column === undefined ? undefined : { values, table, scenario, column, culture }),
    [values, table, scenario, column, culture],
  );
  const open = (name: string): void => {
    setFocused(undefined);
    setOpened(name);
    refresh();
  };
  const leave = (focus: string): void => {
    setOpened(undefined);
    setFocused(focus);
  };
  if (opened === undefined) {
    return <AllScenarios table={table} inForce={inForce} focused={focused} onOpen={open} />;
  }
  if (!editing) return <Waiting name={opened} onBack={() => leave('Base')} />;
  return (
    <ScenarioPage
      editing={editing}
      isInForce={scenario === inForce}
      onBack={() => leave(editing.column)}
      onMoved={open}
      onDeleted={() => {
        leave(table.scenarios[scenario + 1] ?? table.scenarios[scenario - 1] ?? 'Base');
        refresh();
      }}
    />
  );
}

const placeOf = (table: TermsTable, name: string): number =>
  table.scenarios.findIndex((each) => plain(each) === plain(name));

/** A scenario that was just made comes with the next reading; one that somebody else removed does not. */
function Waiting({ name, onBack }: { name: string; onBack: () => void }) {
  const look = useLook();
  return (
    <div className={look.view}>
      <p className={look.hint} role="status">{`The table has no scenario ${name} at the moment.`}</p>
      <Skeleton aria-label="Reading the table">
        <SkeletonItem size={32} />
      </Skeleton>
      <Button size="small" className={look.narrow} onClick={onBack}>
        All scenarios
      </Button>
    </div>
  );
}

interface AllProps {
  readonly table: TermsTable;
  readonly inForce: number;
  readonly focused: string | undefined;
  onOpen(name: string): void;
}

function AllScenarios({ table, inForce, focused, onOpen }: AllProps) {
  const look = useLook();
  const culture = useCulture();
  const [isAdding, setAdding] = useState(false);
  const add = useRef<HTMLButtonElement>(null);
  const { isRunning, run } = useReportedAction();
  return (
    <div className={look.view}>
      <Subtitle2 as="h2" className={look.title}>
        Scenarios
      </Subtitle2>
      <p className={look.hint}>
        Each is a column of the Terms table. It says only what differs from Base and inherits the rest.
      </p>
      <ScenarioList table={table} inForce={inForce} culture={culture} focused={focused} onOpen={onOpen} />
      {isAdding ? (
        <NameForm
          label="New scenario"
          saveLabel="Create"
          suggested={freeScenarioName('New scenario', table.scenarios)}
          taken={table.scenarios}
          sources={table.scenarios}
          isRunning={isRunning}
          onCancel={() => {
            setAdding(false);
            requestAnimationFrame(() => add.current?.focus());
          }}
          onSave={(name, source) =>
            run(
              () => (source === 'Base' ? addScenario(name) : duplicateScenario(source, name)),
              () => onOpen(name),
            )
          }
        />
      ) : (
        <Button
          ref={add}
          className={look.narrow}
          appearance="primary"
          icon={<AddRegular />}
          onClick={() => setAdding(true)}
        >
          New scenario
        </Button>
      )}
    </div>
  );
}
