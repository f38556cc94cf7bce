import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { findElectronRuntime } from '../setup/electron-runtime.mjs';
import { root } from '../setup/paths.mjs';
import { findLicenceProblems } from './licences.ts';
import { type Counts, counted, type Outcome, withExitCode } from './outcome.ts';
import { countPlaywright } from './playwright-counts.ts';
import { startPostgres } from './postgres.ts';
import type { SuiteName } from './suites.mjs';
import type { ToolResult, ToolRunner } from './tool.ts';
import { countVitest } from './vitest-counts.ts';

export type SuiteContext = {
  tools: ToolRunner;
  /** Where tools leave their machine-readable results. */
  resultFolder: string;
  say: (text: string) => void;
};

export type SuiteRunner = (context: SuiteContext) => Promise<Outcome>;

const WORKSPACES = ['shared', 'scheduler-api', 'sfu-server', 'clerk-console', 'kiosk-app', 'deploy'];
/** What their integration tests show does not depend on the database. */
const WITHOUT_DATABASE = ['sfu-server', 'clerk-console', 'kiosk-app', 'deploy'];

export const suiteRunners: Record<SuiteName, SuiteRunner> = {
  lint: (context) => check(context, [['biome', 'check', '--error-on-warnings', '.']]),
  types: (context) =>
    check(
      context,
      ['.', ...WORKSPACES].map((workspace) => ['tsc', '-p', workspace]),
    ),
  boundaries: (context) => check(context, [['depcruise', '--config', '.dependency-cruiser.mjs', ...WORKSPACES]]),
  'dead-code': (context) => check(context, [['knip', '--no-progress']]),
  licences: async ({ say }) => {
    const problems = findLicenceProblems(JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')));
    for (const problem of problems) say(`  licence not on the list: ${problem}`);
    return problems.length > 0 ? counted(0, problems.length) : counted(1, 0);
  },
  unit: (context) => vitest(context, '*.test.{ts,tsx}', ['--project=unit', '--project=components']),
  integration: (context) =>
    vitest(context, '*.integration.test.ts', ['--project=integration'], { TEST_DATABASE_URL: undefined }),
  'integration:postgres': async (context) => {
    const server = await startPostgres();
    try {
      const others = WITHOUT_DATABASE.map((workspace) => `--exclude=${workspace}/**`);
      const env = { TEST_DATABASE_URL: server.url };
      return await vitest(context, '*.integration.test.ts', ['--project=integration', ...others], env);
    } finally {
      await server.stop();
    }
  },
  'stand-in': (context) => vitest(context, 'electron-stand-in/**/*.test.ts', ['--project=stand-in']),
  e2e: playwright,
};

/** Tools that say yes or no: each command counts as one test. */
async function check(context: SuiteContext, commands: string[][]): Promise<Outcome> {
  let passed = 0;
  for (const [command = '', ...args] of commands) {
    const result = await context.tools.run(command, args);
    if (result.exitCode === 0) passed += 1;
    else context.say(result.output);
  }
  return counted(passed, commands.length - passed);
}

async function vitest(
  context: SuiteContext,
  files: string,
  projects: string[],
  env: NodeJS.ProcessEnv = {},
): Promise<Outcome> {
  if (!hasFiles(files)) return { kind: 'not run', reason: 'no tests yet' };
  const report = path.join(context.resultFolder, 'vitest.json');
  const result = await context.tools.run(
    'vitest',
    ['run', ...projects, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    env,
  );
  return conclude(context, result, () => countVitest(readJson(report)));
}

async function playwright(context: SuiteContext): Promise<Outcome> {
  if (!hasFiles('*.spec.ts')) return { kind: 'not run', reason: 'no tests yet' };
  const report = path.join(context.resultFolder, 'playwright.json');
  const runtime = findElectronRuntime();
  const result = await context.tools.run('playwright', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    ELECTRON_OVERRIDE_DIST_PATH: runtime.distPath,
  });
  return conclude(context, result, () => countPlaywright(readJson(report)));
}

function conclude(context: SuiteContext, { exitCode, output }: ToolResult, count: () => Counts): Outcome {
  if (exitCode !== 0) context.say(output);
  try {
    return withExitCode(count(), exitCode);
  } catch (error) {
    context.say(`The results can't be read: ${String(error)}`);
    return counted(0, 1);
  }
}

function hasFiles(pattern: string): boolean {
  const [first] = globSync(`{${WORKSPACES.join(',')}}/**/${pattern}`, {
    cwd: root,
    exclude: (name) => name === 'node_modules' || name === 'dist',
  });
  return first !== undefined;
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
