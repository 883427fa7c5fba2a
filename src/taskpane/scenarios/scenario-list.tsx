import { Badge, Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronRightRegular, LockClosedRegular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import { capital, counted } from '../../base/words';
import type { Culture } from '../../terms/entry/entry';
import type { TermsTable } from '../../terms/table/table';
import { valueShown } from './terms/term-draft';
import { identityOf } from '../../terms/catalogue/term-name';
import { ownTerms } from './terms/term-groups';
import { useLook } from '../parts/look';

const useStyles = makeStyles({
  item: { borderTop: `1px solid ${tokens.colorNeutralStroke2}`, minWidth: 0 },
  inForce: { borderLeft: `3px solid ${tokens.colorBrandStroke1}` },
  open: {
    width: '100%',
    minWidth: 0,
    maxWidth: 'none',
    justifyContent: 'flex-start',
    alignItems: 'center',
    textAlign: 'start',
    fontWeight: tokens.fontWeightRegular,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
  },
  content: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  name: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
});

interface Props {
  readonly table: TermsTable;
  /** Place of the scenario in force. */
  readonly inForce: number;
  readonly culture: Culture;
  /** The scenario whose button takes the focus, after its page was left or its neighbour deleted. */
  readonly focused: string | undefined;
  onOpen(name: string): void;
}

/** Every scenario with what it assumes, its weight, and how much it changes. */
export function ScenarioList({ table, inForce, culture, focused, onOpen }: Props) {
  const look = useLook();
  const styles = useStyles();
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (focused === undefined) return;
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('button[data-scenario]') ?? [])];
    buttons.find(({ dataset }) => dataset['scenario'] === focused)?.focus();
  }, [focused]);
  return (
    <ul className={look.list} ref={list} aria-label="Scenarios">
      {table.scenarios.map((name, scenario) => (
        <li key={name} className={mergeClasses(styles.item, scenario === inForce && styles.inForce)}>
          <Button
            appearance="subtle"
            className={styles.open}
            data-scenario={name}
            icon={<ChevronRightRegular />}
            iconPosition="after"
            onClick={() => onOpen(name)}
          >
            <span className={styles.content}>
              <span className={styles.name}>
                <span className={look.strong}>{name}</span>
                {scenario === 0 && <LockClosedRegular aria-label="locked" />}
                {scenario === inForce && (
                  <Badge appearance="tint" size="small">
                    in force
                  </Badge>
                )}
              </span>
              <span className={look.fine}>{aboutScenario(table, scenario, culture)}</span>
            </span>
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** "Description. 4 terms differ, weight 0.2." */
function aboutScenario(table: TermsTable, scenario: number, culture: Culture): string {
  const described = table.text(...identityOf('Scenario', 'Description'), scenario);
  const changed = table.overridden(scenario).length;
  const weight = ownTerms(table, scenario).find(({ term }) => term === 'Weight');
  const facts = [
    scenario === 0 ? 'every scenario inherits it' : counted(changed, 'term differs', 'terms differ'),
    weight?.inForce ? `weight ${valueShown(weight.definition, weight.inForce, culture)}` : '',
  ].filter((fact) => fact !== '');
  return [described, `${capital(facts.join(', '))}.`].filter((part) => part !== '').join(' ');
}
