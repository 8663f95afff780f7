import { buckle, label } from '../bag-parts.ts';
import { both, box, flat, fold, gleam, line, shape, stitch, sym, tube, within } from '../ink.ts';
import type { Form } from '../model.ts';
import { darker, lighter } from '../palette.ts';

export const rucksack: Form = (paint) => {
  const outline = sym(
    'M400 190 C480 190 530 214 544 276 C560 370 566 480 562 600 C560 648 530 666 480 668 L400 670',
  );
  const lid = sym('M400 164 C490 164 548 190 556 250 L558 318 C540 340 470 350 400 350');
  const pocket = sym('M400 430 L512 430 C524 480 526 560 520 612 C516 630 500 636 480 636 L400 638');
  return {
    body:
      tube('M352 180 C352 110 448 110 448 180', darker(paint.trim, 0.2), 18) +
      both('M548 360 C612 380 620 520 580 610', (d) => tube(d, darker(paint.main, 0.35), 30)) +
      (paint.has('tall')
        ? both('M550 470 C600 470 606 600 596 630 L550 640 Z', (d) => shape(d, darker(paint.main, 0.15), 'm'))
        : '') +
      shape(outline, paint.main, 'l') +
      within(
        outline,
        fold('M250 360 C350 376 450 376 550 360', 22, 0.4) +
          (paint.pattern === 'block' ? flat(box(220, 560, 360, 120), paint.accent) : ''),
      ) +
      shape(pocket, lighter(paint.main, 0.06), 'm') +
      line('M300 462 C360 452 440 452 500 462', darker(paint.main, 0.5), 9) +
      line('M300 462 C360 452 440 452 500 462', paint.trim, 3) +
      shape(box(488, 456, 10, 36, 5), paint.trim, 's') +
      (paint.has('lid')
        ? shape(lid, paint.accent, 'm') +
          stitch(
            sym('M400 180 C482 180 534 204 542 254 L544 308 C520 326 460 334 400 334'),
            lighter(paint.accent, 0.5),
            0.5,
          ) +
          both(
            'M470 330 L474 430',
            (d) => line(d, paint.trim, 22) + line(d, darker(paint.trim, 0.4), 3, 0.4),
          ) +
          buckle(472, 400) +
          buckle(328, 400)
        : line('M270 330 C256 180 544 180 530 330', darker(paint.main, 0.5), 11) +
          line('M270 330 C256 180 544 180 530 330', '#c9cfd3', 4) +
          shape(box(522, 322, 16, 44, 6), paint.accent, 's') +
          flat(sym('M400 340 C440 340 460 360 460 390 L400 396'), paint.accent, 0)) +
      (paint.has('lace')
        ? line('M318 490 L482 540 L318 590 M482 490 L318 540 L482 590', paint.trim, 5)
        : label(paint, 358, 540)) +
      gleam('M274 390 C266 460 266 540 272 610', 14, 0.25),
    ground: { x: 400, y: 668, rx: 180 },
  };
};

export const rollTop: Form = (paint) => {
  const outline = sym('M400 240 L520 244 C548 330 562 430 562 580 C562 640 540 664 490 666 L400 668');
  return {
    body:
      both('M546 400 C606 420 610 540 572 620', (d) => tube(d, darker(paint.main, 0.4), 28)) +
      shape(outline, paint.main, 'l') +
      within(
        outline,
        flat(box(220, 560, 360, 120), paint.accent) +
          [-80, -30, 30, 90]
            .map((x) =>
              fold(`M${400 + x} 244 C${400 + x * 1.1} 290 ${400 + x * 1.2} 320 ${400 + x} 350`, 12, 0.24),
            )
            .join('') +
          stitch('M220 566 H580', lighter(paint.accent, 0.5)),
      ) +
      [0, 1, 2]
        .map((i) =>
          shape(
            box(272 + i * 2, 176 + i * 24, 256 - i * 4, 36, 14),
            i === 1 ? lighter(paint.main, 0.12) : darker(paint.main, 0.06),
            's',
          ),
        )
        .join('') +
      line('M400 160 V520', paint.trim, 24) +
      line('M391 170 V520 M409 170 V520', darker(paint.trim, 0.4), 2, 0.4) +
      buckle(400, 330) +
      shape(box(318, 430, 164, 104, 10), darker(paint.main, 0.08), 's') +
      line('M328 446 H472', '#c4cbd0', 4) +
      label(paint, 358, 474, 84) +
      gleam('M284 330 C264 420 260 480 262 540', 16, 0.28),
    ground: { x: 400, y: 664, rx: 170 },
  };
};
