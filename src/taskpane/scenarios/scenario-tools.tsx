import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import {
  CheckmarkCircleRegular,
  CopyRegular,
  DeleteRegular,
  RenameRegular,
  TextDescriptionRegular,
} from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import { counted } from '../../base/words';
import { deleteScenario, duplicateScenario, renameScenario } from '../../workbook/terms/scenario-columns';
import { setScenarioInForce } from '../../workbook/terms/scenario-in-force';
import { useEditing } from './terms/editing';
import { freeScenarioName, NameForm } from './name-form';
import { TermFormView } from './terms/term-form';
import { ownTerms } from './terms/term-groups';
import { useReportedAction } from './use-reported-action';
import { useTermForm } from './terms/use-term-form';
import { useLook } from '../parts/look';

type Tool = 'describe' | 'rename' | 'duplicate' | 'delete';

/** What becomes of the scenario as a whole. */
export interface ScenarioActions {
  readonly isInForce: boolean;
  /** Another scenario takes the place of this one: a copy, or the same under a new name. */
  onMoved(name: string): void;
  onDeleted(): void;
}

/** What can be done with the scenario as a whole. */
export function ScenarioTools(props: ScenarioActions & { readonly isLocked: boolean }) {
  const look = useLook();
  const { isInForce, isLocked } = props;
  const { scenario, column } = useEditing();
  const [tool, setTool] = useState<Tool>();
  const buttons = useRef<HTMLDivElement>(null);
  const force = useReportedAction();
  const close = (): void => {
    const closed = tool;
    setTool(undefined);
    buttons.current?.querySelector<HTMLElement>(`[data-tool="${closed}"]`)?.focus();
  };
  const toolButton = (name: Tool, label: string, icon: React.ReactElement) => (
    <Button
      size="small"
      data-tool={name}
      icon={icon}
      aria-expanded={tool === name}
      onClick={() => setTool(tool === name ? undefined : name)}
    >
      {label}
    </Button>
  );
  return (
    <>
      <div className={look.buttons} ref={buttons} role="group" aria-label={`Scenario ${column}`}>
        <Button
          size="small"
          appearance={isInForce ? 'secondary' : 'primary'}
          icon={<CheckmarkCircleRegular />}
          disabledFocusable={isInForce || force.isRunning}
          onClick={() => force.run(() => setScenarioInForce(column))}
        >
          {isInForce ? 'In force' : 'Put in force'}
        </Button>
        {!isLocked && toolButton('describe', 'Describe', <TextDescriptionRegular />)}
        {scenario > 0 && toolButton('rename', 'Rename', <RenameRegular />)}
        {toolButton('duplicate', 'Duplicate', <CopyRegular />)}
        {scenario > 0 && toolButton('delete', 'Delete', <DeleteRegular />)}
      </div>
      {tool === 'describe' && <DescribeForm onClose={close} />}
      {tool === 'rename' && <RenameForm {...props} onClose={close} />}
      {tool === 'duplicate' && <DuplicateForm {...props} onClose={close} />}
      {tool === 'delete' && <DeleteQuestion {...props} onClose={close} />}
    </>
  );
}

interface ToolProps extends ScenarioActions {
  onClose(): void;
}

function DescribeForm({ onClose }: { onClose: () => void }) {
  const editing = useEditing();
  const entries = ownTerms(editing.table, editing.scenario).filter(
    ({ term }) => editing.scenario > 0 || term !== 'Decided on',
  );
  const form = useTermForm(entries, editing, onClose);
  return (
    <TermFormView
      label={`Describe ${editing.column}`}
      entries={entries}
      form={form}
      onCancel={onClose}
      hasProvenance={false}
    />
  );
}

function RenameForm({ onMoved, onClose }: ToolProps) {
  const { table, column } = useEditing();
  const { isRunning, run } = useReportedAction();
  return (
    <NameForm
      label={`Rename ${column}`}
      saveLabel="Rename"
      suggested={column}
      taken={table.scenarios.filter((name) => name !== column)}
      isRunning={isRunning}
      onCancel={onClose}
      onSave={(name) => {
        if (name === column) return onClose();
        run(
          () => renameScenario(column, name),
          () => {
            onClose();
            onMoved(name);
          },
        );
      }}
    />
  );
}

function DuplicateForm({ onMoved, onClose }: ToolProps) {
  const { table, column } = useEditing();
  const { isRunning, run } = useReportedAction();
  return (
    <NameForm
      label={`Duplicate ${column}`}
      saveLabel="Duplicate"
      suggested={freeScenarioName(`${column} copy`, table.scenarios)}
      taken={table.scenarios}
      isRunning={isRunning}
      onCancel={onClose}
      onSave={(name) =>
        run(
          () => duplicateScenario(column, name),
          () => {
            onClose();
            onMoved(name);
          },
        )
      }
    />
  );
}

/** Asked here and not in a window of its own: a window would hold up the functions of the workbook. */
function DeleteQuestion({ onDeleted, onClose, isInForce }: ToolProps) {
  const { column, table, scenario } = useEditing();
  const { isRunning, run } = useReportedAction();
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => no.current?.focus(), []);
  const count = table.overridden(scenario).length;
  const terms = counted(count, 'changed term');
  const then = isInForce ? ' Base comes into force in its place.' : '';
  return (
    <div
      role="group"
      aria-label={`Delete ${column}?`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>
          {`Delete ${column}? Its column with ${terms} goes from the table, and nothing else.${then}`}
        </MessageBarBody>
        <MessageBarActions>
          <Button
            disabledFocusable={isRunning}
            onClick={() => run(() => deleteScenario(column), onDeleted)}
          >{`Delete ${column}`}</Button>
          <Button ref={no} onClick={onClose}>
            Keep it
          </Button>
        </MessageBarActions>
      </MessageBar>
    </div>
  );
}
