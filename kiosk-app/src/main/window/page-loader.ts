import { reasonOf } from '../log.ts';

export interface PageLoaderParts {
  pageUrl: string;
  /** Rejects, or answers with a status, as the server's kiosk page does. */
  probe: () => Promise<{ status: number }>;
  /** Shows a URL in the window; rejects when it can't be loaded. */
  show: (url: string) => Promise<void>;
  offlinePage: (reason: string) => string;
  /** How long to wait after the next failure. */
  nextDelayMs: () => number;
  wait: (milliseconds: number) => Promise<void>;
  isStillWanted: () => boolean;
  onTrouble: (reason: string) => void;
}

const HTTP_OK = 200;

const tryToShow = async ({ probe, show, pageUrl }: PageLoaderParts): Promise<string | null> => {
  try {
    const { status } = await probe();
    if (status !== HTTP_OK) return `HTTP ${status}`;
    await show(pageUrl);
    return null;
  } catch (error) {
    return reasonOf(error);
  }
};

/**
 * Shows the kiosk's page, or the offline page for as long as the server does not answer. The server is asked before
 * each try, so that the offline page stands still meanwhile. Resolves to whether the page is there.
 */
export const loadWhenReachable = async (parts: PageLoaderParts): Promise<boolean> => {
  let shownReason: string | null = null;
  while (parts.isStillWanted()) {
    const reason = await tryToShow(parts);
    if (!parts.isStillWanted()) return false;
    if (reason === null) return true;
    if (reason !== shownReason) {
      parts.onTrouble(reason);
      await parts.show(parts.offlinePage(reason)).catch(() => undefined);
      shownReason = reason;
    }
    await parts.wait(parts.nextDelayMs());
  }
  return false;
};
