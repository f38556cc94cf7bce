import { davRequest } from 'tsdav';
import { z } from 'zod';
import { busyTimes } from './busy-times.ts';
import { type ParsingAnswer, ParsingTask } from './parsing.ts';
import { UnreadableCalendar } from './unreadable.ts';

// A process of its own that reads one calendar and ends: see `parsing.ts`.
process.once('message', async (message) => {
  const answer = await read(message);
  process.send?.(answer, () => process.disconnect());
});

async function read(message: unknown): Promise<ParsingAnswer> {
  try {
    const { kind, body, ...reading } = ParsingTask.parse(message);
    const texts = kind === 'icalendar' ? [body] : await calendarData(body);
    return { busy: busyTimes(texts, reading) };
  } catch (error) {
    return { problem: error instanceof UnreadableCalendar ? error.problem : 'not-a-calendar' };
  }
}

const CalendarData = z.union([z.string(), z.object({ _cdata: z.string() }).transform(({ _cdata }) => _cdata)]);
const Found = z.object({ props: z.object({ calendarData: CalendarData }) });

/** @param xml the answer to a CalDAV report @returns the iCalendar texts in it */
async function calendarData(xml: string): Promise<string[]> {
  const answered = async () =>
    new Response(xml, { status: 207, headers: { 'content-type': 'application/xml; charset=utf-8' } });
  const responses = await davRequest({
    url: 'answered:',
    init: { method: 'REPORT', headers: {}, body: undefined },
    fetch: answered,
  });
  return z
    .array(z.unknown())
    .parse(responses)
    .flatMap((response) => Found.safeParse(response).data?.props.calendarData ?? []);
}
