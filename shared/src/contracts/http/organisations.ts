import { z } from 'zod';
import {
  AccountId,
  ContactPointId,
  InstitutionId,
  KioskId,
  OrganisationId,
  PublicServiceId,
} from '../../domain/ids.ts';
import { Language } from '../../domain/languages.ts';
import { TimeZone, usualTimeZone } from '../../domain/scheduling/calendar-date.ts';
import { BookingTerms, Channel, Skill } from '../../domain/scheduling/schedule.ts';
import { IdentityNeed } from '../identity.ts';
import { LocalizedText, NameText } from '../localized.ts';
import { StaffPost } from '../permissions.ts';
import { OfferedService } from '../views.ts';
import { defineRoutes } from './route.ts';

const administration = { tag: 'Administration', permission: 'organisation.manage' } as const;

export const organisationKinds = ['municipality', 'institution', 'enterprise', 'unit'] as const;
export const OrganisationKind = z.enum(organisationKinds);
export type OrganisationKind = z.infer<typeof OrganisationKind>;

export const Organisation = z
  .object({
    id: OrganisationId,
    /** Null for one that is below no other that the reader may see. */
    parentId: OrganisationId.nullable(),
    kind: OrganisationKind,
    name: z.string(),
    institutions: z.int().nonnegative(),
    contactPoints: z.int().nonnegative(),
    /** Accounts that are not disabled. */
    staff: z.int().nonnegative(),
  })
  .meta({ id: 'Organisation' });
export type Organisation = z.infer<typeof Organisation>;

export const Institution = z
  .object({ id: InstitutionId, organisationId: OrganisationId, code: z.string(), name: LocalizedText })
  .meta({ id: 'Institution' });
export const ContactPoint = z
  .object({
    id: ContactPointId,
    organisationId: OrganisationId,
    name: z.string(),
    address: z.string(),
    timeZone: z.string(),
  })
  .meta({ id: 'ContactPoint' });
export const Kiosk = z
  .object({
    id: KioskId,
    organisationId: OrganisationId,
    contactPointId: ContactPointId,
    name: z.string(),
    enrolled: z.boolean(),
    online: z.boolean(),
  })
  .meta({ id: 'Kiosk' });
export const PublicService = OfferedService.pick({
  id: true,
  name: true,
  description: true,
  bring: true,
  topic: true,
  minutes: true,
})
  .extend({
    organisationId: OrganisationId,
    institutionId: InstitutionId,
    bufferBefore: z.int().nonnegative(),
    bufferAfter: z.int().nonnegative(),
    /** Through which it can be booked; none for a service that is only for those who walk in. */
    channels: z.array(Channel),
    /** Who has this skill can serve it, beside those who are entrusted with it by name. */
    skill: z.string().nullable(),
    needsDocumentCamera: z.boolean(),
    identity: IdentityNeed,
  })
  .meta({ id: 'PublicService' });
export const StaffMember = z
  .object({
    id: AccountId,
    organisationId: OrganisationId,
    username: z.string(),
    name: z.string(),
    jobTitle: z.string().nullable(),
    post: StaffPost,
    disabled: z.boolean(),
    /** Whether they hold any right, or somebody has asked for one that is not decided. */
    rights: z.enum(['effective', 'asked', 'none']),
    institutionId: InstitutionId.nullable(),
    contactPointId: ContactPointId.nullable(),
    serviceIds: z.array(PublicServiceId),
    /** Beside the services that are theirs by name, they can serve those that need one of these. */
    skills: z.array(z.string()).default([]),
    languages: z.array(Language),
  })
  .meta({ id: 'StaffMember' });
export type Institution = z.infer<typeof Institution>;
export type ContactPoint = z.infer<typeof ContactPoint>;
export type Kiosk = z.infer<typeof Kiosk>;
export type PublicService = z.infer<typeof PublicService>;
export type StaffMember = z.infer<typeof StaffMember>;

const NewStaff = {
  username: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9._-]{2,49}$/),
  /** At least 12 characters; they change it when they like. Null for who signs in through their organisation. */
  password: z.string().min(12).max(200).nullable().default(null),
  name: NameText,
  jobTitle: NameText.nullable().default(null),
  /** Where messages about their rights go. */
  email: z.email().max(200).nullable().default(null),
};

