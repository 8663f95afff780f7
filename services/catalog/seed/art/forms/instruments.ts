import {
  both,
  box,
  cylinder,
  disc,
  flat,
  gleam,
  line,
  place,
  range,
  shape,
  sym,
  tube,
  within,
} from '../ink.ts';
import type { Form, Paint } from '../model.ts';
import { blend, darker, lighter } from '../palette.ts';

const polar = (cx: number, cy: number, r: number, turn: number): string =>
  `${(cx + Math.sin(turn * 2 * Math.PI) * r).toFixed(1)} ${(cy - Math.cos(turn * 2 * Math.PI) * r).toFixed(1)}`;

const ticks = (
  cx: number,
  cy: number,
  r: number,
  count: number,
  size: number,
  colour: string,
  width: number,
) =>
  line(
    range(count)
      .map((i) => `M${polar(cx, cy, r, i / count)} L${polar(cx, cy, r - size, i / count)}`)
      .join(' '),
    colour,
    width,
  );

const text = (x: number, y: number, size: number, colour: string, words: string) =>
  `<text x="${x}" y="${y}" font-family="Georgia, DejaVu Serif, serif" font-size="${size}" fill="${colour}" text-anchor="middle">${words}</text>`;

function rose(cx: number, cy: number, r: number, paint: Paint): string {
  return (
    range(4)
      .map((i) =>
        place(
          cx,
          cy,
          i * 90 + 45,
          1,
          flat(`M0 ${-r * 0.56} L${r * 0.12} ${-r * 0.12} L0 0 Z`, darker(paint.accent, 0.1)) +
            flat(`M0 ${-r * 0.56} L${-r * 0.12} ${-r * 0.12} L0 0 Z`, lighter(paint.accent, 0.45)),
        ),
      )
      .join('') +
    range(4)
      .map((i) =>
        place(
          cx,
          cy,
          i * 90,
          1,
          flat(`M0 ${-r * 0.78} L${r * 0.15} ${-r * 0.15} L0 0 Z`, '#26323f') +
            flat(`M0 ${-r * 0.78} L${-r * 0.15} ${-r * 0.15} L0 0 Z`, '#8a98a4'),
        ),
      )
      .join('')
  );
}

export const compass: Form = (paint) => {
  const letters = [
    ['N', 400, 332],
    ['E', 528, 458],
    ['S', 400, 582],
    ['W', 272, 458],
  ] as const;
  return {
    body:
      (paint.has('handle') ? tube('M400 196 C330 60 470 60 400 196', paint.trim, 11) : '') +
      shape(box(376, 170, 48, 70, 12), paint.main, 's') +
      shape(disc(400, 200, 34), darker(paint.main, 0.1), 's') +
      flat(disc(400, 200, 18), darker(paint.main, 0.6)) +
      shape(disc(400, 448, 218), paint.main, 'l') +
      shape(disc(400, 448, 192), darker(paint.main, 0.12), 's') +
      flat(disc(400, 448, 182), darker(paint.main, 0.55)) +
      shape(disc(400, 448, 178), '#f3eedf', 's') +
      ticks(400, 448, 170, 72, 10, '#3a4652', 1.6) +
      ticks(400, 448, 170, 12, 20, '#26323f', 3.5) +
      rose(400, 448, 130, paint) +
      letters
        .map(([letter, x, y]) =>
          text(x, y, 34, letter === 'N' ? darker(paint.accent, 0.05) : '#26323f', letter),
        )
        .join('') +
      place(
        400,
        448,
        34,
        1,
        flat('M0 -142 L13 0 L-13 0 Z', '#c5392f') +
          flat('M0 142 L13 0 L-13 0 Z', '#e9ecee') +
          line('M0 142 L13 0 L-13 0 Z', '#6c7780', 1.5),
      ) +
      shape(disc(400, 448, 14), paint.main, 's') +
      `<g opacity=".28">${flat('M262 330 C310 270 400 256 470 290 C400 320 320 390 270 500 C236 450 236 380 262 330 Z', '#fff')}</g>`,
  };
};

