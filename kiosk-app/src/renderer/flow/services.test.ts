import { OfferedService } from '@remote-clerk/shared/contracts/views.ts';
import { epochMilliseconds, Instant } from '@remote-clerk/shared/domain/time.ts';
import { describe, expect, it } from 'vitest';
import { services } from '../testing/sample-services.ts';
import { groupServices, searchServices, situationOf, soonest, talkLanguage, waysFor } from './services.ts';

const names = (found: typeof services) => found.map(({ name }) => name.lv);

describe('searchServices', () => {
  it('overlooks case and diacritics, and finds words in any language', () => {
    expect(names(searchServices(services, 'gimenes PABALSTS'))).toEqual(['Ģimenes valsts pabalsts']);
    expect(names(searchServices(services, 'паспорт'))).toEqual(['Pase un personas apliecība']);
    expect(names(searchServices(services, 'vid saimniec'))).toEqual(['Saimnieciskās darbības reģistrēšana']);
  });

  it('finds everything when nothing is asked', () => {
    expect(searchServices(services, '  ')).toHaveLength(services.length);
  });
});

describe('groupServices', () => {
  it('groups by institution in the reader’s alphabet, those at work first', () => {
    const groups = groupServices(services, 'lv');
    expect(groups.map(({ institution }) => institution.code)).toEqual(['PMLP', 'VID', 'VSAA']);
    expect(groups.at(-1)?.services.at(-1)?.name.lv).toBe('Slimības pabalsts');
  });

  it('puts an institution where nobody is at work behind the others', () => {
    const asleep = services.map((one) => (one.institution.code === 'PMLP' ? { ...one, staffed: false } : one));
    expect(groupServices(asleep, 'lv').map(({ institution }) => institution.code)).toEqual(['VID', 'VSAA', 'PMLP']);
  });
});

describe('soonest', () => {
  it('puts those at work before others and then those with the shorter wait', () => {
    const first = soonest(services, 6);
    expect(first).toHaveLength(6);
    expect(first.every(({ staffed }) => staffed)).toBe(true);
    expect(first[0]?.wait?.to).toBe(5);
  });
});

describe('talkLanguage', () => {
  it('is the screen’s where somebody speaks it, else the first that somebody does', () => {
    expect(talkLanguage({ languages: ['lv', 'ru'] }, 'ru')).toBe('ru');
    expect(talkLanguage({ languages: ['lv', 'ru'] }, 'uk')).toBe('lv');
  });
});

describe('waysFor', () => {
  const now = epochMilliseconds(Instant.parse('2027-03-26T20:00:00.000Z'));
  const ways = (more: object) => {
    const service = OfferedService.parse({ ...services[0], ...more });
    return [situationOf(service), ...waysFor(service, now, 'Europe/Riga')];
  };

  it('lets people wait, sit down or come another time when it takes longer than a quarter of an hour', () => {
    expect(ways({ wait: { from: 10, to: 16 } })).toEqual(['long', 'wait', 'ticket', 'book']);
    expect(ways({ wait: { from: 10, to: 15 } })[0]).toBe('short');
  });

  it('offers a booking first when nobody knows who will come', () => {
    expect(ways({ staffed: false, wait: null })).toEqual(['nobody', 'book', 'ticket', 'wait']);
  });

  it('keeps nobody in the room until tomorrow', () => {
    const closed = { staffed: false, wait: null };
    expect(ways({ ...closed, opensAt: '2027-03-26T21:30:00.000Z' })).toEqual(['closed', 'ticket', 'book']);
    expect(ways({ ...closed, opensAt: '2027-03-26T22:30:00.000Z' })).toEqual(['closed', 'book']);
  });

  it('offers no booking where there is none', () => {
    expect(ways({ bookable: false, staffed: false, wait: null, opensAt: '2027-03-27T07:00:00.000Z' })).toEqual([
      'closed',
    ]);
  });
});
