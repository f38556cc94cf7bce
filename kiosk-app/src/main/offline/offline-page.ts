import { randomBytes } from 'node:crypto';
import template from './offline.html?raw';

export interface OfflineFacts {
  /** The longest time between two tries. */
  maxDelayMs: number;
  /** For staff, small: what failed, where, and since when. */
  reason: string;
  server: URL;
  since: Date;
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

const clockTime = (date: Date): string => date.toLocaleTimeString('lv-LV', { hour: '2-digit', minute: '2-digit' });

/** A `data:` URL: a page without network or file access, which needs nothing but itself and may only leave the kiosk. */
export const offlinePage = ({ maxDelayMs, reason, server, since }: OfflineFacts): string => {
  const facts = new Map([
    ['NONCE', randomBytes(16).toString('base64')],
    ['SECONDS', String(Math.ceil(maxDelayMs / 1000))],
    ['REASON', escapeHtml(reason)],
    ['SERVER', escapeHtml(server.host)],
    ['SINCE', clockTime(since)],
  ]);
  const html = template.replace(/%([A-Z]+)%/g, (mark, name: string) => facts.get(name) ?? mark);
  return `data:text/html;charset=utf-8;base64,${Buffer.from(html, 'utf8').toString('base64')}`;
};
