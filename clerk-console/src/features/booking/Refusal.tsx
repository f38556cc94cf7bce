import type { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { type Instant, Instant as InstantSchema } from '@remote-clerk/shared/domain/time.ts';
import { useFormat } from '@remote-clerk/shared/i18n/use-messages.ts';
import { Button } from '@remote-clerk/shared/ui/Button.tsx';
import { Notice } from '@remote-clerk/shared/ui/Notice.tsx';
import { isProblem, problemMessage } from '../../app/problems.ts';
import { useMessages } from '../../messages/use-messages.ts';

interface RefusalProps {
  readonly error: unknown;
  /** What could not be done. */
  readonly title: string;
  readonly isPending?: boolean;
  /** One of the times that are free instead. */
  readonly onChoose: (startsAt: Instant) => void;
}

/** Why a time could not be had, and the ones that can be had instead. */
export function Refusal({ error, title, isPending, onChoose }: RefusalProps) {
  const say = useMessages();
  const format = useFormat();
  if (isProblem(error, 'series-conflict')) {
    return (
      <Notice tone="warn" title={say('booking.series-conflict')} todo={say('booking.series-conflict.todo')}>
        <ul>
          {conflictsOf(error).map((startsAt) => (
            <li key={startsAt}>{format.dateTime(startsAt)}</li>
          ))}
        </ul>
      </Notice>
    );
  }
  if (!isProblem(error, 'slot-taken')) return <Notice tone="bad" title={title} todo={say(problemMessage(error))} />;
  return (
    <Notice
      tone="warn"
      title={say('booking.taken')}
      todo={say(error.alternatives.length > 0 ? 'booking.taken.choose' : 'booking.taken.look')}
      actions={error.alternatives.map((startsAt, index) => (
        <Button key={startsAt} autoFocus={index === 0} isDisabled={isPending} onPress={() => onChoose(startsAt)}>
          {format.dateTime(startsAt)}
        </Button>
      ))}
    />
  );
}

/** The weeks that are not free. */
const conflictsOf = ({ fields }: ProblemError): Instant[] =>
  fields.flatMap(({ detail }) => InstantSchema.safeParse(detail.match(/\S+Z/)?.[0]).data ?? []);