export const dial: Form = (paint) => {
  const clock = paint.has('twin');
  return {
    body:
      shape(disc(400, 400, 262), paint.main, 'l') +
      range(3)
        .map((i) => {
          const [x, y] = polar(400, 400, 240, i / 3 + 1 / 6)
            .split(' ')
            .map(Number);
          return (
            shape(disc(x ?? 0, y ?? 0, 11), lighter(paint.main, 0.2), 's') +
            line(`M${(x ?? 0) - 6} ${y} h12`, darker(paint.main, 0.5), 2.5)
          );
        })
        .join('') +
      shape(disc(400, 400, 216), darker(paint.main, 0.18), 's') +
      shape(disc(400, 400, 200), paint.main, 's') +
      flat(disc(400, 400, 188), darker(paint.main, 0.6)) +
      shape(disc(400, 404, 184), paint.trim, 's') +
      (clock
        ? ticks(400, 404, 172, 60, 10, '#2c3742', 2) +
          ticks(400, 404, 172, 12, 20, '#2c3742', 5) +
          range(12)
            .map((i) => {
              const [x, y] = polar(400, 404, 128, (i + 1) / 12)
                .split(' ')
                .map(Number);
              return text(x ?? 0, (y ?? 0) + 12, 36, '#2c3742', String(i + 1));
            })
            .join('') +
          line('M400 404 L330 350', '#2c3742', 10) +
          line('M400 404 L476 296', '#2c3742', 7) +
          line(`M400 404 L400 546`, paint.accent, 3)
        : ticks(400, 404, 168, 100, 9, '#2c3742', 1.5) +
          ticks(400, 404, 168, 20, 18, '#2c3742', 3) +
          line(
            'M294 510 C230 450 230 330 300 280 C360 236 440 236 500 280 C570 330 570 450 506 510',
            paint.accent,
            4,
            0.8,
          ) +
          text(304, 388, 22, '#2c3742', 'RAIN') +
          text(400, 312, 22, '#2c3742', 'CHANGE') +
          text(498, 388, 22, '#2c3742', 'FAIR') +
          text(400, 520, 20, '#5c6873', 'hPa') +
          place(400, 404, 38, 1, flat('M0 -150 L8 20 L0 50 L-8 20 Z', '#26323f')) +
          place(400, 404, 12, 1, flat('M0 -140 L4 0 L0 44 L-4 0 Z', paint.accent))) +
      shape(disc(400, 404, 14), paint.main, 's') +
      `<g opacity=".25">${flat('M250 300 C300 236 400 216 480 250 C400 290 320 360 266 470 C228 420 228 350 250 300 Z', '#fff')}</g>`,
  };
};

export const binoculars: Form = (paint) => {
  const barrel =
    'M420 330 L452 250 L536 250 C560 300 620 420 634 520 C640 570 620 610 584 622 L480 622 C446 612 430 570 428 520 Z';
  return {
    body:
      tube('M250 300 C130 180 200 90 400 110 C600 90 670 180 550 300', paint.trim, 15) +
      shape(box(360, 330, 80, 170, 20), darker(paint.main, 0.3), 'm') +
      cylinder(box(376, 276, 48, 90, 12), darker(paint.main, 0.5)) +
      range(6)
        .map((i) => line(`M${380 + i * 8} 286 v66`, '#11161c', 2, 0.5))
        .join('') +
      both(barrel, (d) => shape(d, paint.main, 'l')) +
      both('M436 440 C490 428 560 424 606 432 L622 500 C560 490 490 494 434 506 Z', (d) =>
        shape(d, paint.accent, 's'),
      ) +
      both(box(452, 192, 88, 66, 12), (d) => cylinder(d, darker(paint.main, 0.45))) +
      both(box(444, 242, 104, 22, 8), (d) => cylinder(d, paint.accent)) +
      both(disc(534, 610, 104, 34), (d) => shape(d, darker(paint.main, 0.5), 's')) +
      both(disc(534, 614, 82, 23), (d) => flat(d, '#24364a')) +
      flat(disc(520, 612, 52, 11), '#6f9ab5', 0.75) +
      flat(disc(252, 612, 52, 11), '#6f9ab5', 0.75) +
      range(9)
        .map(
          (i) =>
            flat(disc(256 - (i % 3) * 22, 540 + Math.floor(i / 3) * 16, 4), darker(paint.main, 0.4)) +
            flat(disc(500 + (i % 3) * 22, 540 + Math.floor(i / 3) * 16, 4), darker(paint.main, 0.4)),
        )
        .join('') +
      gleam('M268 300 C240 360 214 430 200 500', 14, 0.34) +
      gleam('M474 300 C460 350 452 420 452 480', 12, 0.26),
    ground: { x: 400, y: 640, rx: 230 },
  };
};

