import { z } from 'zod';

// PostgreSQL takes capitals for the same id; texts that an id is part of do not.
const id = <Name extends string>() => z.uuid().toLowerCase().brand<Name>();

/** Branded identifiers: UUIDs on the wire and in the database, never interchangeable in code. */
export const OrganisationId = id<'OrganisationId'>();
export type OrganisationId = z.infer<typeof OrganisationId>;
export const InstitutionId = id<'InstitutionId'>();
export type InstitutionId = z.infer<typeof InstitutionId>;
export const PublicServiceId = id<'PublicServiceId'>();
export type PublicServiceId = z.infer<typeof PublicServiceId>;
export const ContactPointId = id<'ContactPointId'>();
export type ContactPointId = z.infer<typeof ContactPointId>;
export const KioskId = id<'KioskId'>();
export type KioskId = z.infer<typeof KioskId>;
export const AccountId = id<'AccountId'>();
export type AccountId = z.infer<typeof AccountId>;
export const ConsultationId = id<'ConsultationId'>();
export type ConsultationId = z.infer<typeof ConsultationId>;
export const ServiceCaseId = id<'ServiceCaseId'>();
export type ServiceCaseId = z.infer<typeof ServiceCaseId>;
export const StartRequestId = id<'StartRequestId'>();
export type StartRequestId = z.infer<typeof StartRequestId>;
/** Chosen by the operator for each media node, e.g. `sfu-1`. */
export const NodeId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/)
  .brand<'NodeId'>();
export type NodeId = z.infer<typeof NodeId>;
/** New each time a media node's process starts: what it held before is gone. */
export const NodeBootId = id<'NodeBootId'>();
export type NodeBootId = z.infer<typeof NodeBootId>;
/** One room a consultation and node boot. */
export const RoomId = id<'RoomId'>();
export type RoomId = z.infer<typeof RoomId>;
export const AppointmentId = id<'AppointmentId'>();
export type AppointmentId = z.infer<typeof AppointmentId>;
export const SeriesId = id<'SeriesId'>();
export type SeriesId = z.infer<typeof SeriesId>;
export const QueueTicketId = id<'QueueTicketId'>();
export type QueueTicketId = z.infer<typeof QueueTicketId>;
export const ClosureId = id<'ClosureId'>();
export type ClosureId = z.infer<typeof ClosureId>;
/** Someone who was asked into a consultation; also who they are in it, when they have no account. */
export const InvitationId = id<'InvitationId'>();
export type InvitationId = z.infer<typeof InvitationId>;
export const ChatMessageId = id<'ChatMessageId'>();
export type ChatMessageId = z.infer<typeof ChatMessageId>;
export const PictureId = id<'PictureId'>();
export type PictureId = z.infer<typeof PictureId>;
export const ExternalCalendarId = id<'ExternalCalendarId'>();
export type ExternalCalendarId = z.infer<typeof ExternalCalendarId>;
/** A citizen's signing in at a kiosk, from its beginning until they have asked for something. */
export const CitizenSignInId = id<'CitizenSignInId'>();
export type CitizenSignInId = z.infer<typeof CitizenSignInId>;
/** A session of a member of staff: names it to its owner; the token is something else. */
export const StaffSessionId = id<'StaffSessionId'>();
export type StaffSessionId = z.infer<typeof StaffSessionId>;
/** An OpenID Connect provider, or a directory, through which staff of an organisation sign in. */
export const IdentityProviderId = id<'IdentityProviderId'>();
export type IdentityProviderId = z.infer<typeof IdentityProviderId>;
export const PasskeyId = id<'PasskeyId'>();
export type PasskeyId = z.infer<typeof PasskeyId>;
/** That an account holds a role at an organisation, for a term. */
export const RightId = id<'RightId'>();
export type RightId = z.infer<typeof RightId>;
/** What somebody asked for: becomes a right when it is approved. */
export const RightRequestId = id<'RightRequestId'>();
export type RightRequestId = z.infer<typeof RightRequestId>;
export const RightsReviewId = id<'RightsReviewId'>();
export type RightsReviewId = z.infer<typeof RightsReviewId>;
export const RightsReviewItemId = id<'RightsReviewItemId'>();
export type RightsReviewItemId = z.infer<typeof RightsReviewItemId>;
/** Another system that asks what rights people have here. */
export const ApiClientId = id<'ApiClientId'>();
export type ApiClientId = z.infer<typeof ApiClientId>;
