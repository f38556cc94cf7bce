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

/** A `data:` URL: a page without script, network or file access, which needs nothing but itself. */
export const offlinePage = ({ maxDelayMs, reason, server, since }: OfflineFacts): string => {
  const html = template
    .replaceAll('%SECONDS%', String(Math.ceil(maxDelayMs / 1000)))
    .replace('%REASON%', () => escapeHtml(reason))
    .replace('%SERVER%', () => escapeHtml(server.host))
    .replace('%SINCE%', () => clockTime(since));
  return `data:text/html;charset=utf-8,${encodeURIComponent(html)}`;
};
