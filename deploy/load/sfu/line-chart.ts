export type Line = { name: string; points: readonly { x: number; y: number }[] };

const width = 760;
const height = 400;
const plot = { left: 64, right: 560, top: 40, bottom: 344 };
const colours = ['#24522f', '#1f5fa8', '#b3541e', '#7a3fa0', '#555555', '#7a5f10'];

/** Lines over a common axis from zero, as SVG: readable without colour by the names beside their ends. */
export function lineChart(
  { title, description, xName, yName }: { title: string; description: string; xName: string; yName: string },
  lines: readonly Line[],
): string {
  const points = lines.flatMap((line) => line.points);
  const right = stepOf(Math.max(1, ...points.map(({ x }) => x)));
  const top = stepOf(Math.max(1, ...points.map(({ y }) => y)));
  const x = (value: number) => (plot.left + (value / right.end) * (plot.right - plot.left)).toFixed(1);
  const y = (value: number) => (plot.bottom - (value / top.end) * (plot.bottom - plot.top)).toFixed(1);
  const vertical = ticks(right).map(
    (value) =>
      `<line x1="${x(value)}" x2="${x(value)}" y1="${plot.top}" y2="${plot.bottom}" stroke="#e3e3e3"/><text x="${x(value)}" y="${plot.bottom + 20}" text-anchor="middle" fill="#333">${value}</text>`,
  );
  const horizontal = ticks(top).map(
    (value) =>
      `<line x1="${plot.left}" x2="${plot.right}" y1="${y(value)}" y2="${y(value)}" stroke="#e3e3e3"/><text x="${plot.left - 8}" y="${Number(y(value)) + 4}" text-anchor="end" fill="#333">${value}</text>`,
  );
  const labels = spread(lines.map((line) => Number(y(line.points.at(-1)?.y ?? 0))));
  const drawn = lines.map((line, index) => {
    const colour = colours[index % colours.length];
    const path = line.points.map((point) => `${x(point.x)},${y(point.y)}`).join(' ');
    const dots = line.points.length > 30 ? [] : line.points;
    const marks = dots
      .map((point) => `<circle cx="${x(point.x)}" cy="${y(point.y)}" r="3" fill="${colour}"/>`)
      .join('');
    return `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>${marks}<text x="${plot.right + 10}" y="${(labels[index] ?? 0) + 4}" fill="${colour}">${escaped(line.name)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="13" role="img" aria-labelledby="t d">
<title id="t">${escaped(title)}</title><desc id="d">${escaped(description)}</desc>
<rect width="${width}" height="${height}" fill="#ffffff"/>
${[...vertical, ...horizontal, ...drawn].join('\n')}
<text x="${plot.left}" y="24" fill="#333">${escaped(yName)}</text>
<text x="${plot.right}" y="${plot.bottom + 40}" text-anchor="end" fill="#333">${escaped(xName)}</text>
</svg>
`;
}

/** A round step that gives four to eight ticks. */
function stepOf(largest: number): { step: number; end: number } {
  const power = 10 ** Math.floor(Math.log10(largest));
  const step = [0.1, 0.2, 0.5, 1, 2].map((part) => part * power).find((one) => largest / one <= 8) ?? power;
  return { step, end: Math.ceil(largest / step - 1e-9) * step };
}

function ticks({ step, end }: { step: number; end: number }): number[] {
  return Array.from({ length: Math.round(end / step) + 1 }, (_, index) => Number((index * step).toFixed(6)));
}

/** Moves labels apart that would lie over each other, in their order. */
function spread(places: readonly number[]): number[] {
  const sorted = places.map((place, index) => ({ place, index })).toSorted((a, b) => a.place - b.place);
  let last = Number.NEGATIVE_INFINITY;
  const moved = new Map<number, number>();
  for (const { place, index } of sorted) {
    last = Math.max(place, last + 16);
    moved.set(index, last);
  }
  return places.map((place, index) => moved.get(index) ?? place);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
