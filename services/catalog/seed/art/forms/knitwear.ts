import { both, box, disc, flat, fold, line, range, shape, stitch, sym, within } from '../ink.ts';
import { cable, knit, ribs, surface } from '../knitting.ts';
import type { Form } from '../model.ts';
import { darker, lighter } from '../palette.ts';

const chest =
  'M400 196 L462 190 C500 198 528 212 546 236 C550 290 544 340 542 390 C540 480 546 560 548 636 L546 676 C500 682 440 684 400 684';

const arm =
  'M534 222 C580 246 602 284 612 336 C628 420 642 520 648 610 L644 650 L578 656 L572 620 C564 540 550 460 530 400 Z';

export const sweater: Form = (paint) => {
  const outline = sym(chest);
  const hem = sym('M400 634 L549 628 L546 676 C500 682 440 684 400 684');
  const armSurface =
    paint.pattern === 'cable'
      ? knit(120, 200, 560, 480, darker(paint.main, 0.5), 0.2) +
        cable(584, 300, 320, paint.main) +
        cable(216, 300, 320, paint.main)
      : surface(paint);
  const sleevesDrawn = both(
    arm,
    (d) =>
      shape(d, paint.main, 'm') +
      within(d, armSurface + both('M550 420 C580 410 600 404 626 402', (f) => fold(f, 12, 0.2))),
  );
  const cuffs = both(
    'M571 606 L648 600 L644 650 L578 656 Z',
    (d) => shape(d, paint.trim, 's') + within(d, ribs(120, 590, 560, 80, paint.trim)),
  );
  const neck = paint.has('roll-neck')
    ? shape(
        sym('M400 118 C438 116 458 126 460 146 C464 176 470 196 468 214 C450 232 430 238 400 240'),
        paint.trim,
        'm',
      ) +
      within(
        sym('M400 118 C438 116 458 126 460 146 C464 176 470 196 468 214 C450 232 430 238 400 240'),
        ribs(320, 110, 160, 140, paint.trim),
      ) +
      fold('M342 172 C370 190 430 190 460 172', 8, 0.35) +
      flat(disc(400, 128, 46, 9), darker(paint.trim, 0.55))
    : flat(disc(400, 198, 62, 24), darker(paint.main, 0.55)) +
      `<path d="M334 190 C340 238 366 254 400 254 C434 254 460 238 466 190" fill="none" stroke="${paint.trim}" stroke-width="24"/>` +
      range(13)
        .map((i) => {
          const a = Math.PI * (0.06 + (i / 12) * 0.88);
          const [c, s] = [Math.cos(a), Math.sin(a)];
          return line(
            `M${400 + c * 56} ${192 + s * 50} L${400 + c * 76} ${192 + s * 72}`,
            darker(paint.trim, 0.45),
            3,
            0.35,
          );
        })
        .join('');
  const zip = paint.has('zip')
    ? line('M400 240 V392', darker(paint.main, 0.5), 14) +
      line('M400 240 V392', '#cfd6da', 4) +
      shape(box(394, 252, 12, 32, 5), paint.accent, 's')
    : '';
  const buttons = paint.has('buttons')
    ? shape(box(380, 240, 40, 436, 6), darker(paint.main, 0.1), 's') +
      range(6)
        .map(
          (i) =>
            shape(disc(400, 280 + i * 68, 10), paint.accent, 's') +
            flat(disc(397, 278 + i * 68, 2), '#222') +
            flat(disc(403, 282 + i * 68, 2), '#222'),
        )
        .join('')
    : '';
  const patches = paint.has('patch')
    ? both(
        'M572 400 C600 392 620 400 626 440 C630 470 610 486 590 480 C574 470 568 430 572 400 Z',
        (d) => shape(d, paint.accent, 's') + stitch(d, lighter(paint.accent, 0.4)),
      )
    : '';
  return {
    body:
      sleevesDrawn +
      cuffs +
      patches +
      shape(outline, paint.main, 'l') +
      within(outline, surface(paint) + both('M520 340 C500 400 500 460 506 520', (d) => fold(d, 16, 0.2))) +
      shape(hem, paint.trim, 's') +
      within(hem, ribs(240, 620, 320, 80, paint.trim)) +
      neck +
      zip +
      buttons,
  };
};

export const baseLayer: Form = (paint) => {
  const outline = sym(chest);
  const raglan = both('M462 190 C500 250 530 320 543 404 L620 404 L620 170 Z', (d) => flat(d, paint.accent));
  const arms = both(
    arm,
    (d) =>
      shape(d, paint.accent, 'm') +
      within(
        d,
        both('M560 440 C590 430 610 426 634 424', (f) => fold(f, 10, 0.2)),
      ) +
      line(d, darker(paint.accent, 0.4), 1.5, 0.4),
  );
  const stripes =
    paint.pattern === 'stripes'
      ? range(22)
          .map((i) => flat(box(200, 216 + i * 22, 400, 5), paint.trim, 0.6))
          .join('')
      : '';
  const neck =
    flat(disc(400, 194, 60, 20), darker(paint.main, 0.55)) +
    `<path d="M338 188 C344 228 366 240 400 240 C434 240 456 228 462 188" fill="none" stroke="${paint.trim}" stroke-width="14"/>`;
  const zip = paint.has('zip')
    ? line('M400 236 V380', darker(paint.main, 0.4), 10) +
      line('M400 236 V380', paint.trim, 4) +
      shape(box(395, 244, 10, 28, 5), paint.trim, 's')
    : '';
  return {
    body:
      arms +
      shape(outline, paint.main, 'l') +
      within(
        outline,
        stripes + raglan + both('M520 420 C500 460 494 520 500 580', (d) => fold(d, 18, 0.18)),
      ) +
      both('M462 196 C500 250 530 320 543 400', (d) => stitch(d, paint.trim, 0.8)) +
      neck +
      zip +
      stitch('M256 660 C340 668 460 668 544 660', paint.trim, 0.8) +
      both('M574 632 L646 626', (d) => stitch(d, paint.trim, 0.8)) +
      flat(box(292, 610, 34, 22, 3), paint.trim),
  };
};

export const leggings: Form = (paint) => {
  const outline = sym(
    'M400 132 L488 128 C502 210 508 300 500 400 C494 490 486 580 482 668 L428 672 C424 560 416 420 400 300',
  );
  return {
    body:
      shape(outline, paint.main, 'l') +
      within(
        outline,
        flat(box(280, 120, 240, 46), paint.accent) +
          (paint.pattern === 'stripes'
            ? range(26)
                .map((i) => flat(box(280, 180 + i * 20, 240, 4), paint.trim, 0.55))
                .join('')
            : '') +
          flat(box(280, 640, 240, 40), paint.accent) +
          both('M402 300 C430 290 460 280 490 290', (d) => fold(d, 12, 0.2)),
      ) +
      both('M486 180 C492 300 476 480 462 640', (d) => stitch(d, paint.trim, 0.9)) +
      both('M404 190 C420 220 426 260 402 300', (d) => stitch(d, paint.trim, 0.8)) +
      flat(box(384, 140, 32, 18, 3), paint.trim),
  };
};
