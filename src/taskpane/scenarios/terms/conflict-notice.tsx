import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { isoText } from '../../../base/calendar';
import { Refusal } from '../../../base/refusal';
import type { EditValue } from '../../../terms/entry/edit';
import { identify, identityText } from '../../../terms/table/identity';
import type { Conflict } from '../../../workbook/terms/write-edits';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: '1.2em' },
});

interface Props {
  readonly conflicts: readonly Conflict[];
  onKeep(): void;
  onOverwrite(): void;
}

/** Two people, one cell: both values, and the person decides. */
export function ConflictNotice({ conflicts, onKeep, onOverwrite }: Props) {
  const styles = useStyles();
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>Changed meanwhile</MessageBarTitle>
        Somebody changed what you are editing. Nothing of yours has been written yet.
        <ul className={styles.list}>
          {conflicts.map(({ edit, found }) => (
            <li key={editName(edit)}>
              {`${editName(edit)}: it was ${said(edit, edit.seen)}, it is now ${said(edit, found)}; you entered ${said(edit, edit.value)}.`}
            </li>
          ))}
        </ul>
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={onKeep}>Keep theirs</Button>
        <Button onClick={onOverwrite}>Write mine</Button>
      </MessageBarActions>
    </MessageBar>
  );
}

const editName = ({ section, item, term }: Conflict['edit']): string => identityText(section, item, term);

function said({ section, term }: Conflict['edit'], value: EditValue): string {
  if (value === null) return 'blank';
  if (typeof value === 'string') return `"${value}"`;
  const found = identify(section, term);
  const isDate = !(found instanceof Refusal) && found.definition.rule.type === 'date';
  return isDate ? isoText(Math.floor(value)) : String(value);
}
