import { both, box, disc, flat, fold, gleam, line, shape, stitch, sym, within } from '../ink.ts';
import type { Form, Paint } from '../model.ts';
import { darker, lighter } from '../palette.ts';

const torso =
  'M400 222 L452 216 C492 220 522 230 542 248 C548 290 545 330 543 370 C542 460 548 560 554 648 C554 662 548 668 536 670 C490 676 440 678 400 678';

const sleeve =
  'M536 240 C576 254 600 286 610 332 C626 410 646 500 656 588 C657 602 650 609 636 611 L588 617 C576 618 570 612 568 600 C560 540 544 470 530 400 Z';

const cuff = 'M566 566 L652 554 L656 590 C657 602 650 609 636 611 L588 617 C576 618 570 612 568 600 Z';

function sleeves(paint: Paint, fill: string): string {
  const arm = both(
    sleeve,
    (d) =>
      shape(d, fill, 'm') +
      within(
        d,
        both('M548 420 C580 410 600 400 622 396', (f) => fold(f, 12, 0.18)) +
          both('M556 500 C590 488 610 486 640 484', (f) => fold(f, 9, 0.14)),
      ),
  );
  const ends = both(cuff, (d) => shape(d, darker(paint.accent, 0.08), 's'));
  const tabs = both(box(604, 572, 40, 18, 5), (d) => shape(d, darker(paint.trim, 0.1), 's'));
  const bands = paint.has('reflective')
    ? both('M546 470 L634 456 L638 480 L550 494 Z', (d) => flat(d, '#e9edf0') + flat(d, '#8b98a3', 0.25))
    : '';
  return arm + ends + tabs + bands;
}

function hood(paint: Paint): string {
  return (
    shape(sym('M400 96 C462 96 496 134 498 192 C499 224 486 246 462 262 L400 280'), paint.main, 'm') +
    flat(sym('M400 132 C440 132 462 158 462 196 C462 226 440 246 400 258'), darker(paint.accent, 0.55)) +
    flat(sym('M400 150 C432 150 448 170 448 200 C448 224 430 240 400 246'), darker(paint.accent, 0.38), 0.8) +
    line('M400 132 C440 132 462 158 462 196 C462 226 440 246 400 258', darker(paint.main, 0.3), 4, 0.6) +
    line('M400 132 C360 132 338 158 338 196 C338 226 360 246 400 258', lighter(paint.main, 0.3), 4, 0.5) +
    line('M400 98 L400 132', darker(paint.main), 2, 0.5) +
    shape(sym('M400 240 L446 226 C458 224 464 232 463 244 L456 284 L400 300'), lighter(paint.main, 0.06), 's')
  );
}

function collar(paint: Paint): string {
  return (
    flat(disc(400, 198, 60, 20), darker(paint.accent, 0.5)) +
    shape(sym('M400 214 C430 212 452 206 460 194 C468 210 470 234 464 256 L400 276'), paint.accent, 's')
  );
}

const pull = (x: number, y: number, colour: string) =>
  shape(box(x - 5, y, 10, 30, 5), colour, 's') + flat(disc(x, y + 3, 6), '#d8dde0');

function body(paint: Paint, fill = paint.main): string {
  const outline = sym(torso);
  const yoke =
    paint.pattern === 'block' ? flat('M200 200 H600 V352 C520 372 280 372 200 352 Z', paint.accent) : '';
  const band =
    paint.pattern === 'band'
      ? flat('M200 400 H600 V470 H200 Z', paint.accent) + flat('M200 470 H600 V480 H200 Z', paint.trim)
      : '';
  const quilt =
    paint.pattern === 'quilt'
      ? [0, 1, 2, 3, 4, 5, 6, 7]
          .map((i) => {
            const d = `M230 ${272 + i * 52} C320 ${282 + i * 52} 480 ${282 + i * 52} 570 ${272 + i * 52}`;
            return (
              fold(d, 16, 0.5) +
              line(d, darker(fill, 0.35), 2, 0.6) +
              `<g transform="translate(0 20)">${gleam(d, 8, 0.24)}</g>`
            );
          })
          .join('')
      : '';
  const creases =
    both('M520 330 C500 380 492 440 496 500', (d) => fold(d, 16, 0.16)) +
    both('M540 600 C510 590 480 592 456 604', (d) => fold(d, 12, 0.14)) +
    gleam('M300 300 C290 380 292 470 298 560', 22, 0.16);
  return (
    shape(`${outline}`, fill, 'l') +
    within(
      outline,
      yoke +
        band +
        quilt +
        creases +
        `<rect x="200" y="640" width="400" height="50" fill="#0d1828" opacity=".1"/>`,
    ) +
    line('M249 640 C330 648 470 648 551 640', darker(fill, 0.35), 2, 0.5)
  );
}

