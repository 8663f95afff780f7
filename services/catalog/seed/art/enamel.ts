import { disc, flat, range, within } from './ink.ts';
import type { Paint } from './model.ts';
import { lighter } from './palette.ts';

export function speckles(paint: Paint, d: string): string {
  return paint.pattern === 'speckle'
    ? within(
        d,
        range(420)
          .map((i) =>
            flat(
              disc(140 + ((i * 0.754878) % 1) * 520, 180 + ((i * 0.56984) % 1) * 500, 1.4 + (i % 3) * 0.9),
              lighter(paint.main, 0.75),
              0.8,
            ),
          )
          .join(''),
      )
    : '';
}
