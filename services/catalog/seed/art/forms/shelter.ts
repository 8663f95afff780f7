import { both, box, disc, flat, fold, gleam, line, range, shape, stitch, tube, within } from '../ink.ts';
import type { Form } from '../model.ts';
import { darker, lighter } from '../palette.ts';

const peg = (x: number, y: number) =>
  line(`M${x} ${y - 10} l6 22`, '#77828b', 6) + line(`M${x - 4} ${y - 8} h10`, '#77828b', 5);

const guy = (x1: number, y1: number, x2: number, y2: number, colour: string) =>
  line(`M${x1} ${y1} L${x2} ${y2}`, darker(colour, 0.1), 3) + peg(x2, y2);

export const domeTent: Form = (paint) => {
  const outline = 'M90 610 C150 470 230 330 330 268 C380 240 440 240 490 268 C590 330 660 470 714 610 Z';
  const porch = 'M250 618 C280 480 330 360 398 290 C470 360 520 480 548 618 Z';
  const door = 'M318 616 C336 510 364 420 400 350 C440 420 466 510 482 616 Z';
  return {
    body:
      guy(170, 470, 56, 630, paint.trim) +
      guy(640, 470, 752, 630, paint.trim) +
      shape(outline, paint.main, 'l') +
      within(
        outline,
        flat('M490 258 C560 380 600 480 620 620 L730 620 L600 330 Z', darker(paint.main, 0.3), 0.6) +
          flat('M330 262 C260 380 210 480 190 620 L80 620 L230 330 Z', lighter(paint.main, 0.3), 0.35) +
          flat(box(60, 588, 700, 40), darker(paint.main, 0.3), 0.6) +
          (paint.pattern === 'stripes' ? flat('M80 500 H730 V526 H80 Z', paint.accent) : ''),
      ) +
      shape(porch, paint.accent, 'm') +
      flat(door, darker(paint.main, 0.75)) +
      flat(
        'M340 616 C354 540 372 470 400 410 C412 470 418 540 420 616 Z',
        paint.has('lit') ? '#ffd983' : darker(paint.main, 0.55),
        0.8,
      ) +
      (paint.has('lit') ? haze : '') +
      shape(
        'M482 616 C466 510 440 420 400 350 C452 400 500 500 520 616 Z',
        lighter(paint.accent, 0.12),
        's',
      ) +
      line('M500 500 l-24 8', paint.trim, 8) +
      tube('M98 606 C180 440 280 290 410 252 C540 290 640 440 706 606', paint.trim, 7) +
      tube('M250 616 C280 480 330 360 398 290 C470 360 520 480 548 616', paint.trim, 6) +
      gleam('M190 520 C230 430 270 370 316 326', 16, 0.35) +
      shape('M360 250 C390 238 430 238 460 250 L448 284 L372 284 Z', darker(paint.main, 0.15), 's'),
    scale: 0.9,
    ground: { x: 400, y: 618, rx: 320 },
  };
};

const haze = `<ellipse cx="400" cy="560" rx="60" ry="60" fill="#ffd983" opacity=".5" filter="url(#blur-16)"/>`;

export const tunnelTent: Form = (paint) => {
  const outline = 'M80 610 C96 470 150 360 250 330 C400 290 560 330 650 410 C700 460 724 540 730 606 Z';
  const front = 'M80 610 C90 430 150 330 250 330 C330 340 374 460 384 612 Z';
  return {
    body:
      guy(100, 520, 40, 634, paint.trim) +
      guy(700, 500, 764, 622, paint.trim) +
      shape(outline, paint.main, 'l') +
      within(
        outline,
        range(2)
          .map((i) =>
            fold(
              `M${500 + i * 130} ${320 + i * 50} C${540 + i * 120} 420 ${556 + i * 110} 520 ${560 + i * 110} 620`,
              18,
              0.22,
            ),
          )
          .join('') +
          flat(box(60, 586, 700, 40), darker(paint.main, 0.35), 0.6) +
          (paint.has('window')
            ? shape('M430 480 C470 440 520 440 540 470 L548 520 L440 524 Z', '#dbe6e4', 's')
            : ''),
      ) +
      shape(front, paint.accent, 'm') +
      flat('M150 612 C160 490 196 410 250 396 C296 410 318 500 324 612 Z', darker(paint.main, 0.72)) +
      flat('M180 612 C190 530 216 470 246 456 C262 520 262 570 260 612 Z', darker(paint.main, 0.5), 0.9) +
      tube('M80 608 C90 430 150 330 250 330 C330 340 374 460 384 610', paint.trim, 8) +
      tube('M420 308 C520 360 556 480 560 608', paint.trim, 6) +
      tube('M600 366 C664 430 690 520 694 606', paint.trim, 6) +
      shape('M324 612 C320 520 300 430 262 400 C300 410 350 480 360 612 Z', lighter(paint.accent, 0.1), 's') +
      gleam('M300 350 C380 326 460 326 520 344', 14, 0.35),
    scale: 0.88,
    ground: { x: 400, y: 616, rx: 330 },
  };
};