export const radio: Form = (paint) => ({
  body:
    tube('M326 270 V110', '#30353b', 24) +
    cylinder(box(312, 240, 30, 44, 6), '#30353b') +
    cylinder(box(430, 226, 52, 54, 10), darker(paint.main, 0.4)) +
    shape(
      'M288 268 L512 268 C530 268 536 280 536 300 L526 640 C524 672 508 684 480 684 L320 684 C292 684 276 672 274 640 L264 300 C264 280 270 268 288 268 Z',
      paint.main,
      'l',
    ) +
    shape(box(296, 306, 208, 130, 14), '#262b31', 's') +
    flat(box(310, 320, 180, 102, 6), '#b9cfae') +
    `<text x="400" y="392" font-family="DejaVu Sans Mono, monospace" font-weight="700" font-size="58" fill="#27352c" text-anchor="middle">16</text>` +
    range(4)
      .map((i) => flat(box(318 + i * 12, 344 - i * 4, 7, 12 + i * 4), '#27352c'))
      .join('') +
    range(6)
      .map((i) =>
        shape(
          box(302 + (i % 3) * 70, 456 + Math.floor(i / 3) * 48, 56, 32, 10),
          i === 0 ? paint.accent : darker(paint.main, 0.4),
          's',
        ),
      )
      .join('') +
    range(5)
      .map((i) => line(`M${330 + i * 4} ${568 + i * 20} H${470 - i * 4}`, darker(paint.main, 0.6), 8))
      .join('') +
    shape(box(252, 350, 20, 90, 8), paint.accent, 's') +
    gleam('M284 300 L292 600', 10, 0.34) +
    flat(box(360, 274, 80, 18, 5), paint.trim, 0.9),
  ground: { x: 400, y: 684, rx: 124 },
});

export const bell: Form = (paint) => ({
  scale: 0.88,
  body:
    shape(box(300, 110, 200, 30, 12), darker(paint.main, 0.25), 's') +
    tube('M400 140 V190', darker(paint.main, 0.1), 22) +
    cylinder(sym('M400 186 C470 190 500 240 506 330 C512 440 540 520 590 570 L400 572'), paint.main) +
    cylinder(sym('M400 560 L594 560 C606 580 604 596 590 600 L400 604'), lighter(paint.main, 0.08)) +
    within(
      sym('M400 186 C470 190 500 240 506 330 C512 440 540 520 590 570 L400 572'),
      line('M200 300 H604 M200 316 H612 M200 500 H640 M200 516 H640', darker(paint.main, 0.4), 4, 0.5),
    ) +
    shape(disc(400, 616, 32), darker(paint.main, 0.3), 'm') +
    tube('M400 640 C396 670 404 690 400 740', paint.accent, 18) +
    range(4)
      .map((i) => line(`M390 ${656 + i * 20} l20 12`, lighter(paint.accent, 0.5), 4))
      .join('') +
    shape(disc(400, 744, 18), paint.accent, 's') +
    gleam('M330 250 C318 340 310 440 290 520', 12, 0.5) +
    `${text(400, 424, 34, blend(paint.main, '#3a2a10', 0.72), 'QUAYSIDE')}`,
});