function pockets(paint: Paint): string {
  let drawn = '';
  if (paint.has('hand-pockets'))
    drawn +=
      both(
        'M446 500 L524 492 L530 596 L452 604 Z',
        (d) => shape(d, lighter(paint.main, 0.07), 's') + stitch(d, darker(paint.main, 0.5), 0.35),
      ) + both('M440 488 L528 478 L531 516 L443 526 Z', (d) => shape(d, paint.accent, 's'));
  else
    drawn += both(
      'M470 520 L520 604',
      (d) => line(d, darker(paint.main, 0.5), 9, 0.7) + line(d, paint.trim, 3),
    );
  if (paint.has('chest-pocket'))
    drawn +=
      shape(box(440, 346, 82, 78, 8), lighter(paint.main, 0.08), 's') +
      line('M448 362 H514', darker(paint.main, 0.5), 5) +
      line('M448 362 H514', paint.trim, 2) +
      pull(510, 358, paint.trim);
  return drawn;
}

export const jacket: Form = (paint) => {
  const zip =
    shape(box(384, 272, 32, 402, 8), darker(paint.main, 0.12), 's') +
    line('M400 280 V668', paint.trim, 4) +
    stitch('M391 290 V662', lighter(paint.main, 0.4), 0.5) +
    stitch('M409 290 V662', lighter(paint.main, 0.4), 0.5);
  const shoulder = paint.pattern === 'block' ? paint.accent : paint.main;
  const badge =
    flat(box(290, 372, 46, 16, 4), paint.trim) + line('M298 380 H328', darker(paint.trim, 0.4), 2);
  return {
    body:
      sleeves(paint, shoulder) +
      body(paint) +
      pockets(paint) +
      badge +
      (paint.has('hood') ? hood(paint) : collar(paint)) +
      zip +
      pull(400, 284, paint.accent),
  };
};

export const smock: Form = (paint) => {
  const front = paint.has('kangaroo')
    ? shape(
        sym('M400 452 L470 452 C482 500 500 540 506 580 L500 612 L400 616'),
        lighter(paint.main, 0.06),
        's',
      ) +
      both('M470 452 C482 500 500 540 506 580', (d) => line(d, paint.trim, 4) + fold(d, 8, 0.3)) +
      stitch('M336 464 H464', lighter(paint.main, 0.5))
    : both('M452 520 L520 604', (d) => line(d, darker(paint.main, 0.5), 8, 0.7));
  const placket =
    shape('M380 268 L420 268 L418 432 L400 442 L382 432 Z', darker(paint.main, 0.14), 's') +
    line('M400 272 V424', paint.trim, 4) +
    pull(400, 290, paint.accent);
  const waist = paint.has('long')
    ? ''
    : both('M440 632 L546 628 L548 644 L440 648 Z', (d) => flat(d, darker(paint.main, 0.3), 0.6));
  return {
    body:
      sleeves(paint, paint.main) +
      body(paint) +
      front +
      (paint.has('hood') ? hood(paint) : collar(paint)) +
      placket +
      waist,
  };
};

export const gilet: Form = (paint) => {
  const zip =
    line('M400 270 V668', darker(paint.main, 0.45), 12) +
    line('M400 270 V668', paint.trim, 4) +
    pull(400, 280, paint.accent);
  const armholes = both(
    'M538 252 C516 300 520 370 543 420',
    (d) => line(d, paint.accent, 12) + line(d, darker(paint.accent, 0.3), 2),
  );
  return { body: body(paint) + armholes + pockets(paint) + collar(paint) + zip };
};

const legs =
  'M400 396 L508 390 C520 470 532 580 538 690 C538 700 532 704 522 704 L444 706 C434 706 428 702 427 692 C422 610 414 540 400 492';

