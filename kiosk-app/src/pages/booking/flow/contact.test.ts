import { describe, expect, it } from 'vitest';
import { checkContact, refusedFields } from './contact.ts';

const typed = { name: ' Anna Bērziņa ', email: 'anna@example.lv', phone: '' };

describe('who the citizen is', () => {
  it('is taken as it was typed, without what is empty', () => {
    expect(checkContact(typed, 'kiosk')).toEqual({
      citizen: { name: 'Anna Bērziņa', email: 'anna@example.lv', phone: null },
    });
  });

  it('is asked for again field by field, all at once', () => {
    expect(checkContact({ name: ' ', email: 'anna', phone: '12' }, 'kiosk')).toEqual({
      faults: { name: 'details.nameWrong', email: 'details.emailWrong', phone: 'details.phoneWrong' },
    });
  });

  it('needs a number where somebody is going to call', () => {
    expect(checkContact(typed, 'telephone')).toEqual({ faults: { phone: 'details.phoneNeeded' } });
  });

  it('needs one way to be told of changes', () => {
    expect(checkContact({ ...typed, email: '' }, 'kiosk')).toEqual({ faults: { email: 'details.oneNeeded' } });
    expect(checkContact({ ...typed, email: '', phone: '+371 20000000' }, 'kiosk')).toHaveProperty('citizen');
  });

  it('is shown where the server refused it', () => {
    expect(refusedFields([{ pointer: '/body/citizen/email', detail: 'Invalid' }])).toEqual({
      email: 'details.emailWrong',
    });
    expect(refusedFields([{ pointer: '/body/code', detail: 'Invalid' }])).toEqual({});
  });
});
