import { ContactPointKiosk, DeskView, KioskConsultation } from '@remote-clerk/shared/contracts/views.ts';
import {
  AccountId,
  ConsultationId,
  ContactPointId,
  InstitutionId,
  KioskId,
  NodeBootId,
  NodeId,
  OrganisationId,
  PublicServiceId,
  RoomId,
  ServiceCaseId,
} from '@remote-clerk/shared/domain/ids.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { describe, expect, it } from 'vitest';
import type { Specialist } from '../specialists/specialists-repository.ts';
import type { BoardEntry } from './board-repository.ts';
import type { Board } from './boards.ts';
import { presentContactPointKiosk, presentDesk, presentKioskConsultation, standingOf } from './present-views.ts';

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const at = (time: string) => Instant.parse(`2027-03-01T${time}.000Z`);
const pension = PublicServiceId.parse(uuid(1));
const taxes = PublicServiceId.parse(uuid(2));
const ilze = AccountId.parse(uuid(11));
const juris = AccountId.parse(uuid(12));
const text = (value: string) => ({ lv: value, en: value, ru: value, uk: value });

let count = 100;
function entry({
  names,
  ...changes
}: Partial<Omit<BoardEntry, 'names'>> & { names?: Partial<BoardEntry['names']> } = {}): BoardEntry {
  count += 1;
  return {
    id: ConsultationId.parse(uuid(count)),
    organisationId: OrganisationId.parse(uuid(3)),
    hostOrganisationId: OrganisationId.parse(uuid(4)),
    institutionId: InstitutionId.parse(uuid(5)),
    serviceId: pension,
    contactPointId: ContactPointId.parse(uuid(6)),
    kioskId: KioskId.parse(uuid(7)),
    language: 'lv',
    state: 'waiting',
    version: 1,
    round: 1,
    offeredTo: null,
    specialistId: null,
    startedBy: null,
    staffPresence: 'left',
    endReason: null,
    room: { id: RoomId.parse(uuid(8)), nodeId: NodeId.parse('sfu-1'), bootId: NodeBootId.parse(uuid(9)) },
    askedAt: at('08:00:00'),
    offeredAt: null,
    offerExpiresAt: null,
    acceptedAt: null,
    liveAt: null,
    endedAt: null,
    wipedAt: null,
    kioskLostAt: null,
    specialistLostAt: null,
    nodeLostAt: null,
    heldAt: null,
    emergencyAt: null,
    handedOverBy: null,
    ticketId: null,
    countsFrom: at('08:00:00'),
    forSpecialistId: null,
    ...changes,
    names: {
      service: text('Pensija'),
      minutes: 10,
      institution: { code: 'VSAA', name: text('Aģentūra') },
      contactPoint: 'Kuldīga',
      case: {
        id: ServiceCaseId.parse(uuid(count + 1_000)),
        number: `VSAA-2027-${count}`,
        closedAt: null,
        rating: null,
      },
      ticket: null,
      handedOverBy: null,
      identity: 'none',
      specialist: null,
      ...names,
    },
  };
}
const specialist = (changes: Partial<Specialist> = {}): Specialist => ({
  id: ilze,
  organisationId: OrganisationId.parse(uuid(3)),
  institutionId: InstitutionId.parse(uuid(5)),
  name: 'Ilze',
  jobTitle: 'Speciāliste',
  languages: new Set(['lv']),
  spoken: ['lv'],
  skills: new Set([pension]),
  backupFor: new Set(),
  available: true,
  awayBecause: null,
  idleSince: at('07:00:00'),
  wrapUpUntil: null,
  connectionId: 'socket',
  ...changes,
});
const board = (changes: Partial<Board> = {}): Board => ({
  open: [],
  tickets: [],
  staff: [],
  times: new Map(),
  ...changes,
});
const offered = {
  state: 'offered',
  offeredTo: ilze,
  offeredAt: at('08:00:01'),
  offerExpiresAt: at('08:00:21'),
} as const;
const live = { state: 'live', specialistId: ilze, acceptedAt: at('08:01:00'), liveAt: at('08:01:05') } as const;

describe('a kiosk', () => {
  it('shows place and wait in the line, and neither in the call', () => {
    const first = entry();
    const second = entry({ askedAt: at('08:05:00'), countsFrom: at('08:05:00') });
    const both = board({ open: [first, second], staff: [specialist()] });
    expect(presentKioskConsultation(second, both, [])).toMatchObject({ place: 2, wait: { from: 0, to: 10 } });
    const inCall = entry({ ...live, names: { specialist: { name: 'Ilze', jobTitle: 'Speciāliste' } } });
    const shown = KioskConsultation.parse(presentKioskConsultation(inCall, { ...both, open: [inCall] }, []));
    expect(shown).toMatchObject({ place: null, wait: null, specialist: { name: 'Ilze' } });
  });

  it('promises no wait while nobody who serves it is at work', () => {
    for (const away of [{ available: false }, { connectionId: null }]) {
      const waiting = entry();
      const nobody = board({ open: [waiting], staff: [specialist(away)] });
      expect(presentKioskConsultation(waiting, nobody, [])).toMatchObject({ place: 1, wait: null });
    }
  });

  it('has no room to be in once the consultation is over, and knows whether it was rated', () => {
    const over = entry({ ...live, state: 'ended', endedAt: at('08:10:00'), endReason: 'citizen-ended' });
    over.names.case.rating = 5;
    expect(presentKioskConsultation(over, board(), [])).toMatchObject({ room: null, rated: true });
  });
});

