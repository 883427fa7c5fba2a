import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { documentation } from '../../functions/documentation';
import { NAMESPACE } from '../../workbook/function-names';

const useStyles = makeStyles({
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    padding: `${tokens.spacingVerticalS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: {
    display: 'block',
    fontFamily: tokens.fontFamilyMonospace,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: 'anywhere',
  },
  summary: { color: tokens.colorNeutralForeground2 },
});

const HINTS = {
  blank: 'This cell is empty. Type one of these functions, or select a cell that holds one.',
  constant: 'This cell holds a typed value. Select a cell with one of these functions to read it here.',
  formula: 'This formula calls none of these functions. Select one that does to read it here.',
} as const;

/** What there is to type, for a cell that holds nothing of ours. */
export function FunctionList({ content }: { content: keyof typeof HINTS }) {
  const styles = useStyles();
  return (
    <>
      <p className={styles.hint}>{HINTS[content]}</p>
      <ul className={styles.list}>
        {documentation.map(({ id, summary }) => (
          <li key={id} className={styles.item}>
            <span className={styles.name}>{`${NAMESPACE}.${id}`}</span>
            <Caption1 className={styles.summary}>{summary}</Caption1>
          </li>
        ))}
      </ul>
    </>
  );
}
