import type { AttributeDefinition } from '@quayside/contracts';
import type { FormField } from '../form/form-fields.ts';
import type { FormValues } from '../form/form-values.ts';
import { cellOf, optionValuesIn, picturesIn, rowsIn } from './product-values.ts';

interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What the editor needs to know beside the product. */
export interface ProductSetting {
  readonly currencies: readonly string[];
  readonly attributes: readonly AttributeDefinition[];
  readonly brands: readonly Choice[];
  readonly categories: readonly Choice[];
}

const text = (name: string, label: string, maxLength: number, more: Partial<FormField> = {}): FormField => ({
  name,
  label,
  maxLength,
  isRequired: false,
  ...more,
});

const multiline = { isMultiline: true } as const;

export const englishFields = [
  text('name', 'Name', 200, { isRequired: true }),
  text('description', 'Description', 4000, multiline),
  text('seoTitle', 'Title for search engines', 120, { hint: 'The name is taken where it is empty' }),
  text('seoDescription', 'Description for search engines', 320, multiline),
] as const;

const slugPattern = '^[a-z0-9]+(-[a-z0-9]+)*$';

export const germanFields: readonly FormField[] = [
  ...englishFields.map((field) => ({
    ...field,
    name: `de.${field.name}`,
    label: `${field.label}, German`,
    isRequired: false,
  })),
  text('de.slug', 'Slug, German', 120, {
    pattern: slugPattern,
    hint: 'Empty, it is made from the German name; the old address leads to the new one',
  }),
];

export const placeFields = ({ brands, categories }: ProductSetting): FormField[] => [
  { name: 'brandId', label: 'Brand', isRequired: true, choices: brands },
  { name: 'categoryId', label: 'Category', isRequired: true, choices: categories },
  text('slug', 'Slug', 120, {
    isRequired: true,
    pattern: slugPattern,
    hint: 'Small letters, digits and single hyphens; the old address leads to the new one',
  }),
  text('tags', 'Tags', 1000, { hint: 'Words with commas between them' }),
];

const yesOrNo = [
  { value: '', label: 'Not said' },
  { value: 'true', label: 'Yes' },
  { value: 'false', label: 'No' },
];

export const attributeFields = ({ attributes }: ProductSetting): FormField[] =>
  attributes.map(({ code, name, type, unit }) => ({
    ...text(`attr.${code}`, unit ? `${name} (${unit})` : name, 200),
    ...(type === 'boolean' && { choices: yesOrNo }),
    ...(type === 'number' && { pattern: '^-?\\d{1,9}(\\.\\d{1,3})?$', hint: 'A number, such as 20 or 0.5' }),
  }));

/** Columns of the sheet of variants that can be typed into, in their order. */
export const sheetColumns = (
  currencies: readonly string[],
): { id: string; label: string; isNumber?: true }[] => [
  { id: 'sku', label: 'SKU' },
  ...currencies.flatMap((currency) => [
    { id: `price.${currency}`, label: `Price ${currency}`, isNumber: true as const },
    { id: `before.${currency}`, label: `Before ${currency}`, isNumber: true as const },
  ]),
  { id: 'weight', label: 'Weight g', isNumber: true },
  { id: 'barcode', label: 'Barcode' },
];

const rowFields = (values: FormValues, { currencies }: ProductSetting): FormField[] =>
  rowsIn(values).flatMap((row) => {
    const name = optionValuesIn(values, row).join(' / ') || values[cellOf(row, 'sku')] || 'Variant';
    return [
      ...sheetColumns(currencies),
      { id: 'active', label: 'On' },
      { id: 'media', label: 'Picture' },
      { id: 'options', label: 'Options' },
    ].map(({ id, label }) => text(cellOf(row, id), `${name}: ${label}`, 200));
  });

/** Every field that stands in one of these sets of values: what one added the other does not have. */
export const productFields = (setting: ProductSetting, ...all: readonly FormValues[]): FormField[] => {
  const fields = [
    ...englishFields,
    ...germanFields,
    ...placeFields(setting),
    ...attributeFields(setting),
    text('options', 'Options', 100_000),
    text('rows', 'Variants', 100_000),
    ...all.flatMap((values) => rowFields(values, setting)),
    text('media', 'Pictures', 100_000),
    ...all.flatMap((values) =>
      picturesIn(values).flatMap((id) => [
        text(`m.${id}.alt`, 'Picture: what it shows', 200),
        text(`m.${id}.de`, 'Picture: what it shows, in German', 200),
      ]),
    ),
  ];
  return [...new Map(fields.map((field) => [field.name, field])).values()];
};
