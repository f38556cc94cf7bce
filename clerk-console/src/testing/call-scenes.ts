import type { CallState, RemoteParty } from '@remote-clerk/shared/call/call-state.ts';
import { routes } from '@remote-clerk/shared/contracts/http/index.ts';
import { type CallSignal, IncomingSignal } from '@remote-clerk/shared/contracts/live/call-signals.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import { aCase, aCurrent, aDesk, ago, anAccount, aWaitingEntry, contactPoint, services, uuid } from './builders.ts';
import { aLine, anInvitation, aParty, onDuty } from './call-builders.ts';
import { desk } from './desk-scene.ts';
import type { Fakes, Scene } from './scene.ts';
import { arrangeTransfer } from './scheduling-scenes.ts';

const waiting = [
  aWaitingEntry(2, { service: services.family, language: 'ru', ringsElsewhere: true }),
  aWaitingEntry(3, { service: services.taxes, language: 'uk' }),
];

type Happening = {
  readonly current?: Parameters<typeof aCurrent>[0];
  readonly state?: Partial<CallState>;
  /** Beside the citizen. */
  readonly guests?: readonly Partial<RemoteParty>[];
  readonly citizen?: Partial<RemoteParty>;
  readonly isDocumentShown?: boolean;
  /** Said in passing once the socket is there. */
  readonly said?: readonly { readonly from: IncomingSignal['from']; readonly signal: CallSignal }[];
  readonly steps?: Scene['steps'];
  readonly arrange?: (fakes: Fakes) => void;
};

/** A picture with some movement in it, where the browser has a camera. */
const seen = () => navigator.mediaDevices.getUserMedia({ video: { width: 640, height: 480 } });

/** The desk in a call in which something is going on. */
const inCall = ({
  current,
  state,
  guests = [],
  citizen,
  isDocumentShown = false,
  said = [],
  steps,
  arrange,
}: Happening = {}): Scene => ({
  path: '/desk',
  ...(steps && { steps }),
  arrange: async (fakes) => {
    const view = aDesk({ current: aCurrent(current), waiting });
    await desk(view).arrange(fakes);
    arrangeTransfer(fakes);
    const { server, ports, entered } = fakes;
    server
      .on(routes.listOnDuty, () => ({ people: roster }))
      .on(routes.invite, ({ body }) => ({
        invitation: anInvitation({ ...body, id: uuid(1209), state: 'invited' }),
        code: 'K7M2P9QX4TRB',
      }))
      .on(routes.listChat, () => ({ messages: lines }))
      .on(routes.readPicture, () => ({ jpeg: aPageAsJpeg() }))
      .on(routes.writeChat, () => Promise.reject(new ProblemError('illegal-transition')));
    arrange?.(fakes);
    const camera = await seen();
    const remote = aParty({ stream: camera, document: isDocumentShown ? camera : null, ...citizen });
    const parties = [remote, ...guests.map((guest) => aParty({ stream: camera, ...guest }))];
    const { enter } = ports.calls;
    const { connectLive } = ports;
    Object.assign(ports, {
      calls: {
        ...ports.calls,
        enter: (options: Parameters<typeof enter>[0]) => {
          const session = enter(options);
          entered.at(-1)?.update({ phase: 'in-call', quality: 'excellent', figures, remote, parties, ...state });
          return session;
        },
      },
      connectLive: (handlers: Parameters<typeof connectLive>[0]) => {
        const connection = connectLive(handlers);
        // After the desk was read, when somebody listens.
        const telling = setInterval(() => {
          for (const { from, signal } of said)
            handlers.onSignal(IncomingSignal.parse({ consultationId: uuid(600), from, signal }));
        }, 500);
        return {
          ...connection,
          close: () => {
            clearInterval(telling);
            connection.close();
          },
        };
      },
    });
  },
});

const figures = {
  roundTripMs: 38,
  packetLossPercent: 0.2,
  jitterMs: 4,
  framesPerSecond: 30,
  freezes: 0,
  concealmentPercent: 0.1,
  seconds: 187,
};
const interpreter = { role: 'interpreter', name: 'Oksana Kovalenko', id: uuid(1501) } as const;
const colleague = { role: 'colleague', name: 'Kristīne Ozoliņa', id: uuid(1502) } as const;
const theCitizen = { role: 'citizen', name: contactPoint.name, id: uuid(1503) } as const;
const roster = [
  onDuty(),
  onDuty({
    accountId: uuid(12),
    role: 'interpreter',
    name: 'Oksana Kovalenko',
    jobTitle: 'Tulce',
    languages: ['uk', 'ru', 'lv'],
  }),
  onDuty({ accountId: uuid(13), name: 'Pēteris Kalniņš', free: false }),
];
const joined = [
  anInvitation({ name: interpreter.name, accountId: uuid(12) }),
  anInvitation({ id: uuid(1202), role: 'colleague', name: colleague.name, language: null, accountId: uuid(11) }),
  anInvitation({ id: uuid(1203), role: 'clerk', name: 'Ilze Kalniņa', language: null, state: 'declined' }),
];
const lines = [
  aLine(1, 'Labdien! Mans vecais adreses pieraksts ir Liepājas iela 14–7.'),
  aLine(2, 'Paldies, redzu.', { from: 'specialist', name: anAccount('specialist').name }),
  aLine(3, 'Довідку я маю тільки на папері.', { from: 'interpreter', name: interpreter.name }),
];
const chatTab = '[role=tab][data-key=chat]';
const button = (icon: string) => `[role=toolbar] button:has(.lucide-${icon})`;

