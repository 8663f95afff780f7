import type { ReactNode } from 'react';

const red = 'var(--color-flag-red)';
const yellow = 'var(--color-flag-yellow)';
const blue = 'var(--color-flag-blue)';
const white = 'var(--color-white)';
const black = 'var(--color-ink)';

const field = (fill: string) => <path d="M0 0h24v24H0z" fill={fill} />;
const shape = (d: string, fill: string) => <path d={d} fill={fill} />;
const columns = (...fills: string[]) =>
  fills.map((fill, at) => (
    <rect key={at} x={(24 / fills.length) * at} width={24 / fills.length} height="24" fill={fill} />
  ));
const rows = (...fills: string[]) =>
  fills.map((fill, at) => (
    <rect key={at} y={(24 / fills.length) * at} height={24 / fills.length} width="24" fill={fill} />
  ));
const over = (ground: ReactNode, ...marks: ReactNode[]) => (
  <>
    {ground}
    {marks.map((mark, at) => (
      <g key={at}>{mark}</g>
    ))}
  </>
);

const checks = Array.from({ length: 16 }, (_, cell) => cell)
  .filter((cell) => (Math.floor(cell / 4) + cell) % 2 === 0)
  .map((cell) => `M${(cell % 4) * 6} ${Math.floor(cell / 4) * 6}h6v6h-6z`)
  .join('');
const saltire = 'M0 0h5l7 7 7-7h5v5l-7 7 7 7v5h-5l-7-7-7 7H0v-5l7-7-7-7z';
const cross = 'M9 0h6v9h9v6h-9v9H9v-9H0V9h9z';

export const flagShapes = {
  A: over(field(white), shape('M12 0h12v24H12z', blue)),
  B: field(red),
  C: rows(blue, white, red, white, blue),
  D: rows(yellow, blue, blue, yellow),
  E: rows(blue, red),
  F: over(field(white), shape('M12 2l10 10-10 10L2 12z', red)),
  G: columns(yellow, blue, yellow, blue, yellow, blue),
  H: columns(white, red),
  I: over(field(yellow), <circle cx="12" cy="12" r="5.5" fill={black} />),
  J: rows(blue, white, blue),
  K: columns(yellow, blue),
  L: over(field(yellow), shape('M12 0h12v12H12zM0 12h12v12H0z', black)),
  M: over(field(blue), shape(saltire, white)),
  N: over(field(white), shape(checks, blue)),
  O: over(field(yellow), shape('M0 0h24v24z', red)),
  P: over(field(blue), shape('M7 7h10v10H7z', white)),
  Q: field(yellow),
  R: over(field(red), shape(cross, yellow)),
  S: over(field(white), shape('M7 7h10v10H7z', blue)),
  T: columns(red, white, blue),
  U: over(field(white), shape('M0 0h12v12H0zM12 12h12v12H12z', red)),
  V: over(field(white), shape(saltire, red)),
  W: over(field(blue), shape('M4.5 4.5h15v15h-15z', white), shape('M9 9h6v6H9z', red)),
  X: over(field(white), shape(cross, blue)),
  Y: over(field(yellow), shape('M0 0v8L8 0zM16 0L0 16v8L24 0zM24 8L8 24h8l8-8z', red)),
  Z: over(
    field(black),
    shape('M0 0h24L12 12z', yellow),
    shape('M24 0v24L12 12z', blue),
    shape('M0 24h24L12 12z', red),
  ),
} as const;

export type FlagLetter = keyof typeof flagShapes;
