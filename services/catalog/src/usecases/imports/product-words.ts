import { productCells as forms } from '@quayside/contracts';
import type { ImportRow } from '../../domain/imports/import-file.ts';
import { pathOf } from '../../domain/imports/path-of.ts';
import type { WantedText } from '../../domain/imports/wanted-product.ts';
import type { ProductStatus } from '../../domain/product.ts';
import type { ProductCells } from './product-cells.ts';
import { said } from './said.ts';
import { yesOrNo } from './yes-or-no.ts';

const maxTags = 30;

const betweenValues = /[\s,;:/|–—-]+$/u;

/** A name without the values of the variant that it ends with. */
const withoutValues = (name: string, values: readonly string[]): string => {
  const ending = values.find((value) => {
    const start = name.length - value.length;
    const ends = name.slice(start).toLowerCase() === value.toLowerCase();
    return start > 0 && ends && betweenValues.test(name.slice(0, start));
  });
  if (ending === undefined) return name;
  const rest = name.slice(0, name.length - ending.length).replace(betweenValues, '');
  return rest === '' ? name : withoutValues(rest, values);
};

/** What a product is called; where rows are put together by a group, each is called after its variant. */
export const nameIn = (cells: ProductCells, rows: readonly ImportRow[]): string | undefined => {
  const cell = cells.first('name');
  const row = cell && rows.find((one) => one.row === cell.row);
  if (!row || !cells.has('group') || !cells.cellIn(row, 'group')) return cell?.value;
  const fields = cells.fields.filter((field) => field.startsWith('option:'));
  return withoutValues(
    cell.value,
    fields.flatMap((field) => cells.cellIn(row, field)?.value ?? []),
  );
};

export const textIn = (
  cells: ProductCells,
  suffix: '' | ':de',
  toText: (html: string) => string,
  name = cells.first(`name${suffix}`)?.value,
): WantedText => {
  const html = cells.first(`description-html${suffix}`) ?? cells.first(`summary-html${suffix}`);
  const description = html
    ? cells.read(forms.description, html, toText(html.value))
    : cells.read(forms.description, cells.first(`description${suffix}`));
  return said({
    name: cells.read(forms.name, cells.first(`name${suffix}`), name),
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

export const statusIn = (cells: ProductCells): ProductStatus | undefined => {
  const cell = cells.first('status');
  const status = cell && statusWords[cell.value.toLowerCase()];
  if (cell && !status) return cells.refuse(cell, 'cell-unfit', 'It has to be active, draft or archived');
  const published = cells.first('published');
  const isHidden = published && yesOrNo(published.value) === 'no';
  if (isHidden && (status ?? 'active') === 'active') return 'draft';
  return status ?? (published && 'active');
};

/** As `brand:Apple|category:Computers`: kind and value. */
const facetsIn = (cells: ProductCells): [string, string][] =>
  (cells.first('facets')?.value ?? '').split('|').flatMap((facet): [string, string][] => {
    const at = facet.indexOf(':');
    const value = facet.slice(at + 1).trim();
    return at === -1 || value === '' ? [] : [[facet.slice(0, at).trim().toLowerCase(), value]];
  });

const facetsOf = (cells: ProductCells, kind: string): string[] =>
  facetsIn(cells).flatMap(([one, value]) => (one === kind ? [value] : []));

export const brandIn = (cells: ProductCells): string | undefined => {
  const cell = cells.first('brand');
  if (cell) return cells.read(forms.optionValue, cell);
  return facetsOf(cells, 'brand')[0];
};

/** Of several categories that which lies deepest: a product is in one. */
const deepest = (text: string): string[] =>
  text
    .split(',')
    .map(pathOf)
    .reduce((best, path) => (path.length > best.length ? path : best), []);

export const categoryIn = (cells: ProductCells): string[] => {
  const [cell, several] = [cells.first('category'), cells.first('categories')];
  const found = cell ? pathOf(cell.value) : several ? deepest(several.value) : facetsOf(cells, 'category');
  for (const name of found) cells.read(forms.optionValue, cell ?? several, name);
  return found;
};

const tagTexts = (cells: ProductCells): string[] | undefined => {
  const [lines, commas] = [cells.first('tag-lines'), cells.first('tags')];
  if (lines) return lines.value.split('\n');
  if (commas) return commas.value.split(',');
  if (!cells.has('facets')) return undefined;
  const others = facetsIn(cells).filter(([kind]) => !['brand', 'category'].includes(kind));
  return others.length === 0 ? undefined : others.map(([, value]) => value);
};

export const tagsIn = (cells: ProductCells): string[] | undefined => {
  const cell = cells.first('tag-lines') ?? cells.first('tags') ?? cells.first('facets');
  const texts = tagTexts(cells);
  if (!texts || !cell) return undefined;
  const tags = [...new Set(texts.map((tag) => tag.trim()))].filter((tag) => tag !== '');
  if (tags.length > maxTags) {
    return cells.refuse(cell, 'cell-unfit', `${tags.length} tags, and ${maxTags} at most are taken`);
  }
  return tags.flatMap((tag) => cells.read(forms.tag, cell, tag) ?? []);
};
