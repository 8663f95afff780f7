import {
  both,
  box,
  cylinder,
  disc,
  flat,
  gleam,
  line,
  range,
  shape,
  stitch,
  sym,
  tube,
  within,
} from '../ink.ts';
import type { Form } from '../model.ts';
import { darker, lighter } from '../palette.ts';
import { rope } from '../rope.ts';

export const ropeCoil: Form = (paint) => {
  const loops = range(6).map((i) => {
    const s = i * 17;
    return `M${370 + i * 5} 236 C${196 + s * 0.9} ${300 + s * 0.2} ${150 + s * 1.3} ${650 - s * 0.4} ${400 + (i % 2) * 5} ${690 - s * 1.15} C${650 - s * 1.3} ${650 - s * 0.4} ${604 - s * 0.9} ${300 + s * 0.2} ${432 - i * 5} 236`;
  });
  const wraps = range(6)
    .map((i) =>
      rope(`M336 ${214 + i * 27} C370 ${230 + i * 27} 430 ${230 + i * 27} 466 ${212 + i * 27}`, paint),
    )
    .join('');
  return {
    body:
      rope('M388 230 C330 90 470 90 412 230', paint) +
      loops.map((d) => rope(d, paint, 24)).join('') +
      rope('M450 330 C520 380 560 330 620 420 C650 470 640 520 660 560', paint) +
      shape(box(646, 546, 30, 46, 6), paint.trim, 's') +
      wraps,
  };
};

export const ropeSpool: Form = (paint) => {
  const drum = box(268, 226, 264, 350, 10);
  return {
    body:
      shape(disc(400, 586, 200, 58), darker(paint.trim, 0.18), 'm') +
      cylinder(drum, darker(paint.main, 0.3)) +
      within(
        'M262 220 H538 V590 H262 Z',
        range(12)
          .map((i) =>
            rope(`M258 ${246 + i * 29} C330 ${262 + i * 29} 470 ${262 + i * 29} 542 ${246 + i * 29}`, paint),
          )
          .join('') + flat(box(470, 200, 80, 400), '#0d1828', 0.18),
      ) +
      rope('M520 520 C590 540 620 600 660 606 C690 608 700 640 730 640', paint) +
      shape(disc(400, 226, 200, 58), paint.trim, 'm') +
      flat(disc(400, 226, 50, 15), darker(paint.trim, 0.6)) +
      line(disc(400, 226, 170, 47), darker(paint.trim, 0.3), 2, 0.4) +
      shape('M326 196 L474 196 L484 212 L316 212 Z', '#f3efe2', 's'),
    ground: { x: 400, y: 626, rx: 210 },
  };
};

export const block: Form = (paint) => {
  const cheek = sym('M400 220 C470 220 500 260 520 330 C546 420 520 540 400 556');
  return {
    scale: 0.86,
    body:
      rope(
        'M300 400 C250 520 236 640 230 760',
        { ...paint, main: '#efe9da', accent: paint.accent, pattern: 'plain' },
        24,
      ) +
      rope(
        'M500 400 C540 520 560 640 566 760',
        { ...paint, main: '#efe9da', accent: paint.accent, pattern: 'plain' },
        24,
      ) +
      tube('M400 240 C330 180 340 90 400 90 C460 90 470 180 400 240', '#b8c0c6', 26) +
      shape(disc(400, 410, 146), '#8f989f', 's') +
      rope(
        'M262 420 C262 240 538 240 538 420',
        { ...paint, main: '#efe9da', accent: paint.accent, pattern: 'plain' },
        24,
      ) +
      shape(cheek, paint.main, 'l') +
      (paint.pattern === 'band'
        ? range(5)
            .map((i) =>
              line(
                `M${320 + i * 40} 236 C${310 + i * 42} 340 ${310 + i * 42} 440 ${330 + i * 36} 540`,
                darker(paint.main, 0.4),
                2,
                0.35,
              ),
            )
            .join('')
        : both('M440 290 C480 330 490 420 460 490 C450 470 440 330 440 290 Z', (d) =>
            flat(d, darker(paint.main, 0.6), 0.8),
          )) +
      line('M400 226 V550', '#b8c0c6', 34, 0.9) +
      line('M392 230 V546', '#fff', 5, 0.5) +
      shape(disc(400, 410, 44), '#c9d0d4', 's') +
      shape(disc(400, 410, 20), darker(paint.trim, 0.1), 's') +
      shape(disc(400, 264, 12), '#8f989f', 's') +
      shape(disc(400, 524, 12), '#8f989f', 's') +
      (paint.has('twin')
        ? tube('M400 556 C372 580 376 620 400 624 C424 620 428 580 400 556', '#b8c0c6', 14)
        : ''),
  };
};

