import { box, disc, flat, flip, fold, gleam, line, range, shape, stitch, tube, within } from '../ink.ts';
import { cable, fairIsle, knit, ribs, surface } from '../knitting.ts';
import type { Form } from '../model.ts';
import { darker, lighter } from '../palette.ts';

export const beanie: Form = (paint) => {
  const crown = 'M204 520 C200 340 272 226 400 222 C528 226 600 340 596 520 Z';
  const brim = box(186, 466, 428, 136, 42);
  const lines = range(15)
    .map((i) => {
      const x = 214 + i * 26.6;
      return line(
        `M${x} 520 C${x} ${400} ${400 + (x - 400) * 0.62} 290 ${400 + (x - 400) * 0.2} 226`,
        darker(paint.main, 0.4),
        4,
        0.34,
      );
    })
    .join('');
  const bands =
    paint.pattern === 'stripes'
      ? [300, 356, 412].map((y) => flat(box(180, y, 440, 26), paint.accent)).join('')
      : paint.pattern === 'yoke'
        ? fairIsle(paint, 350)
        : '';
  const texture =
    paint.pattern === 'cable'
      ? [-120, -60, 0, 60, 120].map((x) => cable(400 + x, 236, 260, paint.main)).join('')
      : lines;
  const pompom = paint.has('pompom')
    ? shape(disc(400, 204, 66), paint.accent, 'l') +
      range(60)
        .map((i) => {
          const a = i * 2.4;
          const r = 8 + (i % 12) * 4.6;
          return line(
            `M${400 + Math.cos(a) * r} ${204 + Math.sin(a) * r} l${Math.cos(a) * 12} ${Math.sin(a) * 12}`,
            i % 2 ? lighter(paint.accent, 0.4) : darker(paint.accent, 0.3),
            3,
            0.5,
          );
        })
        .join('')
    : '';
  return {
    body:
      pompom +
      shape(crown, paint.main, 'l') +
      within(crown, bands + texture + fold('M190 470 H610', 24, 0.4)) +
      shape(brim, paint.trim, 'm') +
      within(brim, ribs(190, 460, 430, 150, paint.trim, 17)) +
      shape(box(444, 514, 74, 44, 5), paint.accent, 's') +
      stitch(box(450, 520, 62, 32, 3), lighter(paint.accent, 0.6), 0.7),
  };
};

export const socks: Form = (paint) => {
  const sock =
    'M330 150 L440 150 C442 260 436 360 448 440 C470 490 540 520 582 560 C612 592 600 640 556 650 C500 660 440 640 396 604 C350 566 330 520 332 450 Z';
  const one =
    shape(sock, paint.main, 'l') +
    within(
      sock,
      (paint.pattern === 'stripes'
        ? range(7)
            .map((i) => flat(box(300, 230 + i * 36, 200, 15), paint.accent))
            .join('')
        : '') +
        knit(320, 150, 300, 520, darker(paint.main, 0.5), 0.24, 12) +
        flat(disc(576, 622, 66, 74), paint.accent) +
        flat(disc(346, 556, 58, 66), paint.accent) +
        flat(box(310, 140, 160, 62), paint.trim) +
        ribs(330, 140, 120, 62, paint.trim),
    );
  return { body: place(-96, 10, one) + place(22, -8, one) };
};

const place = (x: number, y: number, content: string) => `<g transform="translate(${x} ${y})">${content}</g>`;

export const gloves: Form = (paint) => {
  const hand =
    'M330 640 L322 470 C318 420 322 380 330 340 L336 210 C338 180 370 180 372 210 L376 330 L384 180 C386 150 420 150 422 180 L424 328 L436 196 C440 168 470 170 470 200 L466 340 L484 250 C490 226 516 232 514 258 C508 330 500 400 490 450 L478 640 Z';
  const thumb = 'M334 520 C300 470 282 430 262 400 C246 374 270 352 294 374 C320 400 336 424 350 450 Z';
  const one = (turn: (d: string) => string) =>
    shape(turn(thumb), paint.main, 'm') +
    shape(turn(hand), paint.main, 'm') +
    within(
      turn(hand),
      flat(turn(disc(406, 470, 66, 70)), paint.accent) +
        (paint.pattern === 'rib' ? knit(280, 150, 260, 500, darker(paint.main, 0.5), 0.26, 12) : '') +
        flat(box(280, 570, 240, 90), paint.trim) +
        ribs(290, 570, 220, 90, paint.trim),
    ) +
    stitch(turn(disc(406, 470, 58, 62)), lighter(paint.accent, 0.5), 0.6);
  return {
    body:
      place(
        150,
        10,
        one((d) => d),
      ) +
      place(
        -150,
        -10,
        one((d) => flip(d)),
      ),
  };
};

export const scarf: Form = (paint) => {
  const loop =
    'M240 250 C240 150 560 150 560 250 C560 350 480 380 400 380 C320 380 240 350 240 250 Z M322 240 C322 290 360 306 400 306 C440 306 478 290 478 240 C478 200 322 200 322 240 Z';
  const tail = (d: string) =>
    shape(d, paint.main, 'm') +
    within(
      d,
      surface(paint) +
        range(3)
          .map((i) => flat(box(200, 560 + i * 30, 400, 14), paint.accent))
          .join(''),
    );
  const fringe = (x: number, w: number, y: number) =>
    range(Math.floor(w / 12))
      .map((i) => tube(`M${x + i * 12} ${y} l${i % 2 ? 3 : -3} 36`, paint.accent, 5))
      .join('');
  return {
    body:
      fringe(306, 108, 640) +
      tail('M330 330 L430 330 L424 650 L300 650 Z') +
      fringe(434, 108, 606) +
      tail('M420 330 L500 320 L546 612 L426 616 Z') +
      `<g fill-rule="evenodd">${shape(loop, paint.main, 'm')}</g>` +
      within(loop, knit(230, 160, 340, 240, darker(paint.main, 0.5), 0.24)) +
      fold('M268 240 C270 176 530 176 532 240', 10, 0.22) +
      fold('M262 282 C290 360 510 360 538 282', 10, 0.22) +
      gleam('M262 220 C280 184 340 176 400 176', 8, 0.3) +
      fold('M300 330 C360 366 440 366 510 330', 12, 0.2),
  };
};
