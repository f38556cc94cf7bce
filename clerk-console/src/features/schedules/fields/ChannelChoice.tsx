import { type Channel, channels } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import styles from './ChannelChoice.module.css';
import { Checkbox } from './Checkbox.tsx';

interface ChannelChoiceProps {
  readonly label: string;
  readonly value: readonly Channel[];
  readonly onChange: (value: Channel[]) => void;
  readonly error?: string;
}

/** Through which of the ways of meeting; the contract's order, whatever the order of choosing. */
export function ChannelChoice({ label, value, onChange, error }: ChannelChoiceProps) {
  const say = useMessages();
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.legend}>{label}</legend>
      {channels.map((channel) => (
        <Checkbox
          key={channel}
          isChecked={value.includes(channel)}
          onChange={(isChosen) =>
            onChange(channels.filter((each) => (each === channel ? isChosen : value.includes(each))))
          }
        >
          {say(`calendar.channel.${channel}`)}
        </Checkbox>
      ))}
      {error && (
        <p role="alert" className={styles.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