export const fender: Form = (paint) => ({
  scale: 0.9,
  body:
    rope(
      'M400 190 C404 140 380 120 396 60',
      { ...paint, main: paint.trim, accent: darker(paint.trim, 0.3), pattern: 'plain' },
      22,
    ) +
    cylinder(sym('M400 170 C440 170 450 190 452 214 L452 230 L400 232'), darker(paint.accent, 0.1)) +
    cylinder(sym('M400 212 C480 214 520 252 522 310 L522 560 C520 624 480 660 400 664'), paint.main) +
    within(
      sym('M400 212 C480 214 520 252 522 310 L522 560 C520 624 480 660 400 664'),
      (paint.pattern === 'stripes'
        ? flat(box(260, 380, 300, 40), paint.accent) + flat(box(260, 452, 300, 40), paint.accent)
        : flat(box(260, 200, 300, 84), paint.accent) + flat(box(260, 590, 300, 84), paint.accent)) +
        range(5)
          .map((i) => line(`M${316 + i * 42} 230 V650`, '#0d1828', 4, 0.14))
          .join('') +
        flat(box(450, 200, 100, 480), '#0d1828', 0.14),
    ) +
    cylinder(sym('M400 656 L446 650 L446 684 C444 700 430 706 400 706'), darker(paint.accent, 0.1)) +
    flat(disc(400, 192, 15, 9), '#20262d') +
    gleam('M330 270 C318 360 318 500 330 600', 16, 0.55),
});

export const anchor: Form = (paint) => ({
  scale: 0.92,
  body:
    tube('M400 180 C350 150 350 90 400 90 C450 90 450 150 400 180', darker(paint.main, 0.1), 22) +
    cylinder(sym('M400 170 L418 172 L424 600 L400 620'), paint.main) +
    cylinder(box(270, 232, 260, 30, 14), paint.main, false) +
    both(disc(536, 247, 22), (d) => shape(d, paint.main, 's')) +
    shape(
      sym(
        'M400 690 C500 680 610 600 640 470 L670 500 L650 400 L570 460 L604 474 C580 560 500 610 424 616 L400 600',
      ),
      paint.main,
      'm',
    ) +
    gleam('M390 200 V580', 6, 0.5) +
    rope(
      'M420 110 C520 60 640 140 600 250 C570 330 480 300 450 380 C420 470 560 500 540 580',
      { ...paint, main: paint.accent, accent: paint.trim, pattern: 'plain' },
      20,
    ),
});

export const lifejacket: Form = (paint) => {
  const half =
    'M410 250 C430 180 440 150 430 120 C480 110 530 130 548 190 C580 280 570 480 552 600 C546 640 520 650 480 646 L420 640 C408 560 404 400 410 250 Z';
  return {
    body:
      shape(sym('M400 110 C470 100 520 130 530 190 L500 240 L400 250'), darker(paint.main, 0.35), 'm') +
      flat(sym('M400 150 C440 148 456 180 440 250 L400 300'), darker(paint.main, 0.6)) +
      both(half, (d) => shape(d, paint.main, 'l') + stitch(d, lighter(paint.main, 0.5), 0.4)) +
      both('M436 250 L556 250 L562 290 L430 290 Z', (d) => flat(d, '#e8edf0')) +
      both(
        'M470 380 L556 384 L552 470 L470 470 Z',
        (d) => shape(d, paint.accent, 's') + stitch(d, lighter(paint.accent, 0.5)),
      ) +
      line('M238 540 H562', paint.trim, 34) +
      line('M238 530 H562 M238 550 H562', lighter(paint.trim, 0.3), 2, 0.5) +
      shape(box(362, 514, 76, 52, 10), '#2b3036', 's') +
      shape(box(376, 526, 48, 28, 6), '#4a5158', 's') +
      both('M500 646 C500 700 440 710 400 710', (d) => line(d, paint.trim, 16)) +
      tube('M500 470 C510 500 500 520 506 560', '#c5392f', 6) +
      shape(disc(506, 566, 11), '#c5392f', 's'),
  };
};
