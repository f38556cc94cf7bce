import { TimeZone } from '@remote-clerk/shared/domain/scheduling/calendar-date.ts';

/** Times that say neither a zone nor UTC; lists of them in `EXDATE`. */
const floating = /^(DTSTART|DTEND|RECURRENCE-ID|EXDATE)((?:;VALUE=DATE-TIME)?):(\d{8}T\d{6}(?:,\d{8}T\d{6})*)$/gim;

/**
 * The calendar with a zone at each time that has none, so that what recurs keeps its hour when the clocks change: the zone
 * that the calendar names, else its only one, else the specialist's.
 * @param text iCalendar
 */
export function withZones(text: string, timeZone: string): string {
  // Lines that were folded are put together again, RFC 5545 3.1.
  const lines = text.replaceAll(/\r\n?/g, '\n').replaceAll(/\n[ \t]/g, '');
  const zone = zoneOf(lines) ?? timeZone;
  return lines.replaceAll(floating, (_line, name: string, parameters: string, times: string) => {
    return `${name};TZID=${zone}${parameters}:${times}`;
  });
}

function zoneOf(lines: string): string | undefined {
  const named = /^X-WR-TIMEZONE(?:;[^:\n]*)?:(.+)$/im.exec(lines)?.[1];
  const defined = [...lines.matchAll(/^BEGIN:VTIMEZONE\n(?:(?!END:VTIMEZONE).*\n)*?TZID(?:;[^:\n]*)?:(.+)$/gim)];
  const zone = (named ?? (defined.length === 1 ? defined[0]?.[1] : undefined))?.trim();
  return TimeZone.safeParse(zone).data;
}