export const tarp: Form = (paint) => {
  const sheet =
    'M84 430 C200 380 300 300 400 206 C500 300 620 380 720 420 C600 440 500 450 430 452 C320 452 200 448 84 430 Z';
  const left = 'M84 430 C200 380 300 300 400 206 C396 300 400 380 430 452 C320 452 200 448 84 430 Z';
  return {
    body:
      tube('M400 206 V640', paint.trim, 11) +
      tube('M690 424 V640', paint.trim, 10) +
      guy(400, 206, 640, 640, paint.accent) +
      guy(84, 430, 44, 636, paint.accent) +
      guy(720, 420, 764, 636, paint.accent) +
      guy(400, 206, 190, 640, paint.accent) +
      shape(sheet, darker(paint.main, 0.12), 'm') +
      shape(left, paint.main, 'm') +
      within(
        sheet,
        (paint.pattern === 'stripes'
          ? line('M240 340 C260 380 280 420 290 460 M320 280 C340 340 360 400 372 460', paint.accent, 16, 0.9)
          : '') + gleam('M160 406 C240 370 310 316 370 256', 14, 0.3),
      ) +
      line('M400 206 C396 300 400 380 430 452', darker(paint.main, 0.4), 3, 0.6) +
      [
        [84, 430],
        [720, 420],
        [400, 206],
        [430, 452],
      ]
        .map(([x, y]) => shape(disc(x ?? 0, y ?? 0, 10), '#d4c18c', 's'))
        .join('') +
      shape(box(330, 590, 150, 40, 18), paint.accent, 's') +
      shape(box(350, 556, 110, 38, 18), darker(paint.accent, 0.2), 's'),
    scale: 0.9,
    ground: { x: 400, y: 642, rx: 290 },
  };
};

export const hammock: Form = (paint) => {
  const bed =
    'M110 300 C180 470 290 560 420 560 C550 560 640 470 700 290 C640 400 540 446 410 446 C280 446 180 410 110 300 Z';
  const far =
    'M110 300 C190 380 290 420 410 420 C530 420 630 380 700 290 C630 420 540 470 410 470 C280 470 190 430 110 300 Z';
  return {
    body:
      tube('M84 100 V690', '#8a6a4c', 52) +
      tube('M726 100 V690', '#7b5d42', 52) +
      range(3)
        .map((i) => line(`M${74 + i * 12} ${160 + i * 150} v70`, '#4f3826', 3, 0.4))
        .join('') +
      shape(far, darker(paint.main, 0.35), 's') +
      shape(bed, paint.main, 'l') +
      within(
        bed,
        (paint.pattern === 'stripes'
          ? range(4)
              .map((i) =>
                line(
                  `M110 ${306 + i * 4} C190 ${440 + i * 36} 290 ${474 + i * 30} 420 ${474 + i * 30} C550 ${474 + i * 30} 640 ${440 + i * 30} 700 ${298 + i * 4}`,
                  i % 2 ? paint.trim : paint.accent,
                  14,
                ),
              )
              .join('')
          : line('M110 300 C180 500 290 536 420 536 C550 536 640 480 700 290', paint.accent, 34)) +
          fold('M240 440 C300 500 360 520 420 540', 16, 0.2) +
          fold('M580 440 C540 500 500 520 460 540', 16, 0.2),
      ) +
      tube('M58 276 H110', paint.trim, 16) +
      tube('M60 270 L112 300', paint.trim, 9) +
      tube('M748 266 L700 290', paint.trim, 9) +
      tube('M700 262 H752', paint.trim, 16) +
      shape(disc(114, 302, 14), '#b8bfc4', 's') +
      shape(disc(698, 292, 14), '#b8bfc4', 's') +
      (paint.has('mesh')
        ? flat(
            'M110 300 C240 150 560 150 700 290 C630 380 530 420 410 420 C290 420 190 380 110 300 Z',
            '#3c464d',
            0.24,
          ) +
          line(
            range(9)
              .map(
                (i) =>
                  `M${180 + i * 55} ${262 - Math.sin(((i + 1.2) / 10) * Math.PI) * 66} q6 60 0 ${76 + Math.sin(((i + 1) / 10) * Math.PI) * 140}`,
              )
              .join(' '),
            '#ffffff',
            2,
            0.28,
          ) +
          line('M110 300 C240 150 560 150 700 290', paint.accent, 4)
        : ''),
    scale: 0.84,
    ground: { x: 404, y: 690, rx: 350 },
  };
};

