import { speckles } from '../enamel.ts';
import {
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

export const mug: Form = (paint) => {
  const wall = 'M232 300 L540 300 L528 610 C526 642 508 654 476 654 L296 654 C264 654 246 642 244 610 Z';
  return {
    body:
      tube(
        'M530 372 C660 340 672 560 522 560',
        paint.pattern === 'check' ? paint.accent : darker(paint.main, 0.06),
        30,
      ) +
      cylinder(wall, paint.main) +
      speckles(paint, wall) +
      within(
        wall,
        (paint.pattern === 'stripes'
          ? [380, 424, 468].map((y) => flat(box(220, y, 330, 18), paint.accent)).join('')
          : '') + (paint.pattern === 'band' ? cylinder(box(232, 440, 308, 220), paint.accent) : ''),
      ) +
      (paint.pattern === 'check'
        ? range(4)
            .map((i) => line(`M238 ${410 + i * 44} H536`, darker(paint.main, 0.3), 4, 0.4))
            .join('')
        : '') +
      (paint.has('patch')
        ? flat('M386 400 L432 500 L340 500 Z', paint.accent) +
          flat(box(330, 510, 112, 12, 4), paint.accent) +
          line('M338 544 q16 -16 32 0 t32 0 t32 0', paint.accent, 6)
        : '') +
      shape(disc(386, 300, 155, 38), paint.trim, 's') +
      flat(disc(386, 302, 142, 30), darker(paint.main, 0.5)) +
      flat(disc(386, 312, 128, 22), '#4a2e1e') +
      flat(disc(360, 308, 70, 8), '#8a5a38', 0.5) +
      gleam('M276 360 L284 590', 14, 0.5) +
      range(2)
        .map((i) => haze(`M${350 + i * 70} 240 c-20 -30 20 -50 0 -90 c20 30 30 60 14 90 Z`, '#fff', 0.75, 8))
        .join(''),
    ground: { x: 392, y: 652, rx: 140 },
  };
};

export const flask: Form = (paint) => {
  const slim = paint.has('low') ? 1.28 : 1;
  const w = 92 * slim;
  const d = sym(
    `M400 250 C${400 + w * 0.6} 250 ${400 + w} 274 ${400 + w} 322 L${400 + w} 650 C${400 + w} 676 ${400 + w * 0.8} 684 ${400 + w * 0.6} 684 L400 684`,
  );
  return {
    body:
      (paint.has('handle')
        ? tube(
            `M${400 + w - 6} 320 C${400 + w + 90} 320 ${400 + w + 90} 560 ${400 + w - 4} 560`,
            paint.trim,
            24,
          )
        : '') +
      cylinder(box(400 - w * 0.7, 216, w * 1.4, 44, 8), '#b8c0c6') +
      cylinder(box(400 - w * 0.78, 118, w * 1.56, 108, 18), paint.accent) +
      range(3)
        .map((i) =>
          line(`M${400 - w * 0.76} ${170 + i * 16} H${400 + w * 0.76}`, darker(paint.accent, 0.5), 4, 0.3),
        )
        .join('') +
      cylinder(d, paint.main) +
      within(
        d,
        (paint.pattern === 'stripes'
          ? flat(box(280, 560, 240, 18), paint.trim) + flat(box(280, 590, 240, 8), paint.trim)
          : '') +
          (paint.pattern === 'block' ? cylinder(box(400 - w, 500, w * 2, 200), paint.trim) : '') +
          flat(box(400 + w * 0.6, 250, w, 440), '#0d1828', 0.16),
      ) +
      speckles(paint, d) +
      flat('M400 350 L436 422 L364 422 Z', paint.trim, 0.92) +
      line('M366 446 q11 -12 22 0 t22 0 t22 0', paint.trim, 5, 0.92) +
      cylinder(box(400 - w * 0.94, 664, w * 1.88, 22, 8), '#aeb7bd') +
      gleam(`M${400 - w * 0.66} 320 V630`, 12, 0.55) +
      (paint.has('lace')
        ? tube(
            `M${400 - w * 0.6} 150 C${400 - w * 2} 170 ${400 - w * 1.9} 300 ${400 - w * 0.8} 300`,
            paint.trim,
            11,
          )
        : ''),
    ground: { x: 400, y: 684, rx: w + 8 },
  };
};

export const cutlery: Form = (paint) => {
  const stem = (x: number, angle: number, head: string) =>
    place(
      x,
      400,
      angle,
      1,
      cylinder('M-13 -60 L13 -60 L22 250 C22 280 -22 280 -22 250 Z', paint.main) +
        shape(box(-22, 120, 44, 150, 18), paint.accent, 's') +
        flat(disc(0, 246, 8), darker(paint.accent, 0.6)) +
        head,
    );
  const fork = shape(
    'M-46 -284 L-40 -150 C-38 -100 -22 -84 -13 -56 L13 -56 C22 -84 38 -100 40 -150 L46 -284 L32 -284 L26 -176 L16 -176 L10 -288 L-10 -288 L-16 -176 L-26 -176 L-32 -284 Z',
    paint.main,
    's',
  );
  const spoon =
    shape(
      'M0 -290 C50 -288 66 -220 56 -164 C48 -110 22 -90 13 -56 L-13 -56 C-22 -90 -48 -110 -56 -164 C-66 -220 -50 -288 0 -290 Z',
      paint.main,
      'm',
    ) +
    flat(disc(0, -196, 36, 66), darker(paint.main, 0.25), 0.6) +
    gleam('M-24 -240 C-34 -210 -34 -180 -26 -150', 8, 0.6);
  const blade =
    shape('M-18 -56 L-22 -270 C-10 -290 26 -270 32 -200 L26 -56 Z', paint.main, 'm') +
    flat('M10 -276 C26 -262 32 -230 32 -200 L26 -60 L18 -60 Z', '#fff', 0.4);
  return {
    body:
      stem(262, -10, fork) +
      stem(400, 0, spoon) +
      stem(538, 10, blade) +
      line('M250 560 C330 590 470 590 550 560', paint.trim, 26) +
      line('M250 556 C330 586 470 586 550 556', lighter(paint.trim, 0.4), 3, 0.5),
  };
};

export const bowl: Form = (paint) => {
  const outer = 'M170 380 L630 380 C626 500 560 610 460 640 L340 640 C240 610 174 500 170 380 Z';
  return {
    body:
      cylinder(box(320, 626, 160, 30, 10), darker(paint.main, 0.2)) +
      shape(outer, paint.main, 'l') +
      within(
        outer,
        (paint.pattern === 'stripes'
          ? flat(box(150, 440, 500, 22), paint.accent) + flat(box(150, 478, 500, 10), paint.accent)
          : '') +
          haze('M520 380 H660 C640 520 560 640 440 660 C500 580 530 480 520 380 Z', '#0d1828', 0.22, 16),
      ) +
      speckles(paint, outer) +
      shape(disc(400, 380, 232, 62), paint.trim, 's') +
      flat(disc(400, 384, 214, 50), darker(paint.main, 0.35)) +
      flat(disc(400, 392, 190, 38), lighter(paint.main, 0.1), 0.55) +
      gleam('M206 440 C220 510 260 570 310 606', 14, 0.45) +
      (paint.has('twin')
        ? tube('M440 396 L640 230', '#b98450', 16) + shape(disc(446, 392, 40, 18), '#b98450', 's')
        : ''),
    ground: { x: 400, y: 654, rx: 130 },
  };
};
