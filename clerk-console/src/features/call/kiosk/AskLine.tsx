import { StatusBadge, type Tone } from '@remote-clerk/shared/ui/StatusBadge.tsx';
import { Hourglass } from 'lucide-react';
import { useMessages } from '../../../messages/use-messages.ts';
import type { Asked } from '../in-passing.ts';

interface AskLineProps {
  /** Whether the citizen was asked for leave, or the kiosk for its document camera. */
  readonly about: 'control' | 'document';
  readonly asked: Asked<unknown> | null;
}

const tones = {
  waiting: 'info',
  allowed: 'good',
  refused: 'warn',
  unanswered: 'warn',
  unsent: 'bad',
} as const satisfies Record<Asked<unknown>['state'], Tone>;

/** What became of what was asked of the kiosk; keeps its place on the page, so that it is read aloud. */
export function AskLine({ about, asked }: AskLineProps) {
  const say = useMessages();
  return (
    <div role="status">
      {asked && (
        <StatusBadge tone={tones[asked.state]} icon={asked.state === 'waiting' ? Hourglass : undefined}>
          {say(`call.${about}.${asked.state}`)}
        </StatusBadge>
      )}
    </div>
  );
}
