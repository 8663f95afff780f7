import { productCells as forms } from '@quayside/contracts';
import type { ImportRow } from '../../domain/imports/import-file.ts';
import type { WantedProduct } from '../../domain/imports/wanted-product.ts';
import type { Cell, ProductCells } from './product-cells.ts';

type Pictures = NonNullable<WantedProduct['pictures']>;

const longestAddress = 2000;

/** One of ours is named by its path, so that a file can go from one address of the shop to another. */
const isAddress = (text: string): boolean =>
  text.length <= longestAddress &&
  (/^https?:\/\/[^\s/]+\S*$/.test(text) || /^\/api\/v1\/catalog\/images\/[0-9a-f]{16}$/.test(text));

const apart = (text: string): string[] =>
  text
    .split(/\s*(?:\||\n|,(?=\s*https?:\/\/))\s*/)
    .map((address) => address.trim())
    .filter((address) => address !== '');

const inRow = (
  cells: ProductCells,
  row: ImportRow,
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
      apart(cell.value).map((url, at) => ({
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
export const picturesIn = (cells: ProductCells, rows: readonly ImportRow[]): Pictures | undefined => {
  const known = new Set<string>();
  const pictures = rows.flatMap((row) =>
    inRow(cells, row).flatMap(({ cell, url, alt }): Pictures => {
      if (!isAddress(url)) {
        cells.note({ ...cell, value: url }, 'picture-unfit', 'It is no address of a picture: it is left out');
        return [];
      }
      if (known.has(url)) return [];
      known.add(url);
      return [{ url, row: row.row, ...(alt !== undefined && { alt }) }];
    }),
  );
  return pictures.length === 0 ? undefined : pictures;
};
