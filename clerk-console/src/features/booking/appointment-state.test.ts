import { instantFrom } from '@remote-clerk/shared/domain/time.ts';
import { describe, expect, it } from 'vitest';
import { anAppointment } from '../../testing/booking-builders.ts';
import { listed, shownState } from './appointment-state.ts';

const startsAt = '2026-11-20T12:00:00.000Z';
const minutesAfter = (minutes: number) => instantFrom(Date.parse(startsAt) + minutes * 60_000);

describe('the state that is shown', () => {
  it('says late of a booked one only after ten minutes', () => {
    expect(shownState(anAppointment({ startsAt }), minutesAfter(10))).toBe('booked');
    expect(shownState(anAppointment({ startsAt }), minutesAfter(11))).toBe('late');
  });

  it('says of one who came that they are there, however late', () => {
    expect(shownState(anAppointment({ startsAt, state: 'arrived' }), minutesAfter(25))).toBe('arrived');
  });
});

describe('the list', () => {
  const name = (lv: string) => ({ name: lv, email: null, phone: null });
  const later = anAppointment({ citizen: name('Jānis Liepa') });
  const sooner = anAppointment({ startsAt, citizen: name('Anna Ozola') });
  const pending = anAppointment({ state: 'pending', citizen: null });
  const find = (search: string) => listed([later, pending, sooner], search, ({ service }) => service.name.lv);

  it('is in the order of the times, without what is only kept', () => {
    expect(find('')).toEqual([sooner, later]);
  });

  it('is found by any words, without marks, and by the code as it is shown', () => {
    expect(find('janis pensijas')).toEqual([later]);
    expect(find('K7M-2QX-9DA')).toEqual([sooner, later]);
    expect(find('janis nodokli')).toEqual([]);
  });
});
