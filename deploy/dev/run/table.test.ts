import { describe, expect, it } from 'vitest';
import { formatColumns, formatStartTable } from './table.ts';

describe('the table at the start', () => {
  it('lines its columns up', () => {
    expect(
      formatColumns([
        ['a', 'b'],
        ['longer', 'c'],
      ]),
    ).toEqual(['a       b', 'longer  c']);
  });

  it('holds the addresses, the demo sign-ins and the codes of the kiosks', () => {
    const table = formatStartTable('http://localhost:4000', 'http://localhost:4003/', {
      accounts: [{ username: 'anna', password: 'sunny-day', name: 'Anna', role: 'specialist', place: 'VSAA' }],
      identityProviders: [
        { name: 'Dienests', clientId: 'd', domain: 'dienests.example.lv', backChannelLogoutUri: 'http://localhost/x' },
      ],
      kiosks: [{ name: 'Kiosk 1', contactPoint: 'Kuldīga', enrolmentCode: 'ABCD-1234' }],
    });
    expect(table).toContain('http://localhost:4000/console/');
    expect(table).toMatch(/Mail that was sent +http:\/\/localhost:4003\//);
    expect(table).toContain('http://localhost:4000/kiosk/#enrol=ABCD-1234');
    expect(table).toContain('http://localhost:4000/booking/');
    expect(table).toMatch(/specialist +Anna +anna +sunny-day +VSAA/);
    expect(table).toMatch(/Dienests +anyone@dienests.example.lv/);
    expect(table).toMatch(/Kiosk 1 +Kuldīga +ABCD-1234/);
    expect(table).toContain('sign in as anna');
  });
});
