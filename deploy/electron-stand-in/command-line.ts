export interface CommandLine {
  /** Modules to load before the app (`-r`): Playwright brings one. */
  preloads: string[];
  /** `null` when Node's inspector is not asked for; 0 for any free port. */
  inspectPort: number | null;
  /** `--name` or `--name=value`, for Chromium and the app alike. */
  switches: string[];
  /** The app's folder or main script. */
  appPath: string;
}

const DEFAULT_INSPECT_PORT = 9229;

/** Reads what Electron's executable understands of its arguments (without the executable itself). */
export const parseCommandLine = (args: readonly string[]): CommandLine => {
  const line: CommandLine = { preloads: [], inspectPort: null, switches: [], appPath: '' };
  const rest = [...args];
  for (let argument = rest.shift(); argument !== undefined; argument = rest.shift()) {
    if (argument === '-r' || argument === '--require') line.preloads.push(rest.shift() ?? '');
    else if (argument.startsWith('--inspect'))
      line.inspectPort = Number(argument.split('=')[1] ?? DEFAULT_INSPECT_PORT);
    else if (argument.startsWith('--')) line.switches.push(argument);
    else line.appPath ||= argument;
  }
  line.appPath ||= '.';
  return line;
};