function trouserLegs(paint: Paint): string {
  const outline = sym(legs);
  const knees = both(
    'M432 520 C460 512 500 510 524 512 L532 604 C500 610 460 612 434 612 Z',
    (d) => shape(d, darker(paint.accent, 0.02), 's') + stitch(d, lighter(paint.accent, 0.4), 0.4),
  );
  const hems = both(
    'M430 668 L536 664 L538 690 C538 700 532 704 522 704 L444 706 C434 706 428 702 427 692 Z',
    (d) => shape(d, darker(paint.accent, 0.12), 's'),
  );
  return (
    shape(outline, paint.main, 'l') +
    within(
      outline,
      both('M404 470 C440 460 470 450 500 452', (d) => fold(d, 12, 0.2)) +
        both('M470 640 C490 630 510 630 530 634', (d) => fold(d, 10, 0.2)),
    ) +
    knees +
    hems +
    (paint.has('reflective') ? both('M428 634 L534 628 L535 646 L429 652 Z', (d) => flat(d, '#e6ebee')) : '')
  );
}

export const dungarees: Form = (paint) => {
  const bib = sym('M400 176 L456 168 C464 206 478 240 498 262 L504 346 L400 352');
  const straps = both('M442 176 C446 140 456 104 448 84 L478 84 C488 112 482 150 472 208 Z', (d) =>
    shape(d, paint.trim, 's'),
  );
  const trunk = `<g transform="translate(400 330) scale(.96 1.26) translate(-400 -390)">${trouserLegs(paint)}</g>`;
  return {
    body:
      both('M442 178 C440 140 428 110 414 90', (d) => line(d, darker(paint.trim, 0.4), 22)) +
      trunk +
      shape(bib, paint.main, 'm') +
      straps +
      both(box(440, 184, 38, 24, 5), (d) => shape(d, darker(paint.trim, 0.5), 's')) +
      line('M400 180 V410', darker(paint.main, 0.5), 10) +
      line('M400 180 V410', paint.accent, 4) +
      pull(400, 186, paint.accent) +
      shape(box(420, 232, 54, 56, 6), lighter(paint.main, 0.1), 's') +
      line('M428 246 H466', paint.accent, 3) +
      shape(box(294, 322, 212, 26, 6), darker(paint.main, 0.18), 's') +
      both('M468 366 L498 414', (d) => line(d, darker(paint.main, 0.5), 7, 0.7)),
  };
};

export const trousers: Form = (paint) => ({
  body: `<g transform="translate(400 400) scale(1.02 1.62) translate(-400 -535)">${trouserLegs(paint)}${shape(sym('M400 372 L504 368 L510 402 L400 410'), darker(paint.main, 0.15), 's')}${both(box(456, 364, 12, 46, 3), (d) => shape(d, paint.main, 's'))}${line('M400 380 V474', darker(paint.main, 0.5), 3, 0.7)}${shape(disc(400, 390, 8), paint.trim, 's')}${both('M470 414 C480 440 496 452 514 456', (d) => line(d, darker(paint.main, 0.5), 4, 0.7) + stitch(d, lighter(paint.main, 0.4)))}</g>`,
});

export const souwester: Form = (paint) => {
  const crown = 'M262 420 C262 290 318 216 408 216 C500 216 552 290 554 420 Z';
  const brim =
    'M150 470 C200 410 300 386 400 386 C510 386 610 420 668 512 C680 534 668 552 644 546 C560 510 470 500 400 500 C310 500 240 508 176 510 C144 510 134 490 150 470 Z';
  return {
    body: `<g transform="translate(0 40)">${line('M300 500 C300 580 340 630 392 640 C450 634 500 590 512 504', darker(paint.trim, 0.1), 9)}${shape(disc(394, 636, 14, 18), paint.trim, 's')}${shape(crown, paint.main, 'l')}${within(crown, both('M440 216 C480 260 496 330 498 430', (d) => line(d, darker(paint.main, 0.35), 3, 0.5) + stitch(d, lighter(paint.main, 0.5), 0.5), 408) + line('M408 216 V430', darker(paint.main, 0.35), 3, 0.4) + flat(box(240, 380, 340, 60), paint.accent))}${shape(disc(408, 218, 12, 8), paint.accent, 's')}${shape(brim, paint.main, 'm')}${within(brim, [0, 1, 2, 3].map((i) => stitch(`M140 ${494 + i * 16 - 30} C220 ${420 + i * 20} 320 ${404 + i * 22} 400 ${404 + i * 22} C520 ${406 + i * 22} 600 ${440 + i * 22} 680 ${540 + i * 18}`, darker(paint.main, 0.45), 0.5)).join(''))}${gleam('M316 330 C324 280 344 258 372 246', 14, 0.4)}</g>`,
  };
};
