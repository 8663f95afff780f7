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
import type { Form } from '../model.ts';
import { darker, lighter } from '../palette.ts';
import { rope } from '../rope.ts';

const centred = (angle: number, scale: number, content: string) =>
  place(400, 400, angle, scale, `<g transform="translate(-400 -400)">${content}</g>`);

export const knife: Form = (paint) => {
  const blade = 'M404 372 L690 360 C726 362 742 384 720 398 C650 426 520 436 404 434 Z';
  const handle =
    'M70 392 C80 366 120 356 180 356 L420 364 C434 366 440 380 438 400 C438 424 432 438 416 440 L170 448 C110 446 60 430 70 392 Z';
  const teeth = paint.has('serrated')
    ? `<path d="M420 434 ${range(9)
        .map(() => 'q8 -16 16 -1')
        .join(' ')}" fill="#4a525a"/>`
    : '';
  const spike = paint.has('marlinspike')
    ? cylinder(
        'M120 340 C240 300 420 270 560 262 C570 264 570 270 560 274 C440 300 260 336 140 360 Z',
        '#b9c2c8',
        false,
      )
    : '';
  return {
    body: centred(
      -28,
      0.98,
      tube('M96 402 C30 410 20 480 70 500 C120 520 120 450 88 420', paint.accent, 10) +
        spike +
        shape(blade, '#c5ccd1', 'm') +
        within(blade, flat('M400 410 C520 408 650 400 730 386 L730 440 L400 440 Z', '#eef1f2', 0.8)) +
        line('M430 386 H600', '#8d979e', 5, 0.7) +
        flat(disc(640, 382, 10, 6), '#7d878e') +
        teeth +
        shape(handle, paint.main, 'm') +
        within(
          handle,
          (paint.pattern === 'stripes'
            ? range(8)
                .map((i) => line(`M${140 + i * 34} 350 l-14 100`, darker(paint.main, 0.4), 5, 0.5))
                .join('')
            : paint.pattern === 'band'
              ? range(6)
                  .map((i) =>
                    line(
                      `M80 ${366 + i * 14} C200 ${356 + i * 14} 300 ${372 + i * 14} 440 ${362 + i * 14}`,
                      darker(paint.main, 0.35),
                      2,
                      0.5,
                    ),
                  )
                  .join('')
              : '') + flat('M376 340 H450 V450 H376 Z', paint.trim),
        ) +
        [130, 256, 400].map((x) => shape(disc(x, 402, 11), '#d9c58b', 's')).join('') +
        gleam('M120 376 C200 366 280 368 360 372', 7, 0.4),
    ),
  };
};

export const cleat: Form = (paint) => {
  const horn =
    'M150 372 C144 330 180 320 230 340 C300 364 340 372 400 372 C460 372 500 364 570 340 C620 320 656 330 650 372 C640 400 560 424 500 432 L490 520 L310 520 L300 432 C240 424 160 400 150 372 Z';
  return {
    body:
      shape(
        'M250 512 L550 512 C590 520 610 550 610 578 L190 578 C190 550 210 520 250 512 Z',
        paint.main,
        'm',
      ) +
      shape(horn, paint.main, 'l') +
      flat(
        sym('M400 448 C430 448 440 470 440 490 C440 510 420 512 400 512'),
        darker(paint.main, 0.65),
        0.85,
      ) +
      gleam('M186 352 C260 376 330 388 400 388', 9, 0.6) +
      gleam('M330 440 L334 500', 8, 0.4) +
      both(disc(540, 560, 20, 8), (d) => flat(d, darker(paint.main, 0.55))) +
      (paint.pattern === 'band'
        ? rope(
            'M140 560 C240 470 300 350 420 340 C540 330 600 410 520 430 C420 450 300 400 220 330 C180 290 240 270 320 320 C420 390 520 440 640 560',
            { ...paint, main: paint.accent, accent: paint.trim, pattern: 'plain' },
            28,
          )
        : ''),
    ground: { x: 400, y: 578, rx: 220 },
  };
};

export const shackle: Form = (paint) => {
  const one = (x: number, y: number, s: number, angle: number) =>
    place(
      x,
      y,
      angle,
      s,
      tube('M-84 130 L-84 -20 C-84 -160 84 -160 84 -20 L84 130', darker(paint.main, 0.15), 50) +
        tube('M-84 130 L-84 -20 C-84 -160 84 -160 84 -20 L84 130', paint.main, 44) +
        shape(disc(-84, 134, 44, 40), paint.main, 'm') +
        shape(disc(84, 134, 44, 40), paint.main, 'm') +
        cylinder(box(-150, 116, 300, 38, 10), paint.accent, false) +
        shape(disc(166, 135, 34), paint.accent, 's') +
        flat(disc(166, 135, 12), darker(paint.accent, 0.7)) +
        line('M-144 120 v30 M-134 120 v30 M-124 120 v30', darker(paint.accent, 0.5), 3, 0.6),
    );
  return {
    body: paint.has('twin') ? one(300, 330, 0.9, -14) + one(510, 500, 0.72, 20) : one(390, 400, 1.36, -12),
  };
};

export const winchHandle: Form = (paint) => ({
  body: centred(
    -35,
    1,
    cylinder('M210 372 L600 380 L600 424 L210 436 Z', paint.main, false) +
      flat('M300 392 L540 396 L540 410 L300 414 Z', darker(paint.main, 0.5), 0.7) +
      shape(disc(206, 404, 58), paint.main, 'm') +
      shape(disc(206, 404, 32), darker(paint.main, 0.25), 's') +
      flat(
        'M206 376 L216 394 L234 404 L216 414 L206 432 L196 414 L178 404 L196 394 Z',
        darker(paint.main, 0.75),
      ) +
      cylinder(box(560, 190, 84, 250, 38), paint.accent) +
      range(7)
        .map((i) => line(`M566 ${240 + i * 24} H638`, darker(paint.accent, 0.5), 5, 0.4))
        .join('') +
      shape(disc(602, 200, 46, 20), lighter(paint.accent, 0.15), 's') +
      shape(disc(602, 424, 54, 30), darker(paint.main, 0.15), 's') +
      gleam('M260 386 H520', 6, 0.5) +
      shape(box(250, 352, 40, 18, 8), paint.trim, 's'),
  ),
});

export const carabiner: Form = (paint) => {
  const one = (x: number, y: number, s: number, angle: number, colour: string) =>
    place(
      x,
      y,
      angle,
      s,
      tube('M70 -60 C80 -180 -70 -200 -100 -110 L-110 110 C-110 220 60 220 74 110', darker(colour, 0.2), 44) +
        tube('M70 -60 C80 -180 -70 -200 -100 -110 L-110 110 C-110 220 60 220 74 110', colour, 38) +
        tube('M72 -70 L76 110', '#cfd5d9', 24) +
        cylinder(box(52, -40, 46, 92, 10), paint.accent) +
        range(5)
          .map((i) => line(`M54 ${-26 + i * 16} h42`, darker(paint.accent, 0.5), 4, 0.4))
          .join('') +
        shape(disc(74, 112, 16), '#8f989f', 's'),
    );
  return {
    body: paint.has('twin')
      ? one(300, 330, 0.86, -18, paint.main) + one(520, 470, 0.86, 16, paint.trim)
      : one(410, 400, 1.4, -14, paint.main),
  };
};
