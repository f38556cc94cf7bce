import type { RemoteParty } from '@remote-clerk/shared/call/call-state.ts';
import { ChatMessage } from '@remote-clerk/shared/contracts/chat.ts';
import { DeskInvitation, Invitation, OnDuty } from '@remote-clerk/shared/contracts/people.ts';
import type { z } from 'zod';
import { ago, contactPoint, institution, services, uuid } from './builders.ts';

/** Something that stands for a picture; outside of a browser there is none. */
export const aPicture = (): MediaStream =>
  typeof MediaStream === 'undefined' ? Object.create(null) : new MediaStream();

/** By default the citizen, seen and heard. */
export const aParty = (change: Partial<RemoteParty> = {}): RemoteParty => ({
  id: `${change.role ?? 'citizen'} ${change.name ?? ''}`,
  stream: aPicture(),
  screen: null,
  document: null,
  name: contactPoint.name,
  role: 'citizen',
  microphoneMuted: false,
  cameraMuted: false,
  connected: true,
  ...change,
});

export const anInvitation = (change: Partial<z.input<typeof Invitation>> = {}): Invitation =>
  Invitation.parse({
    id: uuid(1201),
    role: 'interpreter',
    name: 'Jānis Liepiņš',
    language: 'uk',
    accountId: null,
    state: 'joined',
    invitedAt: ago(120),
    expiresAt: ago(-3600),
    ...change,
  });

export const onDuty = (change: Partial<z.input<typeof OnDuty>> = {}): OnDuty =>
  OnDuty.parse({
    accountId: uuid(11),
    role: 'colleague',
    name: 'Kristīne Ozoliņa',
    jobTitle: 'Vecākā eksperte',
    institution: institution.name,
    languages: ['lv', 'ru'],
    free: true,
    ...change,
  });

export const aDeskInvitation = (change: Partial<z.input<typeof DeskInvitation>> = {}): DeskInvitation =>
  DeskInvitation.parse({
    id: uuid(1211),
    role: 'colleague',
    from: 'Kristīne Ozoliņa',
    service: services.family.name,
    contactPoint: contactPoint.name,
    language: 'ru',
    state: 'invited',
    invitedAt: ago(5),
    expiresAt: ago(-115),
    ...change,
  });

export const aLine = (sequence: number, text: string, change: Partial<z.input<typeof ChatMessage>> = {}): ChatMessage =>
  ChatMessage.parse({
    id: uuid(1300 + sequence),
    sequence,
    at: ago(120 - sequence * 20),
    from: 'citizen',
    name: contactPoint.name,
    text,
    ...change,
  });
