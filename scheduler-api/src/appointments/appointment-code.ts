import { randomInt } from 'node:crypto';

/** Without letters and figures that are easily taken for one another. */
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** One of 3.5 × 10¹³: whoever has it may act for the citizen, and guessing is slowed down. */
export const createAppointmentCode = (): string =>
  Array.from({ length: 9 }, () => alphabet[randomInt(alphabet.length)]).join('');
