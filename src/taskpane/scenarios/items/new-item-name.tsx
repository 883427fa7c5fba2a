import { Field, Input, Select } from '@fluentui/react-components';
import type { SectionName } from '../../../terms/catalogue/catalogue';
import type { ItemKind } from '../../../terms/catalogue/definition';
import { useEditing } from '../terms/editing';
import { itemHeading, itemNoun } from './item-names';

/** Sections that say more of a product of the section Usage. */
const OF_A_PRODUCT: ReadonlySet<SectionName> = new Set<SectionName>(['Growth index', 'Seasonality']);

interface Props {
  readonly section: SectionName;
  readonly kind: ItemKind;
  readonly text: string;
  readonly refusal: string | undefined;
  onText(text: string): void;
  readonly takesFocus?: boolean;
}

/** The name, number or day of a new item. */
export function NewItemName({ section, kind, text, refusal, onText, takesFocus = true }: Props) {
  const { table } = useEditing();
  return (
    <Field
      label={itemHeading(section)}
      required
      hint={kind === 'date' ? 'The first day on which it holds.' : ''}
      {...(refusal === undefined ? {} : { validationMessage: refusal, validationState: 'error' as const })}
    >
      {OF_A_PRODUCT.has(section) ? (
        <Select value={text} autoFocus={takesFocus} onChange={(_event, { value }) => onText(value)}>
          <option value="">Choose a product</option>
          {table.items('Usage').map((item) => (
            <option key={item} value={item}>
              {item}
            </option>
          ))}
        </Select>
      ) : (
        <Input
          value={text}
          autoFocus={takesFocus}
          autoComplete="off"
          placeholder={kind === 'name' ? `Name of the ${itemNoun(section)}` : ''}
          onChange={(_event, { value }) => onText(value)}
        />
      )}
    </Field>
  );
}