/** A white page, small. */
function aPageAsJpeg(): string {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [40, 30];
  const context = canvas.getContext('2d');
  if (context) {
    context.fillStyle = 'white';
    context.fillRect(0, 0, canvas.width, canvas.height);
  }
  return canvas.toDataURL('image/jpeg').split(',')[1] ?? '';
}

const withPictures = ({ server }: Fakes) =>
  server.on(routes.readServiceCase, () =>
    aCase({
      pictures: [
        { id: uuid(1401), takenAt: ago(90), bytes: 381_000 },
        { id: uuid(1402), takenAt: ago(40), bytes: 402_000 },
      ],
    }),
  );

export const callScenes = {
  'desk-call': inCall(),
  'desk-transfer': inCall({
    steps: ['[aria-haspopup=dialog]:has(.lucide-forward)', '[role=dialog] [role=radiogroup] label'],
  }),
  'call-people': inCall({
    current: { people: joined },
    guests: [interpreter, { ...colleague, microphoneMuted: true, connected: false }],
    said: [
      { from: interpreter, signal: { kind: 'hand', raised: true } },
      {
        from: theCitizen,
        signal: {
          kind: 'caption',
          id: uuid(1601),
          text: 'Es gribētu pieteikties pensijai, bet man trūkst izziņas.',
          final: false,
        },
      },
    ],
    steps: [button('users')],
  }),
  'call-two-large': inCall({
    current: { people: joined },
    guests: [interpreter, colleague],
    steps: ['figure:nth-of-type(1) button', 'figure:nth-of-type(2) button'],
  }),
  'call-hand-over': inCall({
    current: { people: joined },
    guests: [interpreter, colleague],
    steps: [button('users'), 'button:has(.lucide-hand-helping)'],
  }),
  'call-invite': inCall({ steps: [button('users'), 'button:has(.lucide-user-plus)'] }),
  'call-invite-link': inCall({
    steps: [
      button('users'),
      'button:has(.lucide-user-plus)',
      '[role=tab][data-key=link]',
      ['[role=dialog] [role=tabpanel]:not([data-inert]) input', 'Jānis Liepiņš'],
      '[role=dialog] button:has(.lucide-link)[type=submit]',
    ],
  }),
  'call-held': inCall({ current: { held: true, emergencyAt: ago(60) }, state: { held: true } }),
  'call-emergency': inCall({ steps: ['button:has(.lucide-siren)'] }),
  'call-document': inCall({
    arrange: withPictures,
    steps: [button('file-scan'), '[role=tab][data-key=pictures]'],
  }),
  'call-document-on': inCall({
    isDocumentShown: true,
    arrange: withPictures,
    steps: [button('file-scan'), 'section button:has(.lucide-camera)'],
  }),
  'call-picture': inCall({
    arrange: withPictures,
    steps: ['[role=tab][data-key=pictures]', '[role=tabpanel] li button'],
  }),
  'call-devices': inCall({ steps: [button('settings-2'), 'button:has(.lucide-switch-camera)'] }),
  'call-chat': inCall({
    said: [{ from: theCitizen, signal: { kind: 'draft', text: 'Vai man jāsūta arī darba līgu' } }],
    steps: [
      chatTab,
      ['[role=tabpanel]:not([data-inert]) textarea', 'Jā, lūdzu'],
      'button:has(.lucide-send-horizontal)',
    ],
  }),
  'call-quality': inCall({ state: { quality: 'poor' }, steps: ['header button:has(.lucide-chevron-down)'] }),
  'call-reconnecting': inCall({ state: { phase: 'reconnecting', recovery: { rung: 'restart-ice', sinceMs: 0 } } }),
  'call-direct': inCall({
    current: { people: joined.slice(0, 1), away: { citizen: false, specialist: false, node: true } },
    state: {
      path: 'direct',
      local: {
        microphoneMuted: false,
        cameraMuted: false,
        camera: 'lost',
        microphone: 'silent',
        screen: false,
        document: false,
      },
    },
  }),
  'call-citizen-away': inCall({ citizen: { connected: false } }),
} satisfies Record<string, Scene>;
