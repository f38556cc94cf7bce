import { type CallState, initialCallState, type RemoteParty } from '@remote-clerk/shared/call/call-state.ts';
import { ChatMessage } from '@remote-clerk/shared/contracts/chat.ts';
import { consultationRoutes } from '@remote-clerk/shared/contracts/http/consultations.ts';
import { GuestView } from '@remote-clerk/shared/contracts/views.ts';
import type { z } from 'zod';

/** A made-up UUID that is the same every time. */
export const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
const at = '2026-11-20T12:30:00.000Z';

type ViewChange = {
  readonly invitation?: Partial<z.input<typeof GuestView>['invitation']>;
  readonly consultation?: Partial<z.input<typeof GuestView>['consultation']>;
};

/** An interpreter in a live consultation about a pension. */
export const aView = ({ invitation, consultation }: ViewChange = {}): GuestView => {
  const own = {
    id: uuid(1),
    role: 'interpreter' as const,
    name: 'Oksana Melnyk',
    language: 'uk' as const,
    accountId: null,
    state: 'invited' as const,
    invitedAt: at,
    expiresAt: '2026-11-20T13:30:00.000Z',
    ...invitation,
  };
  return GuestView.parse({
    revision: 1,
    asOf: at,
    invitation: own,
    consultation: {
      id: uuid(600),
      state: 'live',
      service: {
        id: uuid(101),
        name: {
          lv: 'Vecuma pensijas pieprasīšana',
          en: 'Applying for an old-age pension',
          ru: 'Оформление пенсии по старости',
          uk: 'Оформлення пенсії за віком',
        },
      },
      institution: {
        id: uuid(201),
        code: 'VSAA',
        name: {
          lv: 'Valsts sociālās apdrošināšanas aģentūra',
          en: 'State Social Insurance Agency',
          ru: 'Государственное агентство социального страхования',
          uk: 'Державне агентство соціального страхування',
        },
      },
      contactPoint: { id: uuid(301), name: 'Kuldīgas KAC' },
      language: 'lv',
      specialistName: 'Anna Bērziņa',
      room: { id: uuid(900) },
      people: [own],
      held: false,
      away: { citizen: false, specialist: false, node: false },
      ...consultation,
    },
  });
};

export const aTicket = (room = 900) =>
  consultationRoutes.createCallTicket.reply.parse({
    ticket: 'ticket',
    nodeUrl: 'http://localhost:4001',
    roomId: uuid(room),
    standing: 'participant',
    iceServers: [],
  });

export const aLine = (sequence: number, change: Partial<z.input<typeof ChatMessage>> = {}): ChatMessage =>
  ChatMessage.parse({
    id: uuid(700 + sequence),
    sequence,
    at,
    from: 'specialist',
    name: 'Anna Bērziņa',
    text: `${sequence}. rinda`,
    ...change,
  });

export const aParty = (
  role: RemoteParty['role'],
  stream: MediaStream,
  change: Partial<RemoteParty> = {},
): RemoteParty => ({
  id: `${role} 1`,
  stream,
  screen: null,
  document: null,
  name: { citizen: 'Kuldīgas KAC', specialist: 'Anna Bērziņa', interpreter: '', colleague: 'Pēteris Ozols', clerk: '' }[
    role
  ],
  role,
  microphoneMuted: false,
  cameraMuted: false,
  connected: true,
  ...change,
});

export const inCall = (change: Partial<CallState> = {}): CallState => ({
  ...initialCallState,
  phase: 'in-call',
  quality: 'excellent',
  ...change,
});
