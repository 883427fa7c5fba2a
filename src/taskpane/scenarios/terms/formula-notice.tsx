import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { identityText } from '../../../terms/table/identity';
import type { FormulaCell } from '../../../workbook/terms/write-edits';

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: '1.2em', overflowWrap: 'anywhere' },
});

interface Props {
  readonly formulas: readonly FormulaCell[];
  onReplace(): void;
  onLeave(): void;
}

/** Formulas are somebody's work: they are replaced only when a person says so. */
export function FormulaNotice({ formulas, onReplace, onLeave }: Props) {
  const styles = useStyles();
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>Formulas in the way</MessageBarTitle>
        Nothing has been written yet. Values would replace these formulas:
        <ul className={styles.list}>
          {formulas.map(({ edit: { section, item, term, column }, formula }) => (
            <li key={identityText(section, item, term)}>
              {`${identityText(section, item, term)} in ${column}: ${formula}`}
            </li>
          ))}
        </ul>
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={onReplace}>Replace the formulas</Button>
        <Button onClick={onLeave}>Leave them</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
