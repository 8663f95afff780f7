import { box, line, shape } from './ink.ts';
import type { Paint } from './model.ts';
import { darker } from './palette.ts';

export const buckle = (x: number, y: number) =>
  shape(box(x - 20, y - 15, 40, 30, 6), '#33373c', 's') +
  line(`M${x - 6} ${y - 8} v16 M${x + 6} ${y - 8} v16`, '#6b7178', 3);

export function label(paint: Paint, x: number, y: number, w = 84): string {
  return (
    shape(box(x, y, w, w * 0.5, 5), paint.trim, 's') +
    line(
      `M${x + 14} ${y + w * 0.3} q${w * 0.09} ${-w * 0.16} ${w * 0.18} 0 t${w * 0.18} 0 t${w * 0.18} 0 t${w * 0.18} 0`,
      darker(paint.trim, 0.5),
      4,
    )
  );
}