export const organisationRoutes = defineRoutes({
  listOrganisations: {
    ...administration,
    method: 'get',
    path: '/api/v1/organisations',
    summary: 'The organisations that one manages, each with the one that it is below',
    reply: z.object({ organisations: z.array(Organisation) }),
    status: 200,
  },
  createOrganisation: {
    ...administration,
    method: 'post',
    path: '/api/v1/organisations',
    summary: 'Add an organisation below one that one manages',
    body: z.object({ parentId: OrganisationId, kind: OrganisationKind, name: NameText }),
    reply: Organisation,
    status: 201,
    idempotent: true,
    problems: ['not-found'],
  },
  renameOrganisation: {
    ...administration,
    method: 'patch',
    path: '/api/v1/organisations/:organisationId',
    summary: 'Change an organisation’s name',
    params: z.object({ organisationId: OrganisationId }),
    body: z.object({ name: NameText }),
    reply: Organisation,
    status: 200,
    problems: ['not-found'],
  },
  listInstitutions: {
    ...administration,
    // Whoever plans an institution's time has to find it.
    permission: 'calendar.manage',
    method: 'get',
    path: '/api/v1/institutions',
    summary: 'Own institutions',
    reply: z.object({ institutions: z.array(Institution) }),
    status: 200,
  },
  createInstitution: {
    ...administration,
    method: 'post',
    path: '/api/v1/institutions',
    summary: 'Add an institution',
    body: z.object({
      code: z
        .string()
        .trim()
        .toUpperCase()
        .regex(/^[A-Z0-9]{2,12}$/),
      name: LocalizedText,
    }),
    reply: Institution,
    status: 201,
    idempotent: true,
    problems: ['conflict'],
  },
  listPublicServices: {
    ...administration,
    method: 'get',
    path: '/api/v1/public-services',
    summary: 'Own public services',
    reply: z.object({ services: z.array(PublicService) }),
    status: 200,
  },
  createPublicService: {
    ...administration,
    method: 'post',
    path: '/api/v1/public-services',
    summary: 'Add a public service to an institution',
    body: PublicService.omit({ id: true, organisationId: true }).extend({
      ...BookingTerms.shape,
      channels: z.array(Channel).max(3).default(['kiosk']),
      bufferBefore: BookingTerms.shape.bufferBefore.default(0),
      bufferAfter: BookingTerms.shape.bufferAfter.default(0),
      skill: Skill.nullable().default(null),
      needsDocumentCamera: z.boolean().default(false),
      identity: IdentityNeed.default('none'),
    }),
    reply: PublicService,
    status: 201,
    idempotent: true,
    problems: ['not-found'],
  },
  listContactPoints: {
    ...administration,
    method: 'get',
    path: '/api/v1/contact-points',
    summary: 'Own contact points',
    reply: z.object({ contactPoints: z.array(ContactPoint) }),
    status: 200,
  },
  createContactPoint: {
    ...administration,
    method: 'post',
    path: '/api/v1/contact-points',
    summary: 'Add a contact point',
    body: z.object({ name: NameText, address: NameText, timeZone: TimeZone.default(usualTimeZone) }),
    reply: ContactPoint,
    status: 201,
    idempotent: true,
  },
  listKiosks: {
    ...administration,
    method: 'get',
    path: '/api/v1/kiosks',
    summary: 'Own kiosks',
    reply: z.object({ kiosks: z.array(Kiosk) }),
    status: 200,
  },
  createKiosk: {
    ...administration,
    method: 'post',
    path: '/api/v1/kiosks',
    summary: 'Add a kiosk to a contact point; enrol it with a code',
    body: z.object({ contactPointId: ContactPointId, name: NameText }),
    reply: Kiosk,
    status: 201,
    idempotent: true,
    problems: ['not-found'],
  },
  listStaff: {
    ...administration,
    method: 'get',
    path: '/api/v1/staff',
    summary: 'Own staff',
    reply: z.object({ staff: z.array(StaffMember) }),
    status: 200,
  },
  createSpecialist: {
    ...administration,
    method: 'post',
    path: '/api/v1/specialists',
    summary: 'Add a specialist with the services they can serve and the languages they speak',
    body: z.object({
      ...NewStaff,
      jobTitle: NameText,
      institutionId: InstitutionId,
      serviceIds: z.array(PublicServiceId).min(1).max(200),
      languages: z.array(Language).min(1).max(4),
      skills: z.array(Skill).max(50).default([]),
      /** Of these services they only take over when the others are too few. */
      backupServiceIds: z.array(PublicServiceId).max(200).default([]),
    }),
    reply: StaffMember,
    status: 201,
    idempotent: true,
    problems: ['conflict', 'not-found', 'weak-password'],
  },
  createClerk: {
    ...administration,
    method: 'post',
    path: '/api/v1/clerks',
    summary: 'Add a clerk to a contact point',
    body: z.object({ ...NewStaff, contactPointId: ContactPointId }),
    reply: StaffMember,
    status: 201,
    idempotent: true,
    problems: ['conflict', 'not-found', 'weak-password'],
  },
  disableStaff: {
    ...administration,
    method: 'delete',
    path: '/api/v1/staff/:accountId',
    summary: 'Take away a staff member’s access at once; what they did stays on record',
    params: z.object({ accountId: AccountId }),
    reply: StaffMember,
    status: 200,
  },
});
