import { builtInRoles, roleHolds, staffPermissions } from '@remote-clerk/shared/contracts/permissions.ts';
import {
  Right,
  RightRequest,
  RightsReview,
  RightsReviewItem,
  RightsRole,
} from '@remote-clerk/shared/contracts/rights.ts';
import type { z } from 'zod';
import { ago, anAccount, uuid } from './builders.ts';

const dayS = 86_400;
/** Moments from when the test runs, since terms are looked at by the clock. */
export const inDays = (days: number) => ago(-days * dayS, Date.now());

const person = (number: number, name: string, jobTitle: string | null = null) => ({ id: uuid(number), name, jobTitle });
const { id, name, jobTitle } = anAccount('specialist');
const { id: managerId, name: managerName } = anAccount('manager');

export const staff = {
  anna: { id, name, jobTitle },
  liga: { id: managerId, name: managerName, jobTitle: 'Nodaļas vadītāja' },
  marta: person(6, 'Marta Liepa'),
  kristine: person(11, 'Kristīne Annija Zariņa-Vītoliņa-Šteinberga', 'Klientu apkalpošanas daļas vadītājas vietniece'),
  peteris: person(12, 'Pēteris Ozoliņš', 'Eksperts'),
  juris: person(3, 'Juris Ozols'),
  inese: person(13, 'Inese Kalniņa', 'Kuldīgas kontaktpunkta vadītāja'),
};

const agency = { id: uuid(401), name: 'Valsts digitālās attīstības aģentūra' };
export const organisations = {
  agency: { ...agency, parentId: null },
  municipality: { id: uuid(402), name: 'Kuldīgas novada pašvaldība', parentId: agency.id },
  centre: { id: uuid(403), name: 'Kuldīgas klientu apkalpošanas centrs', parentId: uuid(402) },
};
const { municipality, centre } = organisations;

const deputy = RightsRole.parse({
  id: uuid(1601),
  name: 'Kontaktpunkta vadītāja vietnieks',
  organisationId: municipality.id,
  permissions: ['session.own', 'contact-point.serve', 'queue.serve', 'calendar.manage'],
  high: false,
  retired: false,
});
export const roles = [
  ...builtInRoles.map((role) =>
    RightsRole.parse({
      id: role,
      name: null,
      organisationId: null,
      permissions: staffPermissions.filter((permission) => roleHolds(role, permission)),
      high: ['manager', 'administrator', 'auditor'].includes(role),
      retired: false,
    }),
  ),
  deputy,
  RightsRole.parse({ ...deputy, id: uuid(1602), name: 'Vasaras praktikants', retired: true }),
];

export const aRight = (change: Partial<z.input<typeof Right>> = {}): Right =>
  Right.parse({
    id: uuid(1701),
    account: staff.anna,
    role: { id: 'specialist', name: null },
    organisation: centre,
    validFrom: inDays(-170),
    validUntil: inDays(190),
    state: 'effective',
    delegatedBy: null,
    withdrawnAt: null,
    withdrawnBy: null,
    withdrawnReason: null,
    withdrawable: true,
    ...change,
  });

export const aRequest = (change: Partial<z.input<typeof RightRequest>> = {}): RightRequest =>
  RightRequest.parse({
    id: uuid(1801),
    kind: 'grant',
    state: 'asked',
    account: staff.peteris,
    askedBy: staff.peteris,
    role: { id: 'specialist', name: null },
    organisation: centre,
    validFrom: null,
    validUntil: inDays(180),
    why: 'No decembra apkalpošu iedzīvotājus attālināti par pensijām un pabalstiem.',
    askedAt: inDays(-2),
    expiresAt: inDays(28),
    approvalsNeeded: 1,
    decisions: [],
    delegatedBy: null,
    rightId: null,
    decidable: true,
    withdrawable: false,
    ...change,
  });

export const aReview = (change: Partial<z.input<typeof RightsReview>> = {}): RightsReview =>
  RightsReview.parse({
    id: uuid(1901),
    organisation: municipality,
    openedBy: null,
    openedAt: inDays(-12),
    dueAt: inDays(18),
    closedAt: null,
    progress: { open: 3, confirmed: 4, withdrawn: 1, gone: 1 },
    ...change,
  });

export const aReviewItem = (number: number, change: Partial<z.input<typeof RightsReviewItem>> = {}): RightsReviewItem =>
  RightsReviewItem.parse({
    id: uuid(1950 + number),
    right: aRight({ id: uuid(1700 + number) }),
    lastSignedInAt: inDays(-1),
    state: 'open',
    decidedBy: null,
    decidedAt: null,
    decidable: true,
    ...change,
  });
