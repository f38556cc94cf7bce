import type { ConnectionMessages } from './lv.ts';

export const en = {
  'calendar-connections.connected': 'Connected calendars',
  'calendar-connections.not-read': 'The list of calendars could not be read',
  'calendar-connections.none': 'No calendar is connected',
  'calendar-connections.none.help':
    'Connect a calendar that you use elsewhere, and the times taken in it will not be offered for booking.',
  'calendar-connections.state.good': 'Read',
  'calendar-connections.state.bad': 'Cannot be read',
  'calendar-connections.checked': '{count, plural, one {# busy time} other {# busy times}}, read {at}',
  'calendar-connections.known-since':
    'What was read {at} still counts: {count, plural, one {# busy time} other {# busy times}}',
  'calendar-connections.problem.unreachable':
    'The calendar’s server does not answer. Check the address, or try again later.',
  'calendar-connections.problem.refused':
    'The calendar’s server does not allow it to be read. Check the address, the user name and the password.',
  'calendar-connections.problem.not-a-calendar':
    'There is no calendar at this address that can be read. Copy the address from your calendar’s settings.',
  'calendar-connections.problem.too-large': 'The calendar is too large. Connect one with fewer entries.',
  'calendar-connections.problem.too-slow': 'The calendar’s server answers too slowly. Try again later.',
  'calendar-connections.problem.address-not-allowed':
    'Calendars may not be read from this address. Ask your institution’s administrator.',
  'calendar-connections.disconnect': 'Disconnect',
  'calendar-connections.disconnect.question':
    'Disconnect this calendar? The times taken in it will be offered for booking again.',
  'calendar-connections.disconnect.no': 'Keep',
  'calendar-connections.disconnect.failed': 'The calendar could not be disconnected',
  'calendar-connections.connect': 'Connect a calendar',
  'calendar-connections.connect.help': 'Only busy times are read. Titles and participants are not kept here.',
  'calendar-connections.kind': 'How the calendar can be read',
  'calendar-connections.kind.icalendar': 'By a link (iCalendar)',
  'calendar-connections.kind.caldav': 'With a user name and password (CalDAV)',
  'calendar-connections.address': 'Address of the calendar',
  'calendar-connections.address.icalendar': 'The secret link in the calendar’s settings; usually it ends with .ics',
  'calendar-connections.address.caldav': 'The address of one calendar, not of the whole server',
  'calendar-connections.address.wrong': 'Enter an address that begins with https://',
  'calendar-connections.username': 'User name',
  'calendar-connections.username.missing': 'Enter the user name',
  'calendar-connections.password': 'Password',
  'calendar-connections.password.help': 'If your calendar allows it, make a separate password for this purpose only.',
  'calendar-connections.connect.submit': 'Connect',
  'calendar-connections.connect.reading': 'Reading the calendar…',
  'calendar-connections.connect.failed': 'The calendar could not be connected',
  'calendar-connections.connect.done': 'The calendar is connected',
  'calendar-connections.feed': 'Your appointments in another calendar',
  'calendar-connections.feed.help':
    'Subscribe to this address in the calendar that you use elsewhere, and you will see your appointments there, without the citizens’ names.',
  'calendar-connections.feed.create': 'Make an address',
  'calendar-connections.feed.again': 'Make a new address',
  'calendar-connections.feed.failed': 'The address could not be made',
  'calendar-connections.feed.address': 'Private address',
  'calendar-connections.feed.once':
    'It is shown only now. Show it to nobody. The earlier address does not work any more.',
  'calendar-connections.feed.copy': 'Copy',
  'calendar-connections.feed.copied': 'Copied',
} satisfies ConnectionMessages;
