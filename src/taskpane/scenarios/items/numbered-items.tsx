import { Button } from '@fluentui/react-components';
import { EditRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { useLook } from '../../parts/look';
import { useEditing } from '../terms/editing';
import type { SectionGroup } from '../terms/term-groups';
import { itemNoun } from './item-names';
import { ItemSummary } from './item-summary';
import { ItemsFormView } from './items-form';

/** Tiers, years and unit steps: each depends on its neighbours, so all of them are changed together and saved at once. */
export function NumberedItems({ group }: { group: SectionGroup }) {
  const look = useLook();
  const { isLocked } = useEditing();
  const [isEditing, setEditing] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setEditing(false);
    // The button comes back with the same rendering that takes the form away.
    requestAnimationFrame(() => edit.current?.focus());
  };
  if (isEditing) return <ItemsFormView group={group} onClose={close} />;
  return (
    <>
      <ItemSummary group={group} />
      {!isLocked && (
        <div className={look.buttons}>
          <Button ref={edit} size="small" icon={<EditRegular />} onClick={() => setEditing(true)}>
            {`Edit ${itemNoun(group.section)}s`}
          </Button>
        </div>
      )}
    </>
  );
}
