import { line } from './ink.ts';
import type { Paint } from './model.ts';
import { darker } from './palette.ts';

/** A braided rope along a path: the body, its flecks and a light ridge. */
export function rope(d: string, paint: Paint, width = 26): string {
  const fleck = (colour: string, dash: string, w: number, opacity: number) =>
    `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${w}" stroke-dasharray="${dash}" opacity="${opacity}"/>`;
  return (
    line(d, darker(paint.main, 0.5), width + 3) +
    line(d, paint.main, width) +
    fleck(paint.accent, '7 15', width * 0.46, 1) +
    (paint.pattern === 'speckle' ? fleck(paint.trim, '4 29', width * 0.86, 0.9) : '') +
    fleck(darker(paint.main, 0.6), '2 9', width * 0.94, 0.26) +
    `<g transform="translate(-3 -4)">${line(d, '#fff', width * 0.24, 0.3)}</g><g transform="translate(3 5)">${line(d, '#0d1828', width * 0.4, 0.2)}</g>`
  );
}
