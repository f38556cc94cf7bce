import type { Demo } from './demo.ts';

/** Lines up columns with two blanks between them. */
export function formatColumns(rows: string[][]): string[] {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, column) => Math.max(cell.length, widest[column] ?? 0)),
    [],
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** What a newcomer wants to know once everything runs. */
export function formatStartTable(publicUrl: string, inboxUrl: string, demo: Demo): string {
  const specialist = demo.accounts.find(({ role }) => role === 'specialist');
  // The kiosk's own window takes the first; a browser tab is another kiosk.
  const forBrowser = demo.kiosks.at(1) ?? demo.kiosks[0];
  const kiosk = `${publicUrl}/kiosk/${forBrowser ? `#enrol=${forBrowser.enrolmentCode}` : ''}`;
  const sections: [title: string, lines: string[]][] = [
    [
      'Open',
      formatColumns([
        ['Console', `${publicUrl}/console/`],
        ['Kiosk in an ordinary browser', kiosk],
        ['Public booking page', `${publicUrl}/booking/`],
        ['Mail that was sent', inboxUrl],
        ['API documentation', `${publicUrl}/docs`],
        ['Health', `${publicUrl}/health/ready`],
        ['Metrics', `${publicUrl}/metrics`],
      ]),
    ],
    [
      'Sign in to the console (invented people)',
      formatColumns([
        ['role', 'name', 'user name', 'password', 'works for'],
        ...demo.accounts.map(({ role, name, username, password, place }) => [role, name, username, password, place]),
      ]),
    ],
    ...(demo.identityProviders.length === 0 ? [] : [providersOf(demo)]),
    [
      'Enrol a kiosk (a code is good once, for a day)',
      formatColumns([
        ['kiosk', 'contact point', 'code'],
        ...demo.kiosks.map(({ name, contactPoint, enrolmentCode }) => [name, contactPoint, enrolmentCode]),
      ]),
    ],
    [
      'Try',
      [
        `1. In the console sign in as ${specialist?.username ?? 'a specialist'} and switch yourself to available.`,
        '2. In another window open the kiosk by its address above, which enrols it, and touch to begin.',
        '3. Choose to talk now, and a service; accept the call where it rings; talk, write notes, close the case.',
      ],
    ],
  ];
  return sections.map(([title, lines]) => [title, ...lines.map((line) => `  ${line}`)].join('\n')).join('\n\n');
}

const providersOf = ({ identityProviders }: Demo): [title: string, lines: string[]] => [
  'Sign in through an identity provider (for development: choose who you are, no password)',
  formatColumns([
    ['organisation', 'type as user name'],
    ...identityProviders.map(({ name, domain }) => [name, `anyone@${domain}`]),
  ]),
];
