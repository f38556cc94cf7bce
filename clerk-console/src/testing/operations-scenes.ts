import { Operations, operationsRoutes } from '@remote-clerk/shared/contracts/http/operations.ts';
import type { SelfTest } from '@remote-clerk/shared/contracts/self-test.ts';
import { ProblemError } from '@remote-clerk/shared/domain/problems.ts';
import type { z } from 'zod';
import { ago, services, uuid } from './builders.ts';
import { type Scene, signedIn } from './scene.ts';

const load = (busiest: number, rooms: number) => ({
  workers: 4,
  rooms,
  peers: rooms * 2,
  busiestWorker: busiest,
  idlestWorker: busiest / 3,
  draining: false,
});
const quality = (roundTripMs: number, packetLossPercent: number) => ({
  roundTripMs,
  packetLossPercent,
  jitterMs: 6,
  framesPerSecond: 24,
  freezes: packetLossPercent > 4 ? 7 : 0,
  concealmentPercent: packetLossPercent / 2,
  seconds: 240,
});
export const aSelfTest = (change: Partial<z.input<typeof SelfTest>> = {}) => ({
  at: ago(900),
  camera: { verdict: 'well' as const, framesPerSecond: 30 },
  microphone: { verdict: 'well' as const, level: 0.4 },
  speaker: { verdict: 'well' as const, level: 0.3 },
  documentCamera: { verdict: 'not-run' as const, framesPerSecond: null },
  network: { verdict: 'well' as const, roundTripMs: 18, packetLossPercent: 0 },
  ...change,
});
const nobodyAway = { citizen: false, specialist: false, node: false };
const aCall = (number: number, change: object) => ({
  consultationId: uuid(600 + number),
  caseNumber: `2026-00102${number}`,
  state: 'live',
  service: services.pension.name,
  contactPoint: 'Kuldīgas KAC',
  since: ago(187),
  nodeId: uuid(41),
  peers: 2,
  away: nobodyAway,
  quality: { citizen: quality(42, 0.2), specialist: quality(38, 0) },
  ...change,
});

/** A morning with something of everything. */
export const someOperations = (change: Partial<z.input<typeof Operations>> = {}): Operations =>
  Operations.parse({
    asOf: ago(0),
    nodes: [
      {
        id: uuid(41),
        bootId: uuid(51),
        url: 'https://media-1.example.lv',
        state: 'serving',
        lastSeenAt: ago(1),
        load: load(0.34, 12),
      },
      {
        id: uuid(42),
        bootId: uuid(52),
        url: 'https://media-2.example.lv',
        state: 'draining',
        lastSeenAt: ago(2),
        load: { ...load(0.88, 31), draining: true },
      },
      {
        id: uuid(43),
        bootId: uuid(53),
        url: 'https://media-3.example.lv',
        state: 'silent',
        lastSeenAt: ago(41),
        load: load(0, 0),
      },
    ],
    calls: [
      aCall(4, {}),
      aCall(5, {
        service: services.family.name,
        contactPoint: 'Ventspils KAC',
        since: ago(3_700),
        nodeId: uuid(42),
        peers: 3,
        quality: { citizen: quality(480, 6.4), specialist: quality(210, 1.5) },
      }),
      aCall(6, {
        service: services.taxes.name,
        nodeId: uuid(43),
        peers: 0,
        away: { ...nobodyAway, node: true, citizen: true },
        quality: null,
      }),
      aCall(7, { state: 'waiting', since: ago(64), nodeId: null, peers: 0, quality: null }),
    ],
    kiosks: [
      {
        id: uuid(805),
        name: 'Kiosks 5',
        contactPoint: 'Ventspils KAC',
        online: false,
        selfTest: aSelfTest({
          camera: { verdict: 'failed', framesPerSecond: 0 },
          network: { verdict: 'poor', roundTripMs: 640, packetLossPercent: 7.5 },
        }),
      },
      {
        id: uuid(803),
        name: 'Kiosks 3',
        contactPoint: 'Kuldīgas KAC',
        online: true,
        selfTest: aSelfTest({ speaker: { verdict: 'poor', level: 0.04 } }),
      },
      { id: uuid(801), name: 'Kiosks 1', contactPoint: 'Kuldīgas KAC', online: true, selfTest: aSelfTest() },
      { id: uuid(802), name: 'Kiosks 2', contactPoint: 'Kuldīgas KAC', online: true, selfTest: null },
    ],
    ...change,
  });

const operations = (read: () => Operations | Promise<Operations>): Scene => ({
  path: '/operations',
  arrange: (fakes) => {
    signedIn('administrator', fakes);
    fakes.server.on(operationsRoutes.readOperations, read);
  },
});

/** The operators' page. */
export const operationsScenes = {
  operations: operations(() => someOperations()),
  'operations-empty': operations(() => someOperations({ nodes: [], calls: [], kiosks: [] })),
  'operations-not-read': operations(() => Promise.reject(new ProblemError('internal'))),
} satisfies Record<string, Scene>;
