import {
  box,
  disc,
  flat,
  flip,
  fold,
  gleam,
  haze,
  line,
  range,
  shape,
  stitch,
  tube,
  within,
} from '../ink.ts';
import type { Form, Paint } from '../model.ts';
import { darker, lighter } from '../palette.ts';

/** The pair: the far shoe a little behind and above the near one. */
function pair(one: string, dx: number, dy: number, base: number, scale = 1): string {
  return (
    `<g transform="translate(400 400) scale(${scale}) translate(-400 -400)"><g transform="translate(${dx} ${dy})">${haze(disc(400, base, 270, 18), '#14202f', 0.4, 16)}${one}</g>${haze(disc(430, base - 30, 250, 40), '#14202f', 0.22, 16)}` +
    `<g transform="translate(${-dx * 0.55} ${-dy * 0.55})">${one}</g></g>`
  );
}

function sole(paint: Paint, d: string, welt: string): string {
  return shape(d, paint.trim, 's') + line(welt, darker(paint.trim, 0.35), 3, 0.5);
}

export const boot: Form = (paint) => {
  const tall = paint.has('tall');
  const top = tall ? 170 : 330;
  const upper = `M270 ${top} C320 ${top - 14} 390 ${top - 14} 430 ${top} C432 ${top + 120} 424 420 440 470 C470 520 560 520 604 566 C622 590 624 620 618 640 L262 640 C250 560 276 440 270 ${top} Z`;
  const cap =
    'M520 522 C570 534 600 560 612 580 C624 604 622 626 618 640 L500 640 C486 590 494 550 520 522 Z';
  const heel = 'M266 560 C300 556 340 580 350 640 L262 640 C258 610 260 584 266 560 Z';
  const lace = paint.has('lace')
    ? flat(
        'M378 356 C372 420 386 470 430 498 L458 486 C430 462 424 420 428 350 Z',
        darker(paint.main, 0.35),
      ) +
      range(5)
        .map(
          (i) =>
            tube(`M${376 + i * i * 3} ${372 + i * 27} l${46 - i * 2} ${-9 + i * 2}`, paint.accent, 8) +
            shape(disc(374 + i * i * 3, 373 + i * 27, 6), '#c9a04c', 's'),
        )
        .join('')
    : '';
  const one =
    flat(disc(350, top, 80, 15), darker(paint.main, 0.55)) +
    shape(upper, paint.main, 'l') +
    within(
      upper,
      flat(box(240, top - 20, 220, tall ? 62 : 44), paint.accent) +
        (paint.pattern === 'band' ? flat(box(240, 380, 300, 20), paint.accent) : '') +
        flat(cap, paint.accent, 0.9) +
        flat(heel, paint.accent, 0.9) +
        fold('M430 470 C390 500 340 500 310 490', 14, 0.22) +
        fold('M450 500 C410 530 380 536 340 534', 10, 0.18),
    ) +
    gleam(`M300 ${top + 80} C304 420 300 480 292 540`, 18, 0.3) +
    stitch(`M274 ${top + (tall ? 46 : 30)} H428`, lighter(paint.accent, 0.5), 0.6) +
    stitch('M516 526 C490 556 484 600 496 636', lighter(paint.main, 0.5), 0.5) +
    lace +
    (paint.has('handle')
      ? line(`M280 ${top + 8} C284 ${top - 40} 330 ${top - 40} 334 ${top + 2}`, paint.trim, 11)
      : '') +
    sole(
      paint,
      'M256 634 L622 634 C634 650 632 668 618 672 L430 672 L420 664 L384 664 L376 678 L268 678 C252 670 250 650 256 634 Z',
      'M260 650 H624',
    ) +
    range(16)
      .map((i) => line(`M${276 + i * 21} 664 v9`, darker(paint.trim, 0.5), 4, 0.4))
      .join('');
  return {
    body: `<g transform="translate(-40 0)">${pair(one, 84, -30, 672, tall ? 0.96 : 1)}</g>`,
    ground: { x: 380, y: tall ? 688 : 692, rx: 230 },
  };
};

