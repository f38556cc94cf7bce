import { channels, type ScheduleException } from '@remote-clerk/shared/domain/scheduling/schedule.ts';
import { useMessages } from '../../../messages/use-messages.ts';
import { spanOfHours } from '../../calendar/day-columns.ts';
import { useCalendarWords } from '../../calendar/use-calendar-words.ts';

/** An exception in a line: "Atvaļinājums: 2026. gada 23.–27. novembris, visu dienu". */
export function useExceptionWords() {
  const say = useMessages();
  const words = useCalendarWords();
  return ({ kind, reason, firstDay, lastDay, hours, channels: some }: ScheduleException): string => {
    const name = kind === 'open' ? say('schedules.exceptions.kind.open') : say(`calendar.reason.${reason}`);
    const time = hours ? words.hours(spanOfHours(hours)) : say('calendar.whole-day');
    const through = some.length < channels.length ? some.map((channel) => say(`calendar.channel.${channel}`)) : [];
    return [`${name}: ${words.range(firstDay, lastDay)}`, time, ...through].join(', ');
  };
}
