import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import {
  CircleCheck,
  DoorOpen,
  Headset,
  Link2Off,
  LoaderCircle,
  type LucideIcon,
  RotateCcw,
  WifiOff,
} from 'lucide-react';
import type { ReactNode } from 'react';
import type { GuestState } from '../flow/guest.ts';
import { useGuest } from '../guest-context.tsx';
import { useMessages } from '../messages/use-messages.ts';
import styles from './NotIn.module.css';

/** One calm sentence while there is nothing to be in, and the way on where there is one. */
export function NotIn({ state }: { readonly state: GuestState }) {
  const say = useMessages();
  const guest = useGuest();
  const open = () => void guest.open();
  switch (state.stage) {
    case 'no-code':
      return <Words icon={Link2Off} title={say('no-code.title')} todo={say('no-code.todo')} />;
    case 'not-valid':
      return <Words icon={Link2Off} title={say('not-valid.title')} todo={say('not-valid.todo')} />;
    case 'unreachable':
      return (
        <Words icon={WifiOff} title={say('unreachable.title')} todo={say('unreachable.todo')}>
          <Button variant="primary" icon={RotateCcw} onPress={open}>
            {say('unreachable.again')}
          </Button>
        </Words>
      );
    case 'left':
      return (
        <Words icon={DoorOpen} title={say('left.title')} todo={say('left.todo')}>
          <Button variant="primary" icon={DoorOpen} onPress={open}>
            {say('left.again')}
          </Button>
        </Words>
      );
    case 'over': {
      const over = state.over ?? 'ended';
      return (
        <Words
          icon={over === 'handed-over' ? Headset : CircleCheck}
          title={say(`over.${over}.title`)}
          todo={say(`over.${over}.todo`)}
        >
          {over === 'elsewhere' && <Button onPress={open}>{say('over.elsewhere.here')}</Button>}
        </Words>
      );
    }
    default:
      return <Words icon={LoaderCircle} title={say('opening.words')} />;
  }
}

interface WordsProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly todo?: string;
  readonly children?: ReactNode;
}

function Words({ icon: Icon, title, todo, children }: WordsProps) {
  return (
    <section className={styles.words} role="status">
      <Icon aria-hidden="true" />
      <h1>{title}</h1>
      {todo && <p>{todo}</p>}
      {children}
    </section>
  );
}
