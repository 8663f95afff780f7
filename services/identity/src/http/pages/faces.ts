import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { resolve } = createRequire(import.meta.url);

/** Pieces of a face: fonts on the web come in pieces, each for some ranges of Unicode, and browsers fetch those they need. */
const pieces = ['latin', 'latin-ext'] as const;

/** The faces of the shop, so that signing in looks as the shop does on every machine. */
const families = { serif: 'source-serif-4', sans: 'source-sans-3' } as const;

interface Face {
  readonly family: keyof typeof families;
  readonly piece: (typeof pieces)[number];
  readonly range: string;
  readonly file: Buffer;
}

const facesOf = (family: keyof typeof families): Face[] => {
  const packaged = `@fontsource-variable/${families[family]}`;
  const ranges = JSON.parse(readFileSync(resolve(`${packaged}/unicode.json`), 'utf8')) as Record<
    string,
    string
  >;
  return pieces.map((piece) => ({
    family,
    piece,
    range: ranges[piece] ?? '',
    file: readFileSync(resolve(`${packaged}/files/${families[family]}-${piece}-wght-normal.woff2`)),
  }));
};

export const faces: readonly Face[] = [...facesOf('sans'), ...facesOf('serif')];

/** What the stylesheet says of a face that is served at `url`. */
export const fontFace = ({ family, range }: Face, url: string): string =>
  `@font-face { font-family: 'quayside-${family}'; src: url('${url}') format('woff2'); font-weight: 200 900; font-display: swap; unicode-range: ${range}; }`;
