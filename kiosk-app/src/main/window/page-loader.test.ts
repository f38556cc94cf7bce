import { describe, expect, it, vi } from 'vitest';
import { loadWhenReachable, type PageLoaderParts } from './page-loader.ts';

const PAGE = 'https://kiosks.example.lv/kiosk/';

const kiosk = (given: Partial<PageLoaderParts> = {}) => {
  const shown: string[] = [];
  const waited: number[] = [];
  const parts: PageLoaderParts = {
    pageUrl: PAGE,
    probe: async () => ({ status: 200 }),
    show: async (url) => {
      shown.push(url);
    },
    offlinePage: (reason) => `offline: ${reason}`,
    nextDelayMs: () => 1_000,
    wait: async (ms) => {
      waited.push(ms);
    },
    isStillWanted: () => true,
    onTrouble: vi.fn(),
    ...given,
  };
  return { parts, shown, waited };
};

const refused = new Error('net::ERR_CONNECTION_REFUSED');

describe('loading the kiosk page', () => {
  it('shows it when the server answers', async () => {
    const { parts, shown } = kiosk();
    expect(await loadWhenReachable(parts)).toBe(true);
    expect(shown).toEqual([PAGE]);
  });

  it('shows the offline page once and stands still until the server is back', async () => {
    const probe = vi
      .fn<PageLoaderParts['probe']>()
      .mockRejectedValueOnce(refused)
      .mockRejectedValueOnce(refused)
      .mockResolvedValue({ status: 200 });
    const { parts, shown, waited } = kiosk({ probe });
    expect(await loadWhenReachable(parts)).toBe(true);
    expect(shown).toEqual(['offline: net::ERR_CONNECTION_REFUSED', PAGE]);
    expect(waited).toEqual([1_000, 1_000]);
    expect(parts.onTrouble).toHaveBeenCalledTimes(1);
  });

  it("counts a proxy's error page as no answer", async () => {
    const probe = vi.fn<PageLoaderParts['probe']>().mockResolvedValueOnce({ status: 502 });
    const { parts, shown } = kiosk({ probe: probe.mockResolvedValue({ status: 200 }) });
    await loadWhenReachable(parts);
    expect(shown).toEqual(['offline: HTTP 502', PAGE]);
  });

  it('goes back to the offline page when the page itself then fails to load', async () => {
    const shown: string[] = [];
    let failures = 1;
    const { parts } = kiosk({
      show: async (url) => {
        if (url === PAGE && failures-- > 0) throw refused;
        shown.push(url);
      },
    });
    expect(await loadWhenReachable(parts)).toBe(true);
    expect(shown).toEqual(['offline: net::ERR_CONNECTION_REFUSED', PAGE]);
  });

  it('stops trying for a window that is gone', async () => {
    const { parts, waited } = kiosk({ probe: () => Promise.reject(refused) });
    expect(await loadWhenReachable({ ...parts, isStillWanted: () => waited.length < 3 })).toBe(false);
  });
});