export const deckShoe: Form = (paint) => {
  const upper =
    'M150 430 C160 404 186 402 206 412 C250 434 320 430 366 396 C400 420 440 440 500 452 C570 462 640 490 652 546 L652 572 L150 572 C140 520 142 470 150 430 Z';
  const apron =
    'M382 406 C420 432 470 446 520 456 C590 468 628 490 640 520 C590 496 520 490 460 486 C420 478 396 450 382 406 Z';
  const one =
    flat('M160 424 C220 452 320 448 372 398 C330 378 200 380 160 424 Z', darker(paint.main, 0.55)) +
    shape(upper, paint.main, 'l') +
    within(
      upper,
      flat('M140 400 C200 420 220 500 214 580 L140 580 Z', paint.accent, 0.85) +
        fold('M150 572 H652', 16, 0.3),
    ) +
    shape(apron, lighter(paint.main, 0.1), 's') +
    stitch('M382 412 C400 454 424 486 462 490 C530 494 600 504 642 528', lighter(paint.main, 0.65), 0.9) +
    tube('M152 444 C210 470 290 468 346 436', paint.accent, 8) +
    range(5)
      .map((i) => shape(disc(190 + i * 36, 457 + (i < 2 ? i * 3 : 4 - i * 2), 5), '#d6c08a', 's'))
      .join('') +
    tube('M388 448 C430 424 452 428 474 440', paint.accent, 8) +
    tube('M410 474 C440 450 470 444 498 454', paint.accent, 8) +
    tube(
      'M430 450 C470 410 520 420 500 448 C470 462 440 458 430 450 C400 410 370 430 390 448',
      paint.accent,
      7,
    ) +
    shape(disc(390, 448, 6), '#d6c08a', 's') +
    shape(disc(412, 474, 6), '#d6c08a', 's') +
    sole(
      paint,
      'M142 562 L656 562 C668 580 664 606 646 610 L170 610 C144 606 136 584 142 562 Z',
      'M146 582 H660',
    ) +
    stitch('M152 573 H652', darker(paint.trim, 0.6), 0.4) +
    range(22)
      .map((i) => line(`M${166 + i * 22} 600 v8`, darker(paint.trim, 0.5), 3, 0.4))
      .join('');
  return { body: pair(one, 60, -74, 606, 0.95), ground: { x: 380, y: 652, rx: 300 } };
};

export const sneaker: Form = (paint) => {
  const upper =
    'M146 372 C166 352 200 362 220 392 C250 430 306 410 344 352 L380 336 C420 390 470 430 540 452 C610 470 652 500 654 560 L146 562 C128 500 132 420 146 372 Z';
  const one =
    flat('M150 372 C200 340 300 330 372 340 C330 430 240 430 150 372 Z', darker(paint.main, 0.5)) +
    shape('M330 340 C344 306 380 300 396 330 L420 392 L372 402 Z', lighter(paint.main, 0.12), 's') +
    shape(upper, paint.main, 'l') +
    within(
      upper,
      (paint.has('mesh')
        ? range(16)
            .map((i) =>
              range(24)
                .map((j) =>
                  flat(disc(150 + j * 22 + (i % 2) * 11, 370 + i * 13, 3), darker(paint.main, 0.4), 0.35),
                )
                .join(''),
            )
            .join('')
        : '') +
        flat('M540 440 C620 470 660 500 660 570 L540 570 C510 530 510 480 540 440 Z', paint.accent) +
        flat('M130 470 C190 470 230 500 240 570 L120 570 Z', paint.accent) +
        flat(
          'M290 562 C320 490 350 440 356 352 L400 380 C390 450 380 500 396 562 Z',
          darker(paint.main, 0.22),
        ),
    ) +
    line('M240 560 C300 500 420 490 524 540', paint.accent, 15) +
    stitch('M540 446 C512 484 514 530 542 560', lighter(paint.accent, 0.5)) +
    range(5)
      .map(
        (i) =>
          tube(`M${350 + i * 29} ${404 + i * 19} l40 -20`, darker(paint.trim, 0.1), 8) +
          flat(disc(350 + i * 29, 404 + i * 19, 5), '#20262d'),
      )
      .join('') +
    tube('M148 376 C170 350 204 370 222 394 C250 428 306 408 344 354', darker(paint.main, 0.2), 10) +
    shape(
      'M136 552 L658 548 C682 570 676 606 650 612 L300 616 C260 620 180 622 150 610 C126 600 124 570 136 552 Z',
      paint.trim,
      'm',
    ) +
    line('M134 584 C300 600 500 570 668 584', paint.accent, 6) +
    range(20)
      .map((i) => line(`M${170 + i * 24} 606 v9`, darker(paint.trim, 0.5), 4, 0.4))
      .join('');
  return { body: pair(one, 60, -74, 610, 0.95), ground: { x: 380, y: 652, rx: 300 } };
};