describe('a desk', () => {
  const present = (one: Specialist, open: BoardEntry[], staff = [one], toClose: BoardEntry[] = []) =>
    DeskView.parse({
      revision: 1,
      asOf: at('09:00:00'),
      ...presentDesk(one, board({ open, staff }), {
        toClose,
        appointments: [],
        served: 3,
        people: [],
        invitations: [],
      }),
    });

  it('holds what the specialist can serve in the order of asking, and nothing else', () => {
    const mine = [entry(), entry({ askedAt: at('08:01:00') })];
    const others = [entry({ serviceId: taxes }), entry({ language: 'uk' }), entry({ ...live, specialistId: juris })];
    const desk = present(specialist(), [...mine, ...others]);
    expect(desk.waiting.map((one) => [one.consultationId, one.place])).toEqual(
      mine.map((one, index) => [one.id, index + 1]),
    );
    expect(desk.current).toBeNull();
  });

  it('rings with what is offered to the specialist, and says of others’ rings only that they ring elsewhere', () => {
    const own = entry(offered);
    const colleagues = entry({ ...offered, offeredTo: juris });
    const desk = present(specialist(), [own, colleagues]);
    expect(desk.ring).toMatchObject({ consultationId: own.id, expiresAt: at('08:00:21') });
    expect(desk.waiting.map((one) => one.ringsElsewhere)).toEqual([false, true]);
  });

  it('shows the call of the specialist with its case', () => {
    const own = entry(live);
    expect(present(specialist(), [own]).current).toMatchObject({
      id: own.id,
      caseId: own.names.case.id,
      state: 'live',
    });
  });

  it('says whose media is missed in the call, and of no call that is over', () => {
    const gone = { kioskLostAt: at('08:02:00'), nodeLostAt: at('08:02:00'), heldAt: at('08:01:30') };
    expect(present(specialist(), [entry({ ...live, ...gone })]).current).toMatchObject({
      away: { citizen: true, specialist: false, node: true },
      held: true,
    });
    const over = entry({ ...live, ...gone, state: 'ended', endedAt: at('08:10:00'), heldAt: null });
    expect(presentKioskConsultation(over, board(), [])).toMatchObject({
      away: { citizen: false, specialist: false, node: false },
      held: false,
    });
  });

  it('gives a reason for being away only to one who is away', () => {
    expect(present(specialist({ awayBecause: 'unanswered' }), []).awayBecause).toBeNull();
    expect(present(specialist({ available: false, awayBecause: 'unanswered' }), []).awayBecause).toBe('unanswered');
  });

  it('counts colleagues at work without oneself, and lists the cases to close', () => {
    const colleague = specialist({ id: juris });
    const absent = specialist({ id: AccountId.parse(uuid(13)), connectionId: null });
    const over = entry({ ...live, state: 'ended', endedAt: at('08:10:00') });
    const desk = present(specialist(), [], [specialist(), colleague, absent], [over]);
    expect(desk.today).toEqual({ served: 3, colleaguesAvailable: 1 });
    expect(desk.toClose).toMatchObject([{ caseId: over.names.case.id, endedAt: at('08:10:00'), state: 'ended' }]);
  });
});

describe('a kiosk at the clerk’s desk', () => {
  const kiosk = {
    id: KioskId.parse(uuid(7)),
    organisationId: OrganisationId.parse(uuid(4)),
    contactPoint: {
      id: ContactPointId.parse(uuid(6)),
      name: 'Kuldīga',
      address: 'Pilsētas laukums 4',
      timeZone: 'Europe/Riga',
    },
    documentCamera: true,
    name: 'Kiosks',
    publicKey: null,
    online: true,
    activity: 'rest',
    helpRequestedAt: null,
    startRequest: null,
    selfTest: null,
  } as const;
  const present = (one: BoardEntry | undefined) => ContactPointKiosk.parse(presentContactPointKiosk(kiosk, one, null));

  it('has no consultation while nobody is there, and is not enrolled without a key', () => {
    expect(present(undefined)).toMatchObject({ consultation: null, enrolled: false, startRequestPending: false });
  });

  it('tells who of the call can be heard', () => {
    const connected = (changes: Partial<BoardEntry>) => {
      const { consultation } = present(entry({ ...live, ...changes }));
      return [consultation?.kioskConnected, consultation?.specialistConnected];
    };
    expect(connected({})).toEqual([true, true]);
    expect(connected({ kioskLostAt: at('08:02:00') })).toEqual([false, true]);
    expect(connected({ specialistLostAt: at('08:02:00') })).toEqual([true, false]);
    expect(connected({ nodeLostAt: at('08:02:00') })).toEqual([false, false]);
    expect(connected({ state: 'accepted' })).toEqual([true, false]);
  });
});

it('only what is in the line stands in it', () => {
  const inCall = entry(live);
  expect(standingOf(inCall, board({ open: [inCall], staff: [specialist()] }))).toBeNull();
});
