import { productCells as forms } from '@quayside/contracts';
import type { CellFault, ImportRow } from '../../domain/imports/import-file.ts';
import { pathOf } from '../../domain/imports/path-of.ts';
import { slugFrom } from '../../domain/imports/slug-from.ts';
import type { WantedProduct, WantedText } from '../../domain/imports/wanted-product.ts';
import type { ProductStatus } from '../../domain/product.ts';
import { optionsIn, variantsIn, type ReadingRules } from './assemble-variants.ts';
import { createProductCells, type ProductCells } from './product-cells.ts';
import { yesOrNo } from './yes-or-no.ts';

export interface AssembleRules extends ReadingRules {
  /** Of HTML the text. */
  readonly toText: (html: string) => string;
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Without what is undefined. */
const said = <T extends object>(fields: T): Defined<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Defined<T>;

const maxVariants = 100;
const maxPictures = 50;

const textIn = (cells: ProductCells, suffix: '' | ':de', { toText }: AssembleRules): WantedText => {
  const html = cells.first(`description-html${suffix}`);
  const description = html
    ? cells.read(forms.description, html, toText(html.value))
    : cells.read(forms.description, cells.first(`description${suffix}`));
  return said({
    name: cells.read(forms.name, cells.first(`name${suffix}`)),
    description,
    seoTitle: cells.read(forms.seoTitle, cells.first(`seo-title${suffix}`)),
    seoDescription: cells.read(forms.seoDescription, cells.first(`seo-description${suffix}`)),
  });
};

const statusWords: Readonly<Record<string, ProductStatus>> = {
  active: 'active',
  draft: 'draft',
  archived: 'archived',
};

const statusIn = (cells: ProductCells): ProductStatus | undefined => {
  const cell = cells.first('status');
  const status = cell && statusWords[cell.value.toLowerCase()];
  if (cell && !status) return cells.refuse(cell, 'cell-unfit', 'It has to be active, draft or archived');
  const published = cells.first('published');
  const isHidden = published && yesOrNo(published.value) === 'no';
  if (isHidden && (status ?? 'active') === 'active') return 'draft';
  return status ?? (published && 'active');
};

const picturesIn = (cells: ProductCells, rows: readonly ImportRow[]): WantedProduct['pictures'] => {
  const pictures = rows.flatMap((row) => {
    const alt = cells.read(forms.alt, cells.cellIn(row, 'picture-alt'));
    return cells.cellsIn(row, 'picture').flatMap((cell) => {
      if (/^https?:\/\/\S+$/.test(cell.value) && cell.value.length <= 2000) {
        return [{ url: cell.value, row: cell.row, ...(alt !== undefined && { alt }) }];
      }
      cells.refuse(cell, 'address-unfit', 'It is no address of a picture');
      return [];
    });
  });
  const known = new Set<string>();
  return pictures.filter(({ url }) => !known.has(url) && known.add(url));
};

const tagsIn = (cells: ProductCells): string[] | undefined => {
  const cell = cells.first('tags');
  if (!cell) return undefined;
  const tags = [...new Set(cell.value.split(',').map((tag) => tag.trim()))].filter((tag) => tag !== '');
  if (tags.length > 30)
    return cells.refuse(cell, 'cell-unfit', `${tags.length} tags, and 30 at most are taken`);
  return tags.flatMap((tag) => cells.read(forms.tag, cell, tag) ?? []);
};

const checkWhole = (cells: ProductCells, rows: readonly ImportRow[], wanted: WantedProduct): void => {
  const whole = { row: rows[0]?.row ?? 0, column: null, value: wanted.slug };
  const { variants, options } = wanted;
  if (variants.length > maxVariants) {
    cells.refuse(
      whole,
      'too-many-variants',
      `${variants.length} variants, and ${maxVariants} at most are taken`,
    );
  }
  if ((wanted.pictures?.length ?? 0) > maxPictures) {
    cells.refuse(whole, 'too-many-pictures', `A product has ${maxPictures} pictures at most`);
  }
  const rowsBySku = new Map<string, number>();
  for (const { sku, row, optionValues = [] } of variants) {
    const twin = rowsBySku.get(sku);
    if (twin !== undefined) {
      cells.refuse({ row, column: cells.columnOf('sku'), value: sku }, 'sku-twice', `Row ${twin} has the SKU ${sku} too`);
    }
    rowsBySku.set(sku, row);
    if (options && optionValues.length !== options.length) {
      const missing = options[optionValues.length] ?? '';
      cells.refuse({ row, column: null, value: sku }, 'option-missing', `It has no value of ${missing}`);
    }
  }
};

/** What the rows of a product say, or all that is wrong with them. */
export const assembleProduct = (
  key: string,
  rows: readonly ImportRow[],
  rules: AssembleRules,
): { wanted: WantedProduct; faults: readonly CellFault[] } => {
  const { settings } = rules;
  const cells = createProductCells(rows, settings.mapping);
  const slug = slugFrom(key);
  const whole = { row: rows[0]?.row ?? 0, column: null, value: key };
  if (slug === '') cells.refuse(whole, 'handle-missing', 'Nothing says which product it is');
  const options = optionsIn(cells);
  const categoryCell = cells.first('category');
  const category = categoryCell ? pathOf(categoryCell.value) : [];
  for (const name of category) cells.read(forms.optionValue, categoryCell, name);
  const brand = cells.read(forms.optionValue, cells.first('brand'));
  const status = statusIn(cells);
  const de = textIn(cells, ':de', rules);
  const pictures = picturesIn(cells, rows);
  const wanted: WantedProduct = {
    slug,
    ...textIn(cells, '', rules),
    ...(Object.keys(de).length > 0 && { de }),
    ...said({ brand, tags: tagsIn(cells), status }),
    ...(category.length > 0 && { category }),
    ...(options && { options }),
    variants: variantsIn(cells, rows, { slug, options, rules }),
    ...(pictures && pictures.length > 0 && { pictures }),
  };
  checkWhole(cells, rows, wanted);
  return { wanted, faults: cells.faults };
};
