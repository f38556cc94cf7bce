import { StaffPresence } from '@remote-clerk/shared/contracts/views.ts';
import { ConsultationState, EndReason } from '@remote-clerk/shared/domain/consultation.ts';
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
  QueueTicketId,
  RoomId,
} from '@remote-clerk/shared/domain/ids.ts';
import { Language } from '@remote-clerk/shared/domain/languages.ts';
import { Instant } from '@remote-clerk/shared/domain/time.ts';
import { z } from 'zod';

/** A row of `consultations`: the state machine's facts, and whose and where it is. */
export const Consultation = z
  .object({
    id: ConsultationId,
    organisation_id: OrganisationId,
    host_organisation_id: OrganisationId,
    institution_id: InstitutionId,
    service_id: PublicServiceId,
    contact_point_id: ContactPointId,
    kiosk_id: KioskId,
    language: Language,
    state: ConsultationState,
    version: z.int(),
    round: z.int(),
    offered_to: AccountId.nullable(),
    specialist_id: AccountId.nullable(),
    started_by: AccountId.nullable(),
    staff_presence: StaffPresence,
    end_reason: EndReason.nullable(),
    node_id: NodeId.nullable(),
    boot_id: NodeBootId.nullable(),
    room_id: RoomId.nullable(),
    asked_at: Instant,
    offered_at: Instant.nullable(),
    offer_expires_at: Instant.nullable(),
    accepted_at: Instant.nullable(),
    live_at: Instant.nullable(),
    ended_at: Instant.nullable(),
    wiped_at: Instant.nullable(),
    kiosk_lost_at: Instant.nullable(),
    specialist_lost_at: Instant.nullable(),
    node_lost_at: Instant.nullable(),
    held_at: Instant.nullable(),
    emergency_at: Instant.nullable(),
    handed_over_by: AccountId.nullable(),
    ticket_id: QueueTicketId.nullable(),
    counts_from: Instant.nullable(),
    for_specialist_id: AccountId.nullable(),
  })
  .transform((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    hostOrganisationId: row.host_organisation_id,
    institutionId: row.institution_id,
    serviceId: row.service_id,
    contactPointId: row.contact_point_id,
    kioskId: row.kiosk_id,
    language: row.language,
    state: row.state,
    version: row.version,
    round: row.round,
    offeredTo: row.offered_to,
    specialistId: row.specialist_id,
    startedBy: row.started_by,
    staffPresence: row.staff_presence,
    endReason: row.end_reason,
    room:
      row.room_id && row.node_id && row.boot_id ? { id: row.room_id, nodeId: row.node_id, bootId: row.boot_id } : null,
    askedAt: row.asked_at,
    offeredAt: row.offered_at,
    offerExpiresAt: row.offer_expires_at,
    acceptedAt: row.accepted_at,
    liveAt: row.live_at,
    endedAt: row.ended_at,
    wipedAt: row.wiped_at,
    kioskLostAt: row.kiosk_lost_at,
    specialistLostAt: row.specialist_lost_at,
    nodeLostAt: row.node_lost_at,
    /** Since when the citizen is on hold. */
    heldAt: row.held_at,
    /** When the contact point's staff were called; null again when they have come. */
    emergencyAt: row.emergency_at,
    handedOverBy: row.handed_over_by,
    ticketId: row.ticket_id,
    /** From when its waiting counts; a head start has been taken off. */
    countsFrom: row.counts_from ?? row.asked_at,
    /** Who shall serve it before anyone else is asked. */
    forSpecialistId: row.for_specialist_id,
  }));
export type Consultation = z.output<typeof Consultation>;

/** What of a consultation can change, as columns. */
export function consultationColumns(consultation: Consultation) {
  return {
    state: consultation.state,
    round: consultation.round,
    offered_to: consultation.offeredTo,
    specialist_id: consultation.specialistId,
    staff_presence: consultation.staffPresence,
    end_reason: consultation.endReason,
    node_id: consultation.room?.nodeId ?? null,
    boot_id: consultation.room?.bootId ?? null,
    room_id: consultation.room?.id ?? null,
    offered_at: consultation.offeredAt,
    offer_expires_at: consultation.offerExpiresAt,
    accepted_at: consultation.acceptedAt,
    live_at: consultation.liveAt,
    ended_at: consultation.endedAt,
    wiped_at: consultation.wipedAt,
    kiosk_lost_at: consultation.kioskLostAt,
    specialist_lost_at: consultation.specialistLostAt,
    node_lost_at: consultation.nodeLostAt,
    held_at: consultation.heldAt,
    emergency_at: consultation.emergencyAt,
    handed_over_by: consultation.handedOverBy,
  };
}
