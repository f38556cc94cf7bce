import { lineChart } from './line-chart.ts';
import type { Row } from './series.ts';

/** How the share of a core grows with what a server sends on; rooms of three and four are points of their own. */
export function pictureOf(rows: readonly Row[]): string {
  const shown = rows.filter(({ verdict }) => verdict !== 'broken');
  const lineOf = (server: string, people: number) => ({
    name: people === 2 ? server : `${server}, rooms of ${people}`,
    points: shown
      .filter((row) => row.server === server && row.people === people)
      .map(({ calls, cpuShare }) => ({ x: calls, y: cpuShare * 100 })),
  });
  const servers = [...new Set(shown.map(({ server }) => server))];
  const lines = [...servers.map((server) => lineOf(server, 2)), lineOf('ours', 3), lineOf('ours', 4)];
  return lineChart(
    {
      title: 'Cost of calls on one core',
      description: lines
        .filter(({ points }) => points.length > 0)
        .map(({ name, points }) => `${name}: ${points.map(({ x, y }) => `${x} rooms ${y.toFixed(1)} %`).join(', ')}`)
        .join('; '),
      yName: 'percent of one core',
      xName: 'rooms at once (of two people where nothing else is said)',
    },
    lines.filter(({ points }) => points.length > 0),
  );
}
