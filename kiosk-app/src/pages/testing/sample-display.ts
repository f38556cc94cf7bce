import { DisplayView } from '@remote-clerk/shared/contracts/queue.ts';
import { idOf } from '../../renderer/testing/sample-ids.ts';

/** @param more what differs from a busy morning at half past ten in Kuldīga */
export function displayOf(more: Partial<Record<keyof DisplayView, unknown>> = {}): DisplayView {
  const call = (number: string, kiosk: number, minute: number, language = 'lv') => ({
    number,
    kiosk: `Kiosks ${kiosk}`,
    calledAt: `2026-11-23T08:${minute}:00.000Z`,
    calls: 1,
    language,
  });
  return DisplayView.parse({
    asOf: '2026-11-23T08:30:00.000Z',
    contactPoint: {
      id: idOf(81),
      name: 'Kuldīgas valsts un pašvaldības klientu apkalpošanas centrs',
      timeZone: 'Europe/Riga',
    },
    called: [
      call('V012', 1, 30),
      call('N004', 2, 27, 'ru'),
      call('V011', 1, 22),
      call('P009', 2, 18, 'uk'),
      call('V010', 1, 11),
    ],
    next: [
      { number: 'V013', wait: { from: 0, to: 5 } },
      { number: 'N005', wait: { from: 5, to: 15 } },
      { number: 'P010', wait: { from: 10, to: 20 } },
      { number: 'V014', wait: { from: 25, to: 40 } },
      { number: 'V015', wait: null },
      { number: 'V016', wait: null },
    ],
    waiting: 9,
    ...more,
  });
}
