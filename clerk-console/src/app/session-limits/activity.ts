const storageKey = 'active-at';

/** Milliseconds between two notes: nothing here is worth writing at every key. */
const noteEveryMs = 5000;

/** Somebody is at this browser, in this window or another. */
export function noteActivity(now = Date.now()): void {
  if (now - lastActivity() >= noteEveryMs) localStorage.setItem(storageKey, String(now));
}

/** @returns when somebody last was, in milliseconds since 1970; 0 where it was never noted */
export const lastActivity = (): number => Number(localStorage.getItem(storageKey));
