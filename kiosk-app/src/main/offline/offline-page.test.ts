import { describe, expect, it } from 'vitest';
import { offlinePage } from './offline-page.ts';

const htmlOf = (reason: string) =>
  decodeURIComponent(
    offlinePage({
      maxDelayMs: 15_000,
      reason,
      server: new URL('https://kiosks.example.lv'),
      since: new Date(2027, 2, 26, 14, 30),
    }).replace(/^[^,]*,/, ''),
  );

describe('the offline page', () => {
  it('says in four languages how often it tries', () => {
    expect(htmlOf('HTTP 502').match(/15 (sekundēs|seconds|секунд)/g)).toHaveLength(4);
  });

  it('tells staff what failed, where and since when', () => {
    expect(htmlOf('HTTP 502')).toContain('HTTP 502 · kiosks.example.lv · 14:30');
  });

  it('has no script, also when the reason brings one', () => {
    expect(htmlOf('<script>$&</script>')).not.toContain('<script');
    expect(htmlOf('$&')).toContain('&#36;&#38;'.replace('&#36;', '$'));
  });
});
