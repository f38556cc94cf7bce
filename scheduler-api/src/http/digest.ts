import { createHash } from 'node:crypto';

export const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** For secrets and addresses that the database need only recognise. */
export const fingerprint = (text: string): string => sha256(text).toString('base64url');
