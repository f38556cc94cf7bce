import { type Settings, type SettingsStore, settingsSchema } from '../settings/settings.ts';

/** Settings that live as long as the test. */
export const memorySettings = (given: Partial<Settings> = {}): SettingsStore => {
  let settings = settingsSchema.parse(given);
  return {
    current: () => settings,
    update(change) {
      settings = { ...settings, ...change };
    },
  };
};