export const sleepingBag: Form = (paint) => {
  const outline =
    'M400 110 C476 110 520 156 526 226 C552 270 560 330 552 420 C544 520 516 620 492 676 C476 704 324 704 308 676 C284 620 256 520 248 420 C240 330 248 270 274 226 C280 156 324 110 400 110 Z';
  return {
    body:
      shape(outline, paint.main, 'l') +
      within(
        outline,
        range(9)
          .map(
            (i) =>
              fold(
                `M230 ${300 + i * 46} C330 ${316 + i * 46} 470 ${316 + i * 46} 570 ${300 + i * 46}`,
                15,
                0.32,
              ) +
              line(
                `M230 ${300 + i * 46} C330 ${316 + i * 46} 470 ${316 + i * 46} 570 ${300 + i * 46}`,
                darker(paint.main, 0.4),
                2,
                0.5,
              ),
          )
          .join('') + flat('M230 640 H570 V710 H230 Z', paint.accent, 0.9),
      ) +
      shape(disc(400, 214, 92, 88), paint.accent, 'm') +
      flat(disc(400, 222, 68, 62), darker(paint.accent, 0.5)) +
      shape(
        'M330 250 C360 224 440 224 470 250 C464 282 430 290 400 290 C370 290 336 282 330 250 Z',
        lighter(paint.accent, 0.3),
        's',
      ) +
      line('M452 288 C480 360 486 460 470 560', darker(paint.main, 0.5), 10) +
      line('M452 288 C480 360 486 460 470 560', paint.trim, 4) +
      shape(box(446, 284, 12, 34, 5), paint.trim, 's') +
      both('M478 190 C500 240 490 270 460 292', (d) => line(d, paint.trim, 4)),
  };
};

export const mat: Form = (paint) => {
  const roll = disc(250, 470, 122, 122);
  const spiral = range(9)
    .map((i) => line(disc(250 + i * 1.5, 470 - i, 114 - i * 12), darker(paint.accent, 0.35), 3, 0.6))
    .join('');
  const body = 'M250 348 L576 348 C640 350 674 410 674 470 C674 532 640 592 576 592 L250 592 Z';
  return {
    body:
      shape(body, paint.main, 'l') +
      within(
        body,
        paint.pattern === 'quilt'
          ? range(12)
              .map((i) => fold(`M${300 + i * 32} 340 V600`, 9, 0.24))
              .join('')
          : '',
      ) +
      [430, 560]
        .map(
          (x) =>
            line(`M${x} 350 C${x + 34} 420 ${x + 34} 530 ${x} 591`, paint.trim, 24) +
            shape(box(x + 8, 436, 36, 46, 6), '#33373c', 's'),
        )
        .join('') +
      shape(roll, paint.accent, 'm') +
      spiral +
      gleam('M330 372 H560', 14, 0.35),
    ground: { x: 410, y: 594, rx: 230 },
  };
};

export const pillow: Form = (paint) => {
  const outline =
    'M170 330 C150 290 190 260 236 280 C340 300 460 300 564 280 C610 260 650 290 630 330 C612 400 612 470 630 540 C650 580 610 610 564 592 C460 574 340 574 236 592 C190 610 150 580 170 540 C188 470 188 400 170 330 Z';
  return {
    body:
      shape(outline, paint.main, 'l') +
      within(
        outline,
        (paint.pattern === 'stripes'
          ? range(9)
              .map((i) => flat(box(170 + i * 54, 240, 20, 380), paint.accent))
              .join('')
          : paint.pattern === 'check'
            ? range(9)
                .map(
                  (i) =>
                    flat(box(160 + i * 60, 240, 26, 380), paint.accent, 0.45) +
                    flat(box(120, 270 + i * 60, 560, 26), paint.accent, 0.45),
                )
                .join('')
            : '') +
          fold('M200 310 C260 350 280 360 320 366', 16, 0.2) +
          fold('M600 560 C540 520 520 510 480 504', 16, 0.24) +
          fold('M600 310 C560 340 540 350 510 356', 14, 0.16),
      ) +
      stitch('M186 336 C206 400 206 470 186 536', lighter(paint.main, 0.6)) +
      stitch('M614 336 C594 400 594 470 614 536', lighter(paint.main, 0.6)) +
      shape(box(592, 486, 44, 60, 5), paint.trim, 's') +
      gleam('M230 330 C300 344 360 346 420 344', 18, 0.3),
  };
};
