import { Badge, Button, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { ArrowLeftRegular, LockClosedRegular, LockOpenRegular } from '@fluentui/react-icons';
import { useEffect, useMemo, useRef, useState } from 'react';
import { EditingContext, type Editing } from './terms/editing';
import { ScenarioTools, type ScenarioActions } from './scenario-tools';
import { identityOf } from '../../terms/catalogue/term-name';
import { TermsEditor } from './terms/terms-editor';
import { useLook } from '../parts/look';

const useStyles = makeStyles({
  heading: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    minWidth: 0,
  },
  title: { ...typographyStyles.subtitle2, margin: 0, overflowWrap: 'anywhere', minWidth: 0 },
  text: { margin: 0, color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

interface Props extends ScenarioActions {
  readonly editing: Omit<Editing, 'isLocked'>;
  onBack(): void;
}

/** One scenario: what it is called and assumes, and the terms that it changes. */
export function ScenarioPage({ editing, onBack, ...actions }: Props) {
  const look = useLook();
  const styles = useStyles();
  const { isInForce } = actions;
  const { table, scenario, column } = editing;
  const [isUnlocked, setUnlocked] = useState(false);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), [column]);
  const isLocked = scenario === 0 && !isUnlocked;
  const context = useMemo((): Editing => ({ ...editing, isLocked }), [editing, isLocked]);
  const described = table.text(...identityOf('Scenario', 'Description'), scenario);
  return (
    <EditingContext value={context}>
      <div className={look.view}>
        <Button
          appearance="subtle"
          size="small"
          className={look.back}
          icon={<ArrowLeftRegular />}
          onClick={onBack}
        >
          All scenarios
        </Button>
        <div className={styles.heading}>
          <h2 ref={title} tabIndex={-1} className={styles.title}>
            {column}
          </h2>
          {isInForce && (
            <Badge appearance="tint" size="small">
              in force
            </Badge>
          )}
        </div>
        {described !== '' && <p className={styles.text}>{described}</p>}
        {scenario === 0 && (
          <>
            <p className={styles.text}>
              {isLocked
                ? 'Every scenario inherits what Base says, so Base is locked.'
                : 'Base is unlocked: what you change here changes in every scenario that inherits it.'}
            </p>
            <Button
              size="small"
              className={look.narrow}
              icon={isLocked ? <LockClosedRegular /> : <LockOpenRegular />}
              onClick={() => setUnlocked(isLocked)}
            >
              {isLocked ? 'Unlock Base' : 'Lock Base'}
            </Button>
          </>
        )}
        <ScenarioTools {...actions} isLocked={isLocked} />
        <TermsEditor key={column} />
      </div>
    </EditingContext>
  );
}
