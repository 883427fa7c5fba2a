import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Subtitle2,
  tokens,
} from '@fluentui/react-components';
import { Refusal } from '../../base/refusal';
import { counted } from '../../base/words';
import type { Culture } from '../../terms/entry/entry';
import type { EditValue } from '../../terms/entry/edit';
import type { Difference, Differences } from '../../terms/exchange/differences';
import { identify, identityText } from '../../terms/table/identity';
import { contentText } from './content-text';
import { useLook } from '../parts/look';

const useStyles = makeStyles({
  item: {
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    padding: `${tokens.spacingVerticalXS} 0`,
    overflowWrap: 'anywhere',
  },
});

/** Beyond so many the list would be read by nobody; all of them are imported. */
const MOST_SHOWN = 200;

interface Props {
  readonly name: string;
  readonly changes: Differences;
  readonly culture: Culture;
}

/** Each cell that an import would change, with both values. */
export function DifferenceList({ name, changes, culture }: Props) {
  const look = useLook();
  const styles = useStyles();
  const { edits, newScenarios, notInFile, problems } = changes;
  return (
    <div className={look.part}>
      <Subtitle2 as="h3" className={look.title}>
        {heading(name, changes)}
      </Subtitle2>
      {newScenarios.length > 0 && <p className={look.text}>New scenarios: {newScenarios.join(', ')}.</p>}
      {notInFile > 0 && (
        <p className={look.text}>
          {counted(notInFile, 'term is', 'terms are')} not in the file and will stay as they are.
        </p>
      )}
      {problems.length > 0 && (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>The table could not be computed afterwards</MessageBarTitle>
            {problems
              .slice(0, 5)
              .map(({ sentence }) => sentence)
              .join(' ')}
          </MessageBarBody>
        </MessageBar>
      )}
      <ul className={look.list}>
        {edits.slice(0, MOST_SHOWN).map((edit) => (
          <li key={`${edit.line} ${edit.column}`} className={styles.item}>
            <strong>{identityText(edit.section, edit.item, edit.term)}</strong>, {edit.column}:{' '}
            {valueText(edit, edit.seen, culture)} → {valueText(edit, edit.value, culture)}
          </li>
        ))}
      </ul>
      {edits.length > MOST_SHOWN && <p className={look.text}>And {edits.length - MOST_SHOWN} more.</p>}
    </div>
  );
}

function heading(name: string, { edits, newScenarios }: Differences): string {
  if (edits.length === 0 && newScenarios.length === 0) return `${name} says what the table says.`;
  return `${name} would change ${counted(edits.length, 'cell')}`;
}

function valueText({ section, term, column }: Difference, value: EditValue, culture: Culture): string {
  const found = identify(section, term);
  return found instanceof Refusal
    ? String(value ?? 'blank')
    : contentText(found.definition, column, value, culture);
}
