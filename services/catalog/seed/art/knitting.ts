import { box, disc, flat, line, range } from './ink.ts';
import type { Paint } from './model.ts';
import { darker, lighter } from './palette.ts';

/** Rows of small V stitches. */
export function knit(
  x: number,
  y: number,
  w: number,
  h: number,
  colour: string,
  opacity = 0.3,
  step = 14,
): string {
  let d = '';
  for (let row = 0; row * step < h; row += 1)
    for (let col = 0; col * step < w; col += 1) {
      const [px, py] = [x + col * step, y + row * step];
      d += `M${px} ${py} l${step / 2} ${step * 0.6} l${step / 2} ${-step * 0.6} `;
    }
  return line(d, colour, 2, opacity);
}

export function ribs(x: number, y: number, w: number, h: number, colour: string, step = 11): string {
  return range(Math.ceil(w / step))
    .map((i) => line(`M${x + i * step} ${y} v${h}`, darker(colour, 0.45), 3, 0.38))
    .join('');
}

export function cable(x: number, y: number, h: number, colour: string): string {
  const turns = range(Math.ceil(h / 48));
  const strand = (sign: number) =>
    turns.map((i) => `M${x - sign * 13} ${y + i * 48} c0 18 ${sign * 26} 30 ${sign * 26} 48`).join(' ');
  return (
    line(`M${x - 27} ${y} v${h} M${x + 27} ${y} v${h}`, darker(colour, 0.4), 4, 0.4) +
    line(strand(1), darker(colour, 0.45), 17, 0.55) +
    line(strand(1), lighter(colour, 0.1), 12) +
    line(strand(-1), darker(colour, 0.45), 17, 0.55) +
    line(strand(-1), lighter(colour, 0.16), 12)
  );
}

export function fairIsle(paint: Paint, y: number): string {
  return range(26)
    .map((i) => {
      const x = 150 + i * 20;
      return (
        flat(`M${x} ${y} l10 10 l-10 10 l-10 -10 Z`, paint.accent) +
        flat(box(x + 6, y + 32, 8, 8), paint.trim) +
        flat(box(x - 4, y + 40, 8, 8), paint.trim) +
        flat(`M${x} ${y + 60} l8 16 h-16 Z`, paint.accent) +
        flat(box(x - 3, y + 88, 6, 6), paint.trim)
      );
    })
    .join('');
}

export function surface(paint: Paint): string {
  const { main, accent } = paint;
  if (paint.pattern === 'stripes')
    return (
      range(12)
        .map((i) => flat(box(120, 262 + i * 36, 560, 15), accent))
        .join('') + knit(120, 210, 560, 500, darker(main, 0.5), 0.2)
    );
  if (paint.pattern === 'cable')
    return (
      knit(120, 210, 560, 500, darker(main, 0.5), 0.18) +
      [-100, 0, 100].map((x) => cable(400 + x, 214, 470, main)).join('') +
      [-50, 50].map((x) => cable(400 + x, 214, 470, main)).join('')
    );
  if (paint.pattern === 'rib') return ribs(110, 200, 580, 520, main, 16);
  if (paint.pattern === 'yoke')
    return fairIsle(paint, 262) + knit(120, 210, 560, 500, darker(main, 0.5), 0.22);
  if (paint.pattern === 'block')
    return flat(box(100, 200, 600, 190), accent) + knit(120, 210, 560, 500, darker(main, 0.5), 0.22);
  if (paint.pattern === 'speckle')
    return (
      range(420)
        .map((i) =>
          flat(
            disc(140 + ((i * 0.754878) % 1) * 520, 210 + ((i * 0.56984) % 1) * 480, 2.6),
            i % 3 ? accent : paint.trim,
            0.8,
          ),
        )
        .join('') + knit(120, 210, 560, 500, darker(main, 0.5), 0.2)
    );
  return knit(120, 210, 560, 500, darker(main, 0.5), 0.26);
}
