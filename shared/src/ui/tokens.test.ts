import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const folder = new URL('.', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');

type Tokens = ReadonlyMap<string, string>;

/** The custom properties that hold where `selector` matches, after those of `:root`. */
function tokensOf(selector: string): Tokens {
  const css = read('tokens.css').replaceAll(/\/\*[\s\S]*?\*\//g, '');
  const found = new Map<string, string>();
  for (const wanted of [':root', selector]) {
    for (const [, selectors = '', body = ''] of css.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
      if (!selectors.split(',').some((each) => each.trim() === wanted)) continue;
      for (const [, name = '', value = ''] of body.matchAll(/(--[\w-]+):\s*([^;]+);/g)) found.set(name, value.trim());
    }
  }
  return found;
}

/** WCAG's relative luminance of `#rrggbb`. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(tokens: Tokens, first: string, second: string): number {
  const [a, b] = [first, second].map((name) => {
    const hex = tokens.get(name) ?? '';
    if (!/^#[\da-f]{6}$/.test(hex)) throw new Error(`${name} is not a colour: ${hex}`);
    return luminance(hex);
  });
  const [light, dark] = [a ?? 0, b ?? 0].sort((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

const pairs = (names: string, backgrounds: string) =>
  names.split(' ').flatMap((name) => backgrounds.split(' ').map((background) => [name, background] as const));

/** Words that people read: 7 to 1. */
const reading = [
  ...pairs('--ink', '--paper --surface --sunken --chosen --good-soft --warn-soft --bad-soft --info-soft'),
  ...pairs('--ink-soft', '--paper --surface --chosen'),
  ...pairs('--good', '--paper --surface --good-soft'),
  ...pairs('--warn', '--paper --surface --warn-soft'),
  ...pairs('--bad', '--paper --surface --bad-soft'),
  ...pairs('--info', '--paper --surface --info-soft'),
  ...pairs('--mark', '--paper --surface'),
  ...pairs('--stage-ink --stage-soft', '--stage --stage-raised'),
  ...pairs('--stage', '--stage-ink'),
];

/** Bold words on coloured buttons, and soft words on a sunken ground: 4.5 to 1. */
const labels = [
  ...pairs('--on-carmine', '--carmine --carmine-hover --carmine-press'),
  ...pairs('--on-danger', '--danger-fill --danger-hover'),
  ...pairs('--ink-soft', '--sunken'),
  ...pairs('--ink', '--press'),
  ...pairs('--stage-ink', '--stage-hover'),
];

/** Edges of controls and the focus ring: 3 to 1. */
const edges = [
  ...pairs('--line-strong', '--paper --surface --sunken'),
  ...pairs('--focus', '--paper --surface --sunken --stage'),
];

const atLeast = (limit: number, wanted: typeof reading, tokens: Tokens) =>
  wanted
    .map(([name, background]) => ({ name, background, ratio: contrast(tokens, name, background) }))
    .filter(({ ratio }) => ratio < limit)
    .map(({ name, background, ratio }) => `${name} on ${background} is ${ratio.toFixed(2)}`);

describe.each(['light', 'dark', 'contrast'])('the %s theme', (theme) => {
  const tokens = tokensOf(`[data-theme="${theme}"]`);

  it('lets words be read at 7 to 1', () => {
    expect(atLeast(7, reading, tokens)).toEqual([]);
  });

  it('labels its controls at 4.5 to 1 or better, in high contrast at 7 to 1', () => {
    expect(atLeast(theme === 'contrast' ? 7 : 4.5, labels, tokens)).toEqual([]);
  });

  it('shows edges and focus at 3 to 1', () => {
    expect(atLeast(3, theme === 'light' ? edges.filter(([, ground]) => ground !== '--stage') : edges, tokens)).toEqual(
      [],
    );
  });
});

describe('the scales', () => {
  it('give the kiosk targets of 64 px and more, the console 32 to 36', () => {
    const pixels = (scale: string, name: string) =>
      Number.parseInt(tokensOf(`[data-scale="${scale}"]`).get(name) ?? '', 10);
    expect(pixels('kiosk', '--target-small')).toBeGreaterThanOrEqual(64);
    expect(pixels('kiosk', '--card-height')).toBeGreaterThanOrEqual(96);
    expect([pixels('console', '--target-small'), pixels('console', '--target')]).toEqual([32, 36]);
  });
});

describe('style sheets of components', () => {
  const sheets = readdirSync(folder).filter((name) => name.endsWith('.module.css'));

  it.each(sheets)('%s takes every colour and size from the tokens', (name) => {
    const literals = read(name).match(/#[\da-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(|\b\d*\.?\d+(?:px|rem|ms|s)\b/g);
    expect(literals ?? []).toEqual([]);
  });

  it.each([...sheets, 'base.css'])('%s names only tokens that exist', (name) => {
    const known = new Set([...tokensOf(':root').keys(), '--trigger-width']); // the last is react-aria's
    const used = [...read(name).matchAll(/var\((--[\w-]+)/g)].map(([, token = '']) => token);
    expect(used.filter((token) => !known.has(token))).toEqual([]);
  });
});
