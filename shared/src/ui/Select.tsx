import { Check, ChevronDown } from 'lucide-react';
import {
  Select as AriaSelect,
  Button,
  ListBox,
  ListBoxItem,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components/Select';
import { useCommonMessages } from '../i18n/use-messages.ts';
import { classNames } from './class-names.ts';
import fieldStyles from './Field.module.css';
import { FieldFrame, type FieldProps } from './Field.tsx';
import styles from './Select.module.css';

interface SelectProps<Id extends string> extends FieldProps {
  readonly items: readonly { readonly id: Id; readonly label: string; readonly description?: string }[];
  readonly value: Id | null;
  readonly onChange: (id: Id) => void;
  readonly placeholder?: string;
  readonly isDisabled?: boolean;
}

/** One of a list, such as a camera or an outcome. */
export function Select<Id extends string>(props: SelectProps<Id>) {
  const { items, value, onChange, placeholder, isDisabled, ...frame } = props;
  const say = useCommonMessages();
  return (
    <AriaSelect
      className={classNames(fieldStyles.field)}
      isDisabled={isDisabled}
      isInvalid={frame.error !== undefined}
      placeholder={placeholder ?? say('select.placeholder')}
      value={value}
      onChange={(key) => {
        const chosen = items.find(({ id }) => id === key);
        if (chosen) onChange(chosen.id);
      }}
    >
      <FieldFrame {...frame}>
        <Button className={classNames(fieldStyles.box, styles.button)}>
          <SelectValue className={classNames(styles.value)}>
            {({ selectedText, defaultChildren }) => selectedText || defaultChildren}
          </SelectValue>
          <ChevronDown aria-hidden="true" />
        </Button>
      </FieldFrame>
      <Popover offset={4}>
        <ListBox className={classNames(styles.list)}>
          {items.map(({ id, label, description }) => (
            <ListBoxItem key={id} id={id} textValue={label} className={classNames(styles.option)}>
              {({ isSelected }) => (
                <>
                  <Text slot="label">{label}</Text>
                  {isSelected && <Check aria-hidden="true" />}
                  {description && <Text slot="description">{description}</Text>}
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
