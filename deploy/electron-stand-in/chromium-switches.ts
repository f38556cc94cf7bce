const ALWAYS = [
  '--remote-debugging-pipe',
  '--no-startup-window',
  '--no-first-run',
  '--no-default-browser-check',
  '--password-store=basic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

const FEATURES = /^--(?:enable|disable)-features=/;

/** Chromium heeds only the last list of features that it is given, so the lists are joined. */
const joinFeatures = (switches: readonly string[]): string[] => {
  const lists = new Map<string, string[]>();
  for (const given of switches) {
    const [name] = FEATURES.exec(given) ?? [];
    if (name) lists.set(name, [...(lists.get(name) ?? []), given.slice(name.length)]);
  }
  const others = switches.filter((given) => !FEATURES.test(given));
  return [...others, ...[...lists].map(([name, features]) => name + features.join(','))];
};

/** What Chromium is started with. Its sandbox refuses to work for root. */
export const chromiumSwitches = (given: readonly string[], isRoot: boolean): string[] => {
  const withoutSandbox = isRoot && !given.includes('--no-sandbox') ? ['--no-sandbox'] : [];
  return joinFeatures([...ALWAYS, ...withoutSandbox, ...given]);
};
