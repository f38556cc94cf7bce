import type { ConsultationsRepository } from './consultations-repository.ts';

/** Consultations for the features beside this one: found, and locked within their own transactions. */
export function createConsultationLookup({ repository }: { repository: ConsultationsRepository }) {
  const { find, getLocked, findAtKiosk, findEngaging, findRinging } = repository;
  return { find, getLocked, findAtKiosk, findEngaging, findRinging };
}
export type ConsultationLookup = ReturnType<typeof createConsultationLookup>;
