import { AppointmentCode } from '@remote-clerk/shared/contracts/appointments.ts';

/** The keys of a code: those that are not mistaken for others, as on a keyboard. */
export const appointmentCodeKeys = ['23456789', 'QWERTYUP', 'ASDFGHJKL', 'ZXCVBNM'];

const length = 9;
const others = /[^2-9A-HJ-NP-Z]/g;

/** What somebody types, as far as it may be part of a code, in threes: `k7m2` becomes `K7M-2`. */
export function typedCode(text: string): string {
  const plain = text.toUpperCase().replaceAll(others, '').slice(0, length);
  return plain.match(/.{1,3}/g)?.join('-') ?? '';
}

export const isWhole = (typed: string): boolean => AppointmentCode.safeParse(typed).success;

/** The code in a QR code: it is the code itself, or an address that ends in `#/CODE`. Null for any other. */
export function codeFromQr(text: string): string | null {
  const [, code = text] = /#\/([^#/]*)$/.exec(text) ?? [];
  return AppointmentCode.safeParse(code).data ?? null;
}