export const sandal: Form = (paint) => {
  const bed =
    'M470 130 C540 126 590 190 588 270 C586 350 556 400 558 480 C562 560 566 660 500 672 C440 676 428 610 426 540 C424 460 410 400 408 300 C406 210 410 136 470 130 Z';
  const one = (turn: (d: string) => string) =>
    `<g transform="translate(6 10)">${shape(turn(bed), darker(paint.trim, 0.45), 's')}</g>` +
    shape(turn(bed), paint.trim, 'l') +
    within(
      turn(bed),
      flat(turn(disc(494, 250, 58, 84)), darker(paint.trim, 0.3), 0.35) +
        flat(turn(disc(496, 590, 46, 56)), darker(paint.trim, 0.3), 0.35) +
        stitch(
          turn(
            'M474 150 C530 146 570 200 568 270 C566 350 538 400 540 480 C544 560 546 646 498 652 C456 654 446 600 446 540 C444 460 430 400 428 300 C426 220 430 154 474 150 Z',
          ),
          darker(paint.trim, 0.6),
          0.5,
        ),
    ) +
    shape(turn('M400 250 C440 200 540 196 596 236 L590 308 C536 276 456 284 412 334 Z'), paint.main, 'm') +
    stitch(turn('M410 262 C452 218 534 212 586 248'), lighter(paint.main, 0.6), 0.7) +
    stitch(turn('M414 320 C458 274 536 264 586 294'), lighter(paint.main, 0.6), 0.7) +
    shape(turn('M412 372 C450 350 520 344 576 362 L566 416 C520 398 456 404 418 424 Z'), paint.main, 'm') +
    shape(turn(box(500, 342, 46, 66, 7)), paint.accent, 's') +
    shape(turn('M420 560 C450 520 530 516 566 552 L566 600 C530 566 454 568 424 606 Z'), paint.main, 'm') +
    shape(turn(box(534, 540, 30, 50, 6)), '#c4cbd0', 's');
  return { body: one((d) => flip(d)) + one((d) => d) };
};

export const clog: Form = (paint) => {
  const upper = 'M330 560 C326 480 356 410 430 392 C530 376 640 440 654 540 L652 572 L330 572 Z';
  const one =
    shape(
      'M150 500 C200 486 300 500 360 510 L640 520 L656 568 L150 572 C132 550 132 514 150 500 Z',
      lighter(paint.accent, 0.2),
      's',
    ) +
    shape(upper, paint.main, 'l') +
    gleam('M398 440 C430 412 470 406 510 412', 16, 0.45) +
    range(6)
      .map(
        (i) =>
          flat(
            disc(440 + (i % 3) * 52, 462 + Math.floor(i / 3) * 44 + (i % 3) * 8, 11),
            darker(paint.main, 0.55),
          ) +
          line(
            `M${431 + (i % 3) * 52} ${468 + Math.floor(i / 3) * 44 + (i % 3) * 8} q9 8 18 0`,
            lighter(paint.main, 0.4),
            2,
            0.7,
          ),
      )
      .join('') +
    tube('M352 506 C300 470 200 420 158 470 C150 486 152 500 160 512', paint.main, 30) +
    shape(disc(354, 506, 18), paint.accent, 's') +
    shape('M140 558 L656 556 C670 580 664 608 644 612 L170 614 C142 610 132 584 140 558 Z', paint.trim, 's') +
    line('M146 578 H656', darker(paint.trim, 0.4), 3, 0.5) +
    range(21)
      .map((i) => line(`M${168 + i * 23} 602 v9`, darker(paint.trim, 0.5), 5, 0.4))
      .join('');
  return { body: pair(one, 60, -74, 610, 0.95), ground: { x: 380, y: 652, rx: 296 } };
};
