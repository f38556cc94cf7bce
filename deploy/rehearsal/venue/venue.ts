/** Where a rehearsal takes place. */
export type Venue = {
  /** The scheduler-api's origin. */
  url: string;
  specialist: { username: string; password: string };
  /** A code that enrols the rehearsal's kiosk. */
  enrolmentCode: () => Promise<string>;
  /** Where the kiosk app keeps its settings. */
  kioskDataFolder: string;
  /** Where to look when something went wrong. */
  logs: string;
  close: () => Promise<void>;
};
