import { act, cleanup, configure, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { lv } from '../../messages/lv.ts';
import { renderKiosk } from '../testing/render-kiosk.tsx';
import { daysOn } from '../testing/sample-ids.ts';
import { ticketOf } from '../testing/samples.ts';

// Far more than it takes, so that a busy machine fails none.
configure({ asyncUtilTimeout: 10_000 });

beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const heading = (name: string | RegExp) => screen.findByRole('heading', { level: 1, name });
const answers = async () => {
  const list = await within(screen.getByRole('main')).findByRole('list');
  return within(list)
    .getAllByRole('button')
    .map(({ textContent }) => textContent);
};
const press = (name: string | RegExp) =>
  userEvent.click(within(screen.getByRole('main')).getByRole('button', { name }));

describe('at rest', () => {
  it('today’s hours are told, as the clock on the wall has them', async () => {
    await renderKiosk('rest');
    expect(screen.getByText('09.00–17.00')).toBeTruthy();
    expect(screen.getByText('Сьогодні')).toBeTruthy();
  });

  it('a day without any is told, too', async () => {
    await renderKiosk('rest-closed');
    expect(screen.getByText(lv['rest.closed'])).toBeTruthy();
  });
});

describe('how to wait', () => {
  it('is asked with the wait as a range and three answers', async () => {
    await renderKiosk('ways-long');
    await heading(lv['ways.long']);
    expect(await screen.findByText(/10–20/)).toBeTruthy();
    expect(await answers()).toEqual([
      lv['ways.wait'] + lv['ways.waitHint'],
      lv['ways.ticket'] + lv['ways.ticketHint'],
      lv['ways.book'] + lv['ways.bookHint'],
    ]);
  });

  it('is not asked of people before a closed door: when it opens, and a booking', async () => {
    await renderKiosk('ways-closed');
    await heading(lv['ways.closed']);
    expect(screen.getByText('Atvērs rīt plkst. 09.00')).toBeTruthy();
    expect(await answers()).toEqual([lv['ways.book'] + lv['ways.bookHint']]);
  });

  it('says that nobody knows, where nobody knows', async () => {
    await renderKiosk('ways-nobody');
    await heading(lv['ways.nobody']);
    expect(screen.getByText(lv['ways.nobodyWords'])).toBeTruthy();
  });

  it('leaves help where there is nothing else', async () => {
    const { server } = await renderKiosk('ways-closed-for-good');
    await screen.findByText(lv['ways.none']);
    await press(lv['staff.call']);
    expect(server.view.helpRequestedAt).not.toBeNull();
  });
});

describe('a number', () => {
  it('shows with its place, a range, and what will happen', async () => {
    await renderKiosk('ticket');
    await heading(lv['ticket.question']);
    expect(screen.getByText('V012')).toBeTruthy();
    expect(screen.getByText(/Jūsu vieta rindā: 3/)).toBeTruthy();
    expect(screen.getByText(/5–15/)).toBeTruthy();
    expect(screen.getByText(lv['ticket.sit'])).toBeTruthy();
  });

  it('that is called sounds, is read aloud, and does not say what it is about', async () => {
    const { played } = await renderKiosk('called');
    await heading(/V012/);
    expect(played).toEqual(['attention']);
    expect(screen.getByRole('alert').textContent).toBe('Numurs V012, lūdzu, nāciet pie šī ekrāna!');
    expect(screen.queryByText('Vecuma pensija')).toBeNull();
  });

  it('is asked for in the language of its owner', async () => {
    const { server } = await renderKiosk('rest');
    act(() => server.push({ calledTicket: ticketOf({ language: 'uk' }) }));
    await heading(/підійдіть сюди/);
  });

  it('of who was passed on stands on the goodbye, with the institution', async () => {
    await renderKiosk('goodbye-passed-on');
    await heading('Jūs gaida VSAA, numurs V013');
    expect(screen.getByText(lv['goodbye.nextWords'])).toBeTruthy();
  });
});

describe('checking in', () => {
  it.each([
    ['arrived-ready', lv['arrived.on-time'], lv['arrived.ready']],
    ['arrived-on-time', lv['arrived.on-time'], lv['arrived.on-timeWords']],
    ['arrived-early', lv['arrived.early'], lv['arrived.earlyWords'].replace('{time}', '14.30')],
    ['arrived-late', lv['arrived.late'], lv['arrived.lateWords'].replace('{time}', '14.30')],
  ] as const)('says at %s what follows', async (scene, title, words) => {
    await renderKiosk(scene);
    await heading(title);
    expect(screen.getByText(words)).toBeTruthy();
  });

  it('shows the number unless it may begin at once', async () => {
    await renderKiosk('arrived-early');
    expect(await screen.findByText('V012')).toBeTruthy();
    cleanup();
    await renderKiosk('arrived-ready');
    expect(screen.queryByText('V012')).toBeNull();
  });

  it.each(['not-found', 'not-the-day', 'illegal-transition', 'too-many-requests', 'unavailable'] as const)(
    'says calmly what %s means, and leaves other ways',
    async (problem) => {
      const { kiosk, server } = await renderKiosk('check-in');
      server.fails = problem;
      await act(() => kiosk.queue.checkIn('K7M2QX9DA'));
      const reason = problem === 'unavailable' ? 'failed' : problem;
      expect(screen.getByText(lv[`checkIn.${reason}`])).toBeTruthy();
      server.fails = null;
      await press(lv['checkIn.talk']);
      await heading(lv['service.question']);
    },
  );
});

describe('booking', () => {
  it('shows days with how much is free, and asks the server for this place and service', async () => {
    const { server } = await renderKiosk('book-day');
    expect((await screen.findAllByText(/10 brīvu laiku, sākot no 09.00/)).length).toBeGreaterThan(0);
    expect(server.slotsAsked[0]).toMatchObject({
      contactPointId: server.view.contactPoint.id,
      serviceId: server.services[0]?.id,
      language: 'lv',
    });
  });

  it('says when there are none', async () => {
    await renderKiosk('book-day-none');
    expect(await screen.findByText(lv['day.none'])).toBeTruthy();
  });

  it('parts a day at noon', async () => {
    await renderKiosk('book-time');
    await screen.findByRole('heading', { name: lv['time.morning'] });
    expect(screen.getByRole('heading', { name: lv['time.afternoon'] })).toBeTruthy();
  });

  it('offers what is near when somebody was quicker, one touch away', async () => {
    const { kiosk } = await renderKiosk('book-time-taken');
    await screen.findByText(lv['time.taken']);
    await press(/plkst. 15.00$/);
    await heading(lv['name.question']);
    expect(kiosk.getSnapshot().booking.hold?.startsAt).toBe(daysOn(1, 15));
  });

  it('says until when the time is kept', async () => {
    await renderKiosk('book-name');
    expect(await screen.findByText(/^Šo laiku paturam Jums līdz plkst\. \d\d\.\d\d\.$/)).toBeTruthy();
  });

  it('keeps what was typed when the time is gone', async () => {
    await renderKiosk('book-time-expired');
    await screen.findByText(lv['time.expired']);
    expect(screen.getByText(lv['time.again'])).toBeTruthy();
  });

  it('sends neither a wrong address nor a wrong number', async () => {
    const { kiosk, server } = await renderKiosk('book-contact');
    act(() => kiosk.dispatch({ kind: 'contact.typed', contact: { email: 'anna@', phone: '12' } }));
    await press(lv['contact.submit']);
    expect(screen.getByText(lv['contact.emailWrong'])).toBeTruthy();
    expect(screen.getByText(lv['contact.phoneWrong'])).toBeTruthy();
    expect(server.confirmed).toEqual([]);
  });

  it('ends with day, place, what to bring, the code and where the confirmation goes', async () => {
    await renderKiosk('booked');
    await heading(lv['booked.title']);
    for (const words of [/plkst\. 14\.30/, 'Baznīcas iela 1, Kuldīga', 'Pase vai personas apliecība', 'K7M-2QX-9DA']) {
      expect(screen.getByText(words)).toBeTruthy();
    }
    expect(screen.getByText(/zanete\.kirse@piemers\.lv/)).toBeTruthy();
    expect(screen.getByRole('img', { name: lv['booked.qr'] })).toBeTruthy();
  });
});

describe('in the line', () => {
  it('a booking and a number are offered, and the place is kept until they are had', async () => {
    const { server } = await renderKiosk('waiting');
    expect(screen.getByText(lv['waiting.instead'])).toBeTruthy();
    await screen.findByRole('button', { name: lv['ways.book'] });
    await press(lv['ways.book']);
    await heading(lv['day.question']);
    expect(server.wipes).toBe(0);
    await press(lv.back);
    await heading(lv['waiting.question']);
  });
});

it('what a citizen leaves with closes by itself', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const { kiosk } = await renderKiosk('booked');
  await act(() => vi.advanceTimersByTimeAsync(61_000));
  expect(kiosk.getSnapshot()).toMatchObject({ step: 'rest', result: null, booking: { contact: { name: '' } } });
});
