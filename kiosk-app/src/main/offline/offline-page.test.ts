import { describe, expect, it } from 'vitest';
import { offlinePage } from './offline-page.ts';

const htmlOf = (reason: string) =>
  Buffer.from(
    offlinePage({
      maxDelayMs: 15_000,
      reason,
      server: new URL('https://kiosks.example.lv'),
      since: new Date(2027, 2, 26, 14, 30),
    }).replace(/^[^,]*,/, ''),
    'base64',
  ).toString('utf8');

describe('the offline page', () => {
  it('says in four languages how often it tries', () => {
    expect(htmlOf('HTTP 502').match(/15 (sekundēs|seconds|секунд)/g)).toHaveLength(4);
  });

  it('tells staff what failed, where and since when', () => {
    expect(htmlOf('HTTP 502')).toContain('HTTP 502 · kiosks.example.lv · 14:30');
  });

  it('runs its own script alone, also when the reason brings one', () => {
    const html = htmlOf('<script>alert(1)</script>');
    expect(html.match(/<script/g)).toHaveLength(1);
    const [, nonce] = /script-src 'nonce-([^']+)'/.exec(html) ?? [];
    expect(html).toContain(`<script nonce="${nonce}">`);
    expect(htmlOf('HTTP 502')).not.toContain(`nonce-${nonce}`);
  });

  it('shows a reason as it is', () => expect(htmlOf("$& %SERVER%'")).toContain('$&#38; %SERVER%&#39;'));
});
