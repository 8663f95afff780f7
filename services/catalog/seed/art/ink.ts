/** Drawing primitives: every function returns SVG text or path data, and is free of state. */

export const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

export type Depth = 's' | 'm' | 'l';

type Command = { letter: string; points: [number, number][] };

function parse(d: string): Command[] {
  const commands: Command[] = [];
  for (const match of d.matchAll(/([MLCQZ])([^MLCQZ]*)/g)) {
    const numbers = (match[2] ?? '').match(/-?\d+(\.\d+)?/g)?.map(Number) ?? [];
    const points: [number, number][] = [];
    for (let i = 0; i + 1 < numbers.length; i += 2) points.push([numbers[i] ?? 0, numbers[i + 1] ?? 0]);
    commands.push({ letter: match[1] ?? 'L', points });
  }
  return commands;
}

const write = (points: [number, number][]) => points.map(([x, y]) => `${x} ${y}`).join(' ');

/** The path mirrored at a vertical axis; light and shadow are applied after mirroring, so they stay put. */
export function flip(d: string, axis = 400): string {
  return parse(d)
    .map(({ letter, points }) => letter + write(points.map(([x, y]) => [2 * axis - x, y])))
    .join(' ');
}

/** A closed symmetric outline from its right half, drawn from the top of the axis to its bottom. */
export function sym(half: string, axis = 400): string {
  const commands = parse(half).filter(({ letter }) => letter !== 'Z');
  const ends = commands.map(({ points }): [number, number] => points.at(-1) ?? [0, 0]);
  let back = '';
  for (let i = commands.length - 1; i > 0; i -= 1) {
    const command = commands[i];
    const target = ends[i - 1];
    if (!command || !target) continue;
    const mirrored = [...command.points.slice(0, -1).reverse(), target] as [number, number][];
    back += ` ${command.letter}${write(mirrored.map(([x, y]) => [2 * axis - x, y]))}`;
  }
  const [x, y]: [number, number] = ends.at(-1) ?? [axis, 0];
  const cross = x === axis ? '' : ` L${2 * axis - x} ${y}`;
  return `${half}${cross}${back} Z`;
}

export function disc(cx: number, cy: number, rx: number, ry = rx): string {
  const kx = rx * 0.5523;
  const ky = ry * 0.5523;
  return (
    `M${cx} ${cy - ry} C${cx + kx} ${cy - ry} ${cx + rx} ${cy - ky} ${cx + rx} ${cy} ` +
    `C${cx + rx} ${cy + ky} ${cx + kx} ${cy + ry} ${cx} ${cy + ry} ` +
    `C${cx - kx} ${cy + ry} ${cx - rx} ${cy + ky} ${cx - rx} ${cy} ` +
    `C${cx - rx} ${cy - ky} ${cx - kx} ${cy - ry} ${cx} ${cy - ry} Z`
  );
}

export function box(x: number, y: number, w: number, h: number, r = 0): string {
  const [e, b] = [x + w, y + h];
  return (
    `M${x + r} ${y} L${e - r} ${y} Q${e} ${y} ${e} ${y + r} L${e} ${b - r} Q${e} ${b} ${e - r} ${b} ` +
    `L${x + r} ${b} Q${x} ${b} ${x} ${b - r} L${x} ${y + r} Q${x} ${y} ${x + r} ${y} Z`
  );
}

/** A filled part with volume: lit at its upper left, shaded at its lower right. */
export const shape = (d: string, fill: string, depth: Depth = 'm'): string =>
  `<path d="${d}" fill="${fill}" filter="url(#lit-${depth})"/>`;

export const flat = (d: string, fill: string, opacity = 1): string =>
  `<path d="${d}" fill="${fill}" opacity="${opacity}"/>`;

export const line = (d: string, stroke: string, width = 3, opacity = 1): string =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" opacity="${opacity}" stroke-linecap="round" stroke-linejoin="round"/>`;

export const stitch = (d: string, stroke: string, opacity = 0.55): string =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="2" stroke-dasharray="7 5" opacity="${opacity}"/>`;

/** A blurred fill or stroke, for soft shadows, folds and reflections. */
export const haze = (d: string, fill: string, opacity: number, blur: 4 | 8 | 16 = 8): string =>
  `<path d="${d}" fill="${fill}" opacity="${opacity}" filter="url(#blur-${blur})"/>`;

export const fold = (d: string, width = 12, opacity = 0.2): string =>
  `<path d="${d}" fill="none" stroke="#0d1828" stroke-width="${width}" opacity="${opacity}" stroke-linecap="round" filter="url(#haze-${width > 14 ? 8 : 4})"/>`;

export const gleam = (d: string, width = 8, opacity = 0.4): string =>
  `<path d="${d}" fill="none" stroke="#fffdf6" stroke-width="${width}" opacity="${opacity}" stroke-linecap="round" filter="url(#haze-${width > 14 ? 8 : 4})"/>`;

/** A round bar, strap or cord along a path. */
export function tube(d: string, fill: string, width: number): string {
  const shift = Math.max(1, width * 0.16);
  return (
    line(d, fill, width) +
    `<g transform="translate(${shift} ${shift})">${line(d, '#0d1828', width * 0.55, 0.2)}</g>` +
    `<g transform="translate(${-shift} ${-shift})">${line(d, '#ffffff', width * 0.28, 0.38)}</g>`
  );
}

function identify(text: string): string {
  let hash = 5381;
  for (let i = 0; i < text.length; i += 1) hash = ((hash * 33) ^ text.charCodeAt(i)) >>> 0;
  return hash.toString(36);
}

/** Content shown only inside the outline. */
export function within(d: string, content: string): string {
  const id = `c${identify(d)}`;
  return `<clipPath id="${id}"><path d="${d}" clip-rule="evenodd"/></clipPath><g clip-path="url(#${id})">${content}</g>`;
}

export const place = (x: number, y: number, angle: number, scale: number, content: string): string =>
  `<g transform="translate(${x} ${y}) rotate(${angle}) scale(${scale})">${content}</g>`;

/** Left and right copies of a path, each given to the same pen. */
export const both = (d: string, pen: (path: string) => string, axis = 400): string =>
  pen(flip(d, axis)) + pen(d);

/** A vertical or horizontal metal-like gradient fill: a cylinder seen from the side. */
export function cylinder(d: string, fill: string, upright = true): string {
  const id = `g${identify(d + fill)}`;
  const axis = upright ? 'x2="1" y2="0"' : 'x2="0" y2="1"';
  const stop = (at: number, colour: string, opacity: number) =>
    `<stop offset="${at}" stop-color="${colour}" stop-opacity="${opacity}"/>`;
  return (
    `<linearGradient id="${id}" x1="0" y1="0" ${axis}>${stop(0, '#0d1828', 0.22)}${stop(0.16, '#fffdf6', 0.1)}` +
    `${stop(0.27, '#fffdf6', 0.5)}${stop(0.4, '#fffdf6', 0.06)}${stop(0.66, '#0d1828', 0.08)}${stop(0.94, '#0d1828', 0.42)}` +
    `${stop(1, '#0d1828', 0.34)}</linearGradient>${flat(d, fill)}${flat(d, `url(#${id})`)}`
  );
}
