import { forms } from './forms/index.ts';
import type { FormName } from './forms/index.ts';
import type { Art, Drawn, Paint } from './model.ts';
import { backdrops, blend, palette } from './palette.ts';

/** A close-up shows the middle of the same drawing. */
export type Drawing = Art & { readonly form: FormName; readonly isCloseUp?: boolean };

function litFilter(name: string, blur: number, shift: number, shade: number, shine: number): string {
  return (
    `<filter id="lit-${name}" x="-5%" y="-5%" width="110%" height="110%" color-interpolation-filters="sRGB">` +
    `<feGaussianBlur in="SourceAlpha" stdDeviation="${blur}" result="b"/>` +
    `<feOffset in="b" dx="${-shift}" dy="${-shift}" result="up"/>` +
    `<feOffset in="b" dx="${shift}" dy="${shift}" result="down"/>` +
    `<feComposite in="SourceAlpha" in2="up" operator="out" result="low"/>` +
    `<feComposite in="SourceAlpha" in2="down" operator="out" result="high"/>` +
    `<feFlood flood-color="#0d1828" flood-opacity="${shade}"/><feComposite in2="low" operator="in" result="dark"/>` +
    `<feFlood flood-color="#fffdf4" flood-opacity="${shine}"/><feComposite in2="high" operator="in" result="light"/>` +
    `<feMerge><feMergeNode in="SourceGraphic"/><feMergeNode in="dark"/><feMergeNode in="light"/></feMerge></filter>`
  );
}

const blurFilter = (name: string, blur: number, region: string) =>
  `<filter id="${name}" ${region}><feGaussianBlur stdDeviation="${blur}"/></filter>`;

const around = 'x="-30%" y="-30%" width="160%" height="160%"';
const canvas = 'filterUnits="userSpaceOnUse" x="-400" y="-400" width="1600" height="1600"';

const filters = [
  litFilter('s', 4, 4, 0.42, 0.42),
  litFilter('m', 10, 9, 0.46, 0.36),
  litFilter('l', 24, 20, 0.5, 0.34),
  blurFilter('blur-4', 4, around),
  blurFilter('blur-8', 8, around),
  blurFilter('blur-16', 16, around),
  blurFilter('haze-4', 4, canvas),
  blurFilter('haze-8', 9, canvas),
  blurFilter('cast', 20, canvas),
].join('');

function stage(drawn: Drawn, tint: string): string {
  const shadow = blend(tint, '#14202f', 0.72);
  if (drawn.ground) {
    const { x, y, rx } = drawn.ground;
    return (
      `<ellipse cx="${x + 34}" cy="${y + 6}" rx="${rx * 1.12}" ry="${rx * 0.13 + 10}" fill="${shadow}" opacity=".34" filter="url(#cast)"/>` +
      `<ellipse cx="${x + 6}" cy="${y}" rx="${rx * 0.96}" ry="${rx * 0.05 + 6}" fill="${shadow}" opacity=".5" filter="url(#blur-8)"/>` +
      drawn.body
    );
  }
  return (
    `<filter id="drop" ${canvas} color-interpolation-filters="sRGB"><feGaussianBlur in="SourceAlpha" stdDeviation="17"/>` +
    `<feOffset dx="18" dy="26" result="o"/><feFlood flood-color="${shadow}" flood-opacity=".42"/>` +
    `<feComposite in2="o" operator="in" result="far"/><feGaussianBlur in="SourceAlpha" stdDeviation="4"/>` +
    `<feOffset dx="4" dy="6" result="n"/><feFlood flood-color="${shadow}" flood-opacity=".3"/>` +
    `<feComposite in2="n" operator="in" result="near"/><feMerge><feMergeNode in="far"/><feMergeNode in="near"/>` +
    `<feMergeNode in="SourceGraphic"/></feMerge></filter><g filter="url(#drop)">${drawn.body}</g>`
  );
}

/** The whole picture of a product as an SVG document. */
export function draw(art: Drawing): string {
  const details = art.details ?? [];
  const paint: Paint = {
    main: palette[art.main],
    accent: palette[art.accent],
    trim: palette[art.trim],
    pattern: art.pattern ?? 'plain',
    has: (detail) => details.includes(detail),
  };
  const drawn = forms[art.form](paint);
  const [light, dark] = backdrops[art.backdrop];
  const floor = drawn.ground
    ? `<linearGradient id="floor" x2="0" y2="1"><stop offset="0" stop-color="${dark}" stop-opacity=".0"/><stop offset=".35" stop-color="${blend(dark, light, 0.25)}"/><stop offset="1" stop-color="${light}"/></linearGradient><rect y="520" width="800" height="280" fill="url(#floor)" opacity=".75"/>`
    : '';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="800" viewBox="${art.isCloseUp ? '230 220 380 380' : '0 0 800 800'}"><defs>${filters}` +
    `<radialGradient id="wall" cx=".3" cy=".22" r="1"><stop offset="0" stop-color="${light}"/>` +
    `<stop offset=".45" stop-color="${blend(light, dark, 0.38)}"/><stop offset="1" stop-color="${dark}"/></radialGradient></defs>` +
    `<rect width="800" height="800" fill="url(#wall)"/>${floor}<g transform="translate(400 420) scale(${drawn.scale ?? 1}) translate(-400 -420)">${stage(drawn, dark)}</g></svg>`
  );
}
