import { productCells as forms } from '@quayside/contracts';
import type { ImportRow } from '../../domain/imports/import-file.ts';
import type { WantedProduct } from '../../domain/imports/wanted-product.ts';
import { archivedPicture } from './product-archive.ts';
import type { Cell, ProductCells } from './product-cells.ts';
import type { ReadingRules } from './variant-prices.ts';

type Pictures = NonNullable<WantedProduct['pictures']>;

const longestAddress = 2000;

/** One of ours is named by its path, so that a file can go from one address of the shop to another. */
const isAddress = (text: string): boolean =>
  text.length <= longestAddress &&
  (/^https?:\/\/[^\s/]+\S*$/.test(text) || /^\/api\/v1\/catalog\/images\/[0-9a-f]{16}$/.test(text));

const pieces = (text: string, between: RegExp): string[] =>
  text
    .split(between)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');

/** A comma may be a part of an address; between names of files it parts them, where no file is called so. */
const apart = (text: string, { pictureNamed }: ReadingRules): string[] =>
  pieces(text, /\s*(?:\||\n|,(?=\s*https?:\/\/))\s*/).flatMap((piece) =>
    !pictureNamed || isAddress(piece) || pictureNamed(piece) !== undefined ? [piece] : pieces(piece, /[,;]/),
  );

const inRow = (
  cells: ProductCells,
  row: ImportRow,
  rules: ReadingRules,
): { cell: Cell; url: string; alt: string | undefined }[] => {
  const alt = cells.read(forms.alt, cells.cellIn(row, 'picture-alt'));
  const alts = cells.cellIn(row, 'picture-alt-lines');
  const texts = alts?.value.split('\n') ?? [];
  const isVariation = cells.cellIn(row, 'row-type')?.value === 'variation';
  const lists = isVariation
    ? []
    : [...cells.cellsIn(row, 'pictures'), ...cells.cellsIn(row, 'picture-lines')];
  return [
    ...cells.cellsIn(row, 'picture').map((cell) => ({ cell, url: cell.value, alt })),
    ...lists.flatMap((cell) =>
      apart(cell.value, rules).map((url, at) => ({
        cell,
        url,
        alt: alts && texts[at] ? cells.read(forms.alt, alts, texts[at]) : undefined,
      })),
    ),
    ...cells.cellsIn(row, 'variant-picture').map((cell) => ({ cell, url: cell.value, alt })),
    ...(isVariation ? cells.cellsIn(row, 'pictures').map((cell) => ({ cell, url: cell.value, alt })) : []),
  ];
};

/** Pictures by their addresses, each once; what is none is noted, and keeps nothing from being imported. */
export const picturesIn = (
  cells: ProductCells,
  rows: readonly ImportRow[],
  rules: ReadingRules,
): Pictures | undefined => {
  const { pictureNamed } = rules;
  const known = new Set<string>();
  const pictures = rows.flatMap((row) =>
    inRow(cells, row, rules).flatMap(({ cell, url: text, alt }): Pictures => {
      const entry = isAddress(text) ? undefined : pictureNamed?.(text);
      const url = entry === undefined ? text : archivedPicture(entry);
      if (entry === undefined && !isAddress(text)) {
        const words = pictureNamed ? 'The archive has no such picture' : 'It is no address of a picture';
        cells.note({ ...cell, value: text }, 'picture-unfit', `${words}: it is left out`);
        return [];
      }
      if (known.has(url)) return [];
      known.add(url);
      return [{ url, row: row.row, ...(alt !== undefined && { alt }) }];
    }),
  );
  return pictures.length === 0 ? undefined : pictures;
};
