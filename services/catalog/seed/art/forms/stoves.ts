import { speckles } from '../enamel.ts';
import {
  both,
  box,
  cylinder,
  disc,
  flat,
  gleam,
  haze,
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

export const kettle: Form = (paint) => {
  const pot =
    'M250 400 C270 340 330 318 400 318 C470 318 530 340 550 400 C580 490 580 560 566 630 C562 650 550 656 530 656 L270 656 C250 656 238 650 234 630 C220 560 220 490 250 400 Z';
  return {
    body:
      tube('M262 372 C250 150 550 150 538 372', darker(paint.trim, 0.05), 15) +
      tube('M330 212 C360 196 440 196 470 212', paint.accent, 30) +
      shape(
        'M540 470 C600 450 610 400 640 350 L692 344 C700 352 694 362 684 368 C650 440 640 530 556 580 Z',
        paint.main,
        'm',
      ) +
      shape(pot, paint.main, 'l') +
      cylinder(pot, paint.main).replace(/<path[^>]*fill="#[^"]*"[^>]*\/>/, '') +
      speckles(paint, pot) +
      (paint.pattern === 'band' ? within(pot, flat(box(200, 590, 400, 30), paint.accent)) : '') +
      line('M244 630 C330 640 470 640 556 630', darker(paint.main, 0.4), 3, 0.5) +
      cylinder(sym('M400 288 C460 288 500 304 506 334 C480 346 440 350 400 350'), lighter(paint.main, 0.06)) +
      shape(disc(400, 276, 26), paint.accent, 's') +
      line('M296 336 C340 352 460 352 504 336', darker(paint.main, 0.5), 3, 0.5) +
      gleam('M286 420 C264 480 264 540 272 600', 14, 0.5) +
      both(disc(538, 376, 12), (d) => shape(d, paint.trim, 's')),
    ground: { x: 400, y: 654, rx: 176 },
  };
};

export const stove: Form = (paint) => ({
  body:
    range(3)
      .map((i) =>
        tube(
          `M${310 + i * 90} 330 C${280 + i * 120} 300 ${262 + i * 138} 280 ${256 + i * 144} 244 L${300 + i * 100} 244`,
          paint.accent,
          15,
        ),
      )
      .join('') +
    haze(
      'M340 300 C360 230 380 260 400 200 C420 260 440 230 460 300 Z',
      '#4c9ce0',
      paint.has('lit') ? 0.75 : 0,
      8,
    ) +
    (paint.has('lit')
      ? range(7)
          .map((i) => flat(`M${334 + i * 20} 306 q6 -40 10 -54 q8 22 6 54 Z`, '#5eb0ee', 0.8))
          .join('')
      : '') +
    cylinder('M322 300 L478 300 L458 350 L342 350 Z', paint.accent) +
    range(9)
      .map((i) => flat(disc(338 + i * 15.5, 314, 4), '#1f252b'))
      .join('') +
    cylinder(box(372, 346, 56, 74, 6), '#b9a268') +
    tube('M430 392 H560', '#b8c0c6', 10) +
    tube('M560 360 C600 360 600 424 560 424 C540 424 540 360 560 360', '#b8c0c6', 9) +
    cylinder(box(354, 412, 92, 30, 8), darker(paint.accent, 0.2)) +
    cylinder(
      'M300 470 C310 436 490 436 500 470 L540 500 L540 650 C540 668 526 676 508 676 L292 676 C274 676 260 668 260 650 L260 500 Z',
      paint.main,
    ) +
    flat(box(260, 540, 280, 76), paint.trim) +
    flat(box(480, 540, 60, 76), '#0d1828', 0.2) +
    shape(
      'M400 548 C420 574 428 584 428 594 C428 606 414 610 400 610 C386 610 372 606 372 594 C372 584 380 574 400 548 Z',
      paint.main,
      's',
    ) +
    line('M262 664 H538', darker(paint.main, 0.4), 4, 0.5) +
    gleam('M292 500 V640', 12, 0.4),
  ground: { x: 400, y: 674, rx: 142 },
});

export const burner: Form = (paint) => ({
  scale: 0.9,
  body:
    shape(
      'M110 380 L130 190 C132 176 142 170 156 170 L644 170 C658 170 668 176 670 190 L690 380 Z',
      paint.main,
      'm',
    ) +
    shape('M146 362 L160 204 L640 204 L654 362 Z', darker(paint.main, 0.3), 's') +
    line('M200 230 H600', lighter(paint.main, 0.2), 3, 0.3) +
    shape('M110 380 L690 380 L720 500 L80 500 Z', darker(paint.accent, 0.1), 'm') +
    both(disc(528, 438, 96, 34), (d) => shape(d, '#2d3339', 's')) +
    both(disc(528, 436, 46, 16), (d) => shape(d, '#b9a268', 's')) +
    both('M432 396 L624 478 M624 396 L432 478 M528 388 V488 M420 438 H636', (d) => line(d, '#59626a', 7)) +
    shape(box(80, 496, 640, 108, 16), paint.main, 'm') +
    both(
      disc(590, 550, 30),
      (d) => shape(d, paint.trim, 's') + line('M210 536 v18 M590 536 v18', '#333', 6),
    ) +
    flat(box(330, 534, 140, 32, 8), paint.trim) +
    line('M350 552 q14 -16 28 0 t28 0 t28 0', darker(paint.trim, 0.5), 4) +
    both(box(640, 600, 44, 20, 6), (d) => shape(d, '#2d3339', 's')),
  ground: { x: 400, y: 622, rx: 310 },
});

export const pan: Form = (paint) => ({
  scale: 0.9,
  body: place(
    0,
    40,
    0,
    1,
    tube('M560 330 L720 220', darker(paint.accent, 0.35), 40) +
      tube('M566 326 L720 218', paint.accent, 30) +
      flat(disc(712, 224, 8), darker(paint.accent, 0.6)) +
      shape(disc(350, 400, 250, 190), paint.main, 'l') +
      shape(
        'M100 400 C100 500 212 590 350 590 C488 590 600 500 600 400 L590 450 C570 550 470 626 350 626 C230 626 130 550 110 450 Z',
        darker(paint.main, 0.25),
        'm',
      ) +
      shape(disc(350, 402, 232, 174), darker(paint.main, 0.3), 's') +
      flat(disc(350, 416, 204, 148), darker(paint.main, 0.12)) +
      range(4)
        .map((i) => line(disc(350, 416, 190 - i * 46, 138 - i * 34), lighter(paint.main, 0.2), 2, 0.3))
        .join('') +
      gleam('M180 380 C200 320 260 280 330 272', 16, 0.28) +
      (paint.has('lit')
        ? shape(
            'M250 420 C240 360 320 330 370 350 C440 350 470 410 430 450 C400 500 270 490 250 420 Z',
            '#f6f2e6',
            's',
          ) + shape(disc(348, 412, 44, 36), '#f0b02f', 'm')
        : '') +
      both(disc(552, 340, 9), (d) => shape(d, '#c9d0d4', 's'), 552),
  ),
  ground: { x: 360, y: 650, rx: 210 },
});

export const potSet: Form = (paint) => {
  const pot = 'M210 380 L590 380 L580 620 C578 646 562 656 536 656 L264 656 C238 656 222 646 220 620 Z';
  return {
    body:
      cylinder('M280 240 L520 240 L514 330 L286 330 Z', lighter(paint.main, 0.08)) +
      shape(disc(400, 240, 124, 24), paint.trim, 's') +
      shape(disc(400, 214, 22, 16), paint.accent, 's') +
      tube('M516 280 C590 270 596 310 520 310', paint.accent, 14) +
      cylinder(pot, paint.main) +
      speckles(paint, pot) +
      shape(disc(400, 378, 196, 44), lighter(paint.main, 0.15), 's') +
      flat(disc(400, 374, 178, 34), darker(paint.main, 0.35)) +
      cylinder('M280 300 L520 300 L516 372 C460 392 340 392 284 372 Z', lighter(paint.main, 0.08)) +
      shape(disc(400, 300, 124, 20), lighter(paint.main, 0.2), 's') +
      both('M584 440 C660 430 664 520 580 520', (d) => tube(d, paint.accent, 18)) +
      range(4)
        .map((i) => line(`M${560 - i * 2} ${430 + i * 45} h-36`, darker(paint.main, 0.5), 3, 0.5))
        .join('') +
      line('M222 600 H578', darker(paint.main, 0.4), 3, 0.4) +
      gleam('M246 440 L252 600', 12, 0.5),
    ground: { x: 400, y: 654, rx: 190 },
  };
};

export const moka: Form = (paint) => ({
  body:
    tube('M500 250 C610 236 620 320 570 440', paint.accent, 30) +
    cylinder('M300 230 L500 230 L470 440 L330 440 Z', paint.main) +
    flat('M366 230 L434 230 L424 440 L376 440 Z', '#fff', 0.22) +
    flat('M434 230 L500 230 L470 440 L424 440 Z', '#0d1828', 0.14) +
    shape('M300 230 L256 212 L296 310 Z', paint.main, 's') +
    cylinder(sym('M400 190 L470 208 L506 232 L400 236'), lighter(paint.main, 0.1)) +
    shape(disc(400, 180, 20), paint.accent, 's') +
    cylinder(box(322, 436, 156, 34, 10), darker(paint.main, 0.2)) +
    cylinder(
      'M330 468 L470 468 L522 650 C522 664 512 668 500 668 L300 668 C288 668 278 664 278 650 Z',
      paint.main,
    ) +
    flat('M372 468 L428 468 L448 668 L352 668 Z', '#fff', 0.2) +
    flat('M428 468 L470 468 L522 660 L448 668 Z', '#0d1828', 0.16) +
    shape(disc(466, 540, 14), '#c9a04c', 's') +
    gleam('M336 270 L352 410', 8, 0.6) +
    line('M304 240 H496', darker(paint.main, 0.4), 3, 0.5),
  ground: { x: 400, y: 668, rx: 124 },
});
