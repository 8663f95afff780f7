import type { AttributeDefinition } from '../../domain/full-product/fit.ts';
import type { CellFault, ImportRow } from '../../domain/imports/import-file.ts';
import { slugFrom } from '../../domain/imports/slug-from.ts';
import type { WantedProduct } from '../../domain/imports/wanted-product.ts';
import { tellsOfVariant, variantsIn } from './assemble-variants.ts';
import { attributesIn } from './product-attributes.ts';
import { createProductCells, type ProductCells } from './product-cells.ts';
import { picturesIn } from './product-pictures.ts';
import { brandIn, categoryIn, nameIn, statusIn, tagsIn, textIn } from './product-words.ts';
import { said } from './said.ts';
import { optionsIn } from './variant-options.ts';
import type { ReadingRules } from './variant-prices.ts';

export interface AssembleRules extends ReadingRules {
  /** Of HTML the text. */
  readonly toText: (html: string) => string;
  readonly attributes: readonly AttributeDefinition[];
}

const maxVariants = 100;
const maxPictures = 50;

const checkVariants = (cells: ProductCells, { variants, options }: WantedProduct): void => {
  const rowsBySku = new Map<string, number>();
  for (const { sku, row, optionValues = [] } of variants) {
    const twin = rowsBySku.get(sku);
    if (twin !== undefined) {
      const at = { row, column: cells.columnOf('sku'), value: sku };
      cells.refuse(at, 'sku-twice', `Row ${twin} has the SKU ${sku} too`);
    }
    rowsBySku.set(sku, row);
    if (options && optionValues.length !== options.length) {
      const missing = options[optionValues.length] ?? '';
      cells.refuse({ row, column: null, value: sku }, 'option-missing', `It has no value of ${missing}`);
    }
  }
};

const checkWhole = (
  cells: ProductCells,
  whole: { row: number; column: null; value: string },
  wanted: WantedProduct,
) => {
  const { variants, pictures = [] } = wanted;
  if (wanted.slug === '') cells.refuse(whole, 'handle-missing', 'Nothing says which product it is');
  if (variants.length > maxVariants) {
    cells.refuse(
      whole,
      'too-many-variants',
      `${variants.length} variants, and ${maxVariants} at most are taken`,
    );
  }
  if (pictures.length > maxPictures) {
    cells.refuse(whole, 'too-many-pictures', `A product has ${maxPictures} pictures at most`);
  }
  const type = cells.first('row-type');
  if (type && /^(grouped|external)/.test(type.value)) {
    cells.refuse(type, 'cell-unfit', `A product that is ${type.value} is none that can be sold here`);
  }
  checkVariants(cells, wanted);
};

/** That of the parent comes first, whatever their order is. */
const parentFirst = (
  rows: readonly ImportRow[],
  mapping: readonly (string | null)[],
): readonly ImportRow[] => {
  const column = mapping.indexOf('row-type');
  if (column === -1) return rows;
  const isVariation = ({ cells }: ImportRow) => Number(cells[column]?.trim() === 'variation');
  return rows.toSorted((one, other) => isVariation(one) - isVariation(other));
};

/** What the rows of a product say, or all that is wrong with them. */
export const assembleProduct = (
  key: string,
  unordered: readonly ImportRow[],
  rules: AssembleRules,
): { wanted: WantedProduct; faults: readonly CellFault[] } => {
  const { settings, toText, attributes } = rules;
  const rows = parentFirst(unordered, settings.mapping);
  const cells = createProductCells(rows, settings);
  const name = nameIn(cells, rows);
  const slug = slugFrom(cells.first('handle')?.value ?? name ?? key);
  const selling = rows.filter((row) => tellsOfVariant(cells, row));
  const options = optionsIn(cells, selling);
  const category = categoryIn(cells);
  const germanSlug = slugFrom(cells.first('handle:de')?.value ?? '');
  const de = { ...textIn(cells, ':de', toText), ...(germanSlug && { slug: germanSlug }) };
  const wanted: WantedProduct = {
    slug,
    ...textIn(cells, '', toText, name),
    ...(Object.keys(de).length > 0 && { de }),
    ...said({
      brand: brandIn(cells),
      tags: tagsIn(cells),
      status: statusIn(cells),
      attributes: attributesIn(cells, attributes),
      pictures: picturesIn(cells, rows, rules),
    }),
    ...(category.length > 0 && { category }),
    ...(options && { options: options.names }),
    variants: variantsIn(cells, selling, { slug, options, rules }),
  };
  checkWhole(cells, { row: unordered[0]?.row ?? 0, column: null, value: key }, wanted);
  return { wanted, faults: cells.faults };
};
