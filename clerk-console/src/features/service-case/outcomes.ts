import { CaseOutcome } from '@remote-clerk/shared/contracts/http/service-cases.ts';

/** In the order in which they are offered. */
export const outcomes = CaseOutcome.options;
