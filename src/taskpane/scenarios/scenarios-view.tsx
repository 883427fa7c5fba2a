import { Button, makeStyles, Skeleton, SkeletonItem, Subtitle2, tokens } from '@fluentui/react-components';
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
import { useReportedAction } from './use-reported-action';

const useStyles = makeStyles({
  view: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM, minWidth: 0 },
  title: { margin: 0 },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
  add: { alignSelf: 'flex-start' },
});

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
  const styles = useStyles();
  return (
    <div className={styles.view}>
      <p className={styles.hint} role="status">{`The table has no scenario ${name} at the moment.`}</p>
      <Skeleton aria-label="Reading the table">
        <SkeletonItem size={32} />
      </Skeleton>
      <Button size="small" className={styles.add} onClick={onBack}>
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
  const styles = useStyles();
  const culture = useCulture();
  const [isAdding, setAdding] = useState(false);
  const add = useRef<HTMLButtonElement>(null);
  const { isRunning, run } = useReportedAction();
  return (
    <div className={styles.view}>
      <Subtitle2 as="h2" className={styles.title}>
        Scenarios
      </Subtitle2>
      <p className={styles.hint}>
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
          className={styles.add}
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
