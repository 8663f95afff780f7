import { buckle, label } from '../bag-parts.ts';
import {
  both,
  box,
  cylinder,
  disc,
  flat,
  fold,
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

export const duffel: Form = (paint) => {
  const outline =
    'M170 380 C170 330 210 310 260 308 L540 308 C596 310 632 332 634 384 L640 560 C640 610 606 634 556 636 L246 636 C194 634 160 608 160 556 Z';
  return {
    body:
      tube(
        'M262 560 L268 330 C276 180 352 172 400 172 C450 172 524 180 532 330 L538 560',
        darker(paint.accent, 0.3),
        28,
      ) +
      shape(outline, paint.main, 'l') +
      within(
        outline,
        (paint.pattern === 'block' ? flat(box(140, 500, 520, 150), paint.accent) : '') +
          (paint.pattern === 'stripes'
            ? flat(box(140, 440, 520, 34), paint.accent) + flat(box(140, 486, 520, 12), paint.trim)
            : '') +
          fold('M180 620 C300 600 500 600 630 620', 20, 0.3) +
          fold('M200 420 C230 440 230 520 200 560', 16, 0.2) +
          fold('M610 420 C580 450 580 520 604 560', 16, 0.2),
      ) +
      line('M206 366 C300 352 500 352 596 366', darker(paint.main, 0.5), 12) +
      line('M206 366 C300 352 500 352 596 366', '#c4cbd0', 4) +
      shape(box(216, 358, 14, 40, 6), paint.trim, 's') +
      both(
        'M518 636 L512 400 L546 400 L552 636 Z',
        (d) => shape(d, paint.accent, 's') + stitch(d, lighter(paint.accent, 0.5), 0.5),
      ) +
      tube('M270 420 C262 200 340 196 400 196 C462 196 540 200 530 420', paint.accent, 30) +
      shape(box(350, 176, 100, 48, 14), darker(paint.trim, 0.1), 's') +
      stitch('M362 186 V214 M438 186 V214', lighter(paint.trim, 0.6)) +
      label(paint, 352, 512, 96) +
      gleam('M206 400 C200 450 200 500 204 540', 14, 0.22),
    ground: { x: 400, y: 640, rx: 250 },
  };
};

export const dryBag: Form = (paint) => {
  const wide = paint.has('wide') ? 1.2 : 1;
  const outline = sym(
    `M400 236 L${400 + 118 * wide} 240 C${400 + 146 * wide} 320 ${400 + 152 * wide} 380 ${400 + 150 * wide} 460 L${400 + 148 * wide} 640 C${400 + 140 * wide} 676 ${400 + 60 * wide} 686 400 686`,
  );
  const w = 124 * wide;
  return {
    body:
      tube(
        `M${400 - w} 214 C${400 - w - 30} 120 ${400 + w + 30} 120 ${400 + w} 214`,
        darker(paint.trim, 0.1),
        20,
      ) +
      shape(outline, paint.main, 'l') +
      within(
        outline,
        (paint.pattern === 'band'
          ? flat(box(200, 560, 400, 140), paint.accent)
          : flat(box(200, 640, 400, 60), darker(paint.main, 0.25))) +
          (paint.pattern === 'stripes'
            ? flat(box(200, 520, 400, 20), paint.accent) + flat(box(200, 556, 400, 20), paint.accent)
            : '') +
          [-70, -20, 40, 80]
            .map((x) =>
              fold(
                `M${400 + x} 250 C${400 + x * 1.2} 300 ${400 + x * 1.3} 330 ${400 + x * 1.1} 370`,
                12,
                0.22,
              ),
            )
            .join('') +
          gleam(
            `M${400 - 96 * wide} 330 C${400 - 108 * wide} 430 ${400 - 104 * wide} 540 ${400 - 98 * wide} 630`,
            22,
            0.4,
          ),
      ) +
      (paint.has('window')
        ? shape(box(440, 400, 46, 190, 20), '#d7e4e6', 's') +
          gleam('M452 420 V560', 6, 0.7) +
          flat(box(446, 470, 34, 60, 8), paint.accent, 0.35)
        : '') +
      [0, 1, 2]
        .map((i) =>
          shape(
            box(400 - w - 4 + i * 2, 198 + i * 18, 2 * w + 8 - i * 4, 26, 10),
            i === 1 ? lighter(paint.accent, 0.1) : paint.accent,
            's',
          ),
        )
        .join('') +
      buckle(400, 148) +
      both(`M${400 + w - 8} 216 v40`, (d) => line(d, '#33373c', 14)) +
      flat(
        sym('M400 420 C420 452 430 470 430 488 C430 508 416 518 400 518'),
        paint.trim,
        paint.has('window') ? 0 : 0.95,
      ) +
      line(`M${400 - 60} 600 h120`, paint.trim, 7, 0.9) +
      line(`M${400 - 38} 622 h76`, paint.trim, 5, 0.7),
    ground: { x: 400, y: 684, rx: 150 * wide },
  };
};

export const tote: Form = (paint) => {
  const outline = 'M190 330 L610 330 L580 640 C578 656 570 660 556 660 L244 660 C230 660 222 656 220 640 Z';
  return {
    body:
      both('M478 360 C480 120 320 120 322 360', (d) => tube(d, darker(paint.accent, 0.35), 22), 396) +
      flat(disc(400, 332, 208, 22), darker(paint.main, 0.45)) +
      shape(outline, paint.main, 'l') +
      within(
        outline,
        flat(box(180, 560, 440, 120), paint.accent) +
          (paint.pattern === 'stripes'
            ? range(5)
                .map((i) => flat(box(180, 384 + i * 34, 440, 13), paint.trim))
                .join('')
            : flat('M400 400 L452 500 L348 500 Z', paint.trim, 0.9) +
              flat(box(340, 508, 120, 10), paint.trim, 0.9)) +
          fold('M240 360 C250 450 256 560 250 640', 18, 0.15) +
          fold('M560 360 C540 450 540 540 550 640', 18, 0.18) +
          stitch('M190 568 H610', lighter(paint.accent, 0.6), 0.7),
      ) +
      line('M192 336 H608', darker(paint.main, 0.25), 2, 0.5) +
      stitch('M196 356 H604', darker(paint.main, 0.5), 0.5) +
      tube('M280 420 C276 150 520 150 520 420', paint.accent, 24) +
      both(
        box(504, 400, 32, 44, 4),
        (d) => shape(d, paint.accent, 's') + stitch(d, lighter(paint.accent, 0.6)),
      ),
    ground: { x: 400, y: 660, rx: 190 },
  };
};

export const pouch: Form = (paint) => {
  const outline =
    'M180 350 C180 320 200 306 232 304 L568 304 C600 306 620 320 620 350 L628 520 C628 560 604 582 566 584 L234 584 C196 582 172 560 172 520 Z';
  return {
    body:
      (paint.has('lace')
        ? tube('M190 360 C40 300 120 170 400 190 C680 170 760 300 610 360', darker(paint.accent, 0.1), 24) +
          buckle(400, 190)
        : tube('M600 360 C680 360 690 440 640 450', paint.accent, 22)) +
      shape(outline, paint.main, 'l') +
      within(
        outline,
        (paint.pattern === 'block'
          ? flat(box(160, 460, 480, 140), paint.accent)
          : paint.pattern === 'stripes'
            ? range(4)
                .map((i) => flat(box(160, 430 + i * 36, 480, 14), paint.trim))
                .join('')
            : '') + fold('M190 576 C320 550 480 550 612 576', 18, 0.24),
      ) +
      line('M206 356 H594', darker(paint.main, 0.5), 14) +
      line('M206 356 H594', '#cdb57a', 5) +
      shape(box(558, 346, 14, 58, 6), paint.accent, 's') +
      label(paint, 352, 400, 96) +
      stitch('M196 380 H604', lighter(paint.main, 0.5)) +
      gleam('M206 400 C202 440 202 480 206 520', 12, 0.25),
    ground: { x: 400, y: 588, rx: 226 },
  };
};

export const barrel: Form = (paint) => {
  const d = box(220, 250, 360, 420, 40);
  const ring = (y: number) =>
    line(`M216 ${y} H584`, darker(paint.main, 0.45), 7, 0.5) +
    line(`M216 ${y + 8} H584`, lighter(paint.main, 0.5), 3, 0.5);
  return {
    body:
      cylinder(d, paint.main) +
      within(d, [330, 350, 590, 610].map(ring).join('')) +
      cylinder(box(232, 150, 336, 76, 26), paint.accent) +
      range(15)
        .map((i) => line(`M${250 + i * 21.5} 166 v50`, darker(paint.accent, 0.6), 5, 0.4))
        .join('') +
      cylinder(box(206, 218, 388, 44, 12), '#aab3b9') +
      shape(box(468, 210, 84, 58, 8), '#8f989f', 's') +
      shape(box(484, 224, 52, 20, 6), '#c9d0d4', 's') +
      both('M584 330 C650 340 654 480 584 492', (path) => tube(path, paint.accent, 20)) +
      shape(box(310, 410, 180, 116, 10), paint.trim, 's') +
      line(
        'M338 452 q15 -18 31 0 t31 0 t31 0 t31 0 M338 486 q15 -18 31 0 t31 0 t31 0 t31 0',
        darker(paint.trim, 0.5),
        6,
      ),
    ground: { x: 400, y: 668, rx: 186 },
  };
};
