import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useRef } from 'react';
import { capital } from '../../../base/words';
import { announce } from '../../../commands/announcement';
import { useLook } from '../../parts/look';
import { useEditing } from '../terms/editing';
import { TermFormView } from '../terms/term-form';
import type { ItemGroup, SectionGroup } from '../terms/term-groups';
import { ItemFields } from './item-fields';
import { itemHeading, itemNoun, itemShown } from './item-names';
import type { NewRow } from './items-draft';
import { NewItemName } from './new-item-name';
import { type ItemsForm, useItemsForm } from './use-items-form';

const useStyles = makeStyles({
  items: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

interface Props {
  readonly group: SectionGroup;
  onClose(): void;
}

/** All items of a section with their terms, to be changed together and saved at once. */
export function ItemsFormView({ group, onClose }: Props) {
  const look = useLook();
  const styles = useStyles();
  const { culture } = useEditing();
  const form = useItemsForm(group, onClose);
  const noun = itemNoun(group.section);
  const shown = ({ kind, item }: ItemGroup) => itemShown(kind, item, culture);
  const add = useRef<HTMLButtonElement>(null);
  /** The button that was pressed goes, and the focus would go with it. */
  const andMoveOn = (step: () => void): void => {
    step();
    add.current?.focus();
  };
  return (
    <TermFormView
      label={`Edit ${group.section}: ${noun}s`}
      entries={[]}
      form={form.terms}
      onCancel={onClose}
      onSave={form.save}
      before={
        <div className={styles.items}>
          {form.kept.map((item, place) => (
            <ItemFields
              key={item.item}
              legend={`${itemHeading(group.section)} ${shown(item)}`}
              entries={item.entries}
              form={form.terms}
              takesFocus={place === 0}
              removal={{ text: 'Remove', label: `Remove ${noun} ${shown(item)}` }}
              onRemove={() =>
                andMoveOn(() => {
                  form.remove(item);
                  announce({
                    sentence: `${capital(noun)} ${shown(item)} goes when you save.`,
                    failed: false,
                  });
                })
              }
            />
          ))}
          {form.added.map((row) => (
            <NewItem
              key={row.id}
              group={group}
              form={form}
              row={row}
              onDiscard={() => andMoveOn(() => form.discard(row))}
            />
          ))}
          <div className={look.buttons}>
            <Button ref={add} size="small" icon={<AddRegular />} onClick={form.add}>
              {`Add a ${noun}`}
            </Button>
            {form.leftOut.map((item) => (
              <Button key={item.item} size="small" onClick={() => andMoveOn(() => form.restore(item))}>
                {`Bring back ${noun} ${shown(item)}`}
              </Button>
            ))}
          </div>
        </div>
      }
    />
  );
}

interface NewItemProps {
  readonly group: SectionGroup;
  readonly form: ItemsForm;
  readonly row: NewRow;
  onDiscard(): void;
}

function NewItem({ group, form, row, onDiscard }: NewItemProps) {
  const noun = itemNoun(group.section);
  return (
    <ItemFields
      legend={`New ${noun}`}
      entries={form.entriesOf(row)}
      form={form.terms}
      above={
        <NewItemName
          section={group.section}
          kind={group.itemKind ?? 'name'}
          text={row.item}
          refusal={row.refusal}
          onText={(item) => form.name(row, item)}
        />
      }
      removal={{ text: `Discard this ${noun}` }}
      onRemove={onDiscard}
    />
  );
}
