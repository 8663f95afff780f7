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
  stitch,
  sym,
  tube,
} from '../ink.ts';
import type { Form } from '../model.ts';
import { darker, lighter } from '../palette.ts';

const glow = (cx: number, cy: number, r: number) =>
  haze(disc(cx, cy, r), '#ffd876', 0.5, 16) + haze(disc(cx, cy, r * 0.5), '#fff3c4', 0.9, 16);

export const hurricaneLamp: Form = (paint) => {
  const globe = sym('M400 268 C450 280 486 340 486 400 C486 450 462 490 446 508 L400 510');
  return {
    body:
      tube('M262 330 C270 110 530 110 538 330', darker(paint.trim, 0.1), 9) +
      both('M452 214 C540 220 556 300 548 400 C544 480 520 520 500 560', (d) => tube(d, paint.main, 22)) +
      cylinder('M352 212 L448 212 L462 262 L338 262 Z', paint.main) +
      cylinder('M366 176 L434 176 L448 214 L352 214 Z', darker(paint.main, 0.15)) +
      shape(disc(400, 176, 34, 12), lighter(paint.main, 0.1), 's') +
      flat(globe, '#f4f1dc', 0.55) +
      (paint.has('lit') ? glow(400, 430, 90) : '') +
      shape(sym('M400 372 C416 402 428 430 418 456 C414 466 408 470 400 470'), '#f6a53a', 's') +
      flat(sym('M400 412 C410 430 414 446 408 460 L400 464'), '#fff1c0') +
      cylinder(box(384, 468, 32, 30, 4), paint.accent) +
      `<g opacity=".5">${shape(globe, '#ffffff', 'm').replace('fill="#ffffff"', 'fill="#ffffff" fill-opacity=".15"')}</g>` +
      gleam('M338 350 C324 390 328 440 346 478', 12, 0.75) +
      gleam('M462 380 C464 410 460 440 452 460', 6, 0.5) +
      line('M316 390 H484 M322 350 C360 370 440 370 478 350', darker(paint.trim, 0.2), 4, 0.7) +
      cylinder('M338 500 L462 500 L476 540 L324 540 Z', paint.main) +
      cylinder(box(286, 538, 228, 92, 22), paint.main) +
      cylinder(box(274, 622, 252, 34, 12), darker(paint.main, 0.2)) +
      line('M288 566 H512', lighter(paint.main, 0.4), 3, 0.5) +
      shape(disc(468, 548, 20, 12), paint.accent, 's') +
      tube('M324 520 H282', paint.accent, 7) +
      shape(disc(278, 520, 12), paint.accent, 's'),
    ground: { x: 400, y: 656, rx: 138 },
  };
};

export const campLantern: Form = (paint) => {
  const light = box(300, 290, 200, 220, 26);
  return {
    body:
      tube('M300 290 C290 120 510 120 500 290', paint.trim, 14) +
      cylinder('M312 230 C330 196 470 196 488 230 L512 296 L288 296 Z', paint.main) +
      (paint.has('lit') ? haze(light, '#ffdf93', 0.7, 16) : '') +
      cylinder(light, paint.has('lit') ? '#ffe7ae' : '#e9ecea') +
      (paint.has('lit') ? haze(disc(400, 400, 60, 90), '#fff9e2', 0.95, 16) : '') +
      range(4)
        .map((i) => line(`M${340 + i * 40} 296 V506`, darker(paint.trim, 0.2), 3, 0.22))
        .join('') +
      both(box(488, 286, 18, 232, 8), (d) => shape(d, darker(paint.main, 0.15), 's')) +
      cylinder(
        'M288 506 L512 506 L530 560 L530 640 C530 656 520 664 504 664 L296 664 C280 664 270 656 270 640 L270 560 Z',
        paint.main,
      ) +
      line('M274 566 H526', paint.accent, 10) +
      shape(disc(400, 614, 26), paint.accent, 's') +
      line('M400 602 v14', '#fff', 5) +
      range(3)
        .map((i) => flat(disc(456 + i * 18, 616, 5), i < 2 ? '#9fd6a0' : darker(paint.main, 0.4)))
        .join('') +
      gleam('M322 320 V480', 10, 0.5),
    ground: { x: 400, y: 660, rx: 138 },
  };
};

export const headlamp: Form = (paint) => ({
  body:
    line('M190 470 C120 330 240 190 410 190 C590 190 690 330 612 474', darker(paint.main, 0.35), 46) +
    line('M190 470 C120 330 240 190 410 190 C590 190 690 330 612 474', paint.main, 38) +
    stitch('M186 440 C140 320 250 200 410 200 C570 200 660 320 612 440', lighter(paint.main, 0.5), 0.5) +
    line('M240 262 C290 210 340 192 410 190', paint.accent, 12) +
    shape(box(560, 290, 62, 50, 8), '#363b41', 's') +
    tube('M400 196 C404 290 402 340 400 420', darker(paint.main, 0.15), 30) +
    shape(
      'M176 430 C260 400 330 400 400 400 C480 400 550 404 626 430 L616 520 C540 500 480 500 400 500 C320 500 260 500 186 520 Z',
      darker(paint.main, 0.1),
      'm',
    ) +
    shape(box(272, 400, 256, 168, 56), paint.trim, 'l') +
    shape(box(300, 392, 110, 14, 7), paint.accent, 's') +
    shape(disc(400, 488, 78), '#30353b', 's') +
    shape(disc(400, 488, 66), '#dfe7ea', 'm') +
    glow(400, 488, 60) +
    line(disc(400, 488, 46), '#aab5bb', 2, 0.7) +
    flat(disc(400, 488, 20), '#fffbe6') +
    both(disc(500, 488, 17), (d) => shape(d, paint.accent, 's')) +
    gleam('M352 460 C360 444 376 432 394 430', 8, 0.8),
});

export const torch: Form = (paint) => ({
  body: place(
    400,
    400,
    -32,
    1,
    `<g transform="translate(-400 -400)">${cylinder(box(150, 352, 330, 96, 18), paint.main, false)}${range(14)
      .map((i) => line(`M${196 + i * 14} 356 V444`, darker(paint.main, 0.55), 5, 0.4))
      .join(
        '',
      )}${cylinder('M470 346 L520 330 L520 470 L470 454 Z', darker(paint.main, 0.15), false)}${cylinder(box(516, 316, 112, 168, 14), paint.main, false)}${line('M548 318 V482 M572 318 V482', darker(paint.main, 0.5), 6, 0.5)}${cylinder(box(622, 310, 26, 180, 8), paint.accent, false)}${flat(disc(648, 400, 16, 78), '#fff3c8')}${paint.has('lit') ? haze(disc(662, 400, 34, 90), '#ffe9a8', 0.8, 16) : ''}${cylinder(box(126, 360, 40, 80, 12), darker(paint.main, 0.25), false)}${shape(box(410, 338, 52, 22, 10), paint.accent, 's')}${tube('M130 400 C70 400 60 470 110 500 C150 520 170 470 136 430', paint.trim, 8)}</g>`,
  ),
});
