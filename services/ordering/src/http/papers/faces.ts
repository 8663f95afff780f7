import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { sfntOf } from './sfnt-of.ts';

type Weight = 'regular' | 'bold';

/** A part of a face: fonts on the web come in pieces, each for some ranges of Unicode. */
interface Piece {
  readonly name: string;
  readonly ranges: readonly (readonly [from: number, to: number])[];
  readonly files: Readonly<Record<Weight, string>>;
}

const { resolve } = createRequire(import.meta.url);

const rangesIn = (text: string): Piece['ranges'] =>
  text.split(',').map((range) => {
    const [from = 0, to = from] = range
      .replace('U+', '')
      .split('-')
      .map((hex) => Number.parseInt(hex, 16));
    return [from, to] as const;
  });

/** The pieces of a package. WOFF, as fontkit takes wrong subsets of glyphs that are made of others from WOFF2. */
const piecesOf = (face: string, weights: Readonly<Record<Weight, number>>): Piece[] => {
  const ranges = JSON.parse(readFileSync(resolve(`@fontsource/${face}/unicode.json`), 'utf8')) as Record<
    string,
    string
  >;
  return Object.entries(ranges).map(([key, range]) => {
    const piece = key.replaceAll(/[[\]]/g, '');
    const fileOf = (weight: Weight) =>
      `@fontsource/${face}/files/${face}-${piece}-${weights[weight]}-normal.woff`;
    return {
      name: `${face} ${piece}`,
      ranges: rangesIn(range),
      files: { regular: fileOf('regular'), bold: fileOf('bold') },
    };
  });
};

const order = ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext'];

let known: readonly Piece[] | undefined;

/** Of what papers are set in: the shop's own face for Latin, Greek and Cyrillic letters, another for Japanese. */
const pieces = (): readonly Piece[] => {
  known ??= [
    ...piecesOf('source-sans-3', { regular: 400, bold: 600 }).toSorted(
      (a, b) => order.indexOf(a.name.split(' ')[1] ?? '') - order.indexOf(b.name.split(' ')[1] ?? ''),
    ),
    ...piecesOf('sawarabi-gothic', { regular: 400, bold: 400 }),
  ];
  return known;
};

const found = new Map<number, Piece | undefined>();

const pieceFor = (char: string): Piece | undefined => {
  const code = char.codePointAt(0) ?? 0;
  if (!found.has(code)) {
    const holds = ({ ranges }: Piece) => ranges.some(([from, to]) => code >= from && code <= to);
    found.set(code, pieces().find(holds));
  }
  return found.get(code);
};

export interface Run {
  readonly face: string;
  readonly text: string;
}

/**
 * A line in runs of one face each.
 *
 * @param spell writes what no face has in letters that one has
 */
export const runsOf = (line: string, spell: (char: string) => string): Run[] => {
  const runs: { face: string; text: string }[] = [];
  for (const char of line) {
    const piece = pieceFor(char);
    const face = (piece ?? pieceFor('a'))?.name ?? '';
    const text = piece ? char : spell(char);
    const last = runs.at(-1);
    if (last?.face === face) last.text += text;
    else runs.push({ face, text });
  }
  return runs;
};

const loaded = new Map<string, Buffer>();

/** The file of a face that `runsOf` named. */
export const fontOf = (face: string, weight: Weight): Buffer => {
  const file = pieces().find(({ name }) => name === face)?.files[weight];
  if (!file) throw new Error(`There is no face ${face}`);
  const font = loaded.get(file) ?? sfntOf(readFileSync(resolve(file)));
  loaded.set(file, font);
  return font;
};
