import { z } from 'zod';
import { timestamp, wholeNumber } from '../shared/ids.ts';
import { currency } from '../shared/money.ts';
import { pageOf, pageQuery } from '../shared/page.ts';
import { isPrintableLine } from '../shared/text.ts';

const line = (max: number) => z.string().trim().max(max).refine(isPrintableLine, 'Printable characters only');

/** What a workbook of today's spreadsheets is. */
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** What a file with products may be. */
export const importUpload = {
  types: [
    'text/csv',
    workbookType,
    'application/xml',
    'text/xml',
    'application/zip',
    'application/x-zip-compressed',
    'application/octet-stream',
  ],
  /** Of a table less: pictures may come with it in an archive. */
  maxBytes: 200_000_000,
  isStreamed: true,
} as const;

/** A file may be as wide as this. */
export const maxImportColumns = 500;

/** Whose columns a file has; `custom` has those that somebody mapped. */
export const importFormat = z.enum(['quayside', 'shopify', 'woocommerce', 'vendure', 'google', 'custom']);
export type ImportFormat = z.infer<typeof importFormat>;

export const importEncoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']);
export type ImportEncoding = z.infer<typeof importEncoding>;

export const importDelimiter = z.enum([',', ';', '\t', '|']);

/** What a column can say of a product or a variant. */
const importFields = [
  ...['handle', 'group', 'row-id', 'row-type', 'parent'],
  ...['name', 'description', 'description-html', 'summary-html', 'seo-title', 'seo-description'],
  ...['handle:de', 'name:de', 'description:de', 'description-html:de', 'seo-title:de', 'seo-description:de'],
  ...['brand', 'category', 'categories', 'facets', 'tags', 'tag-lines', 'status', 'published'],
  ...['option-names', 'option-values'],
  ...['option1-name', 'option1-value', 'option2-name', 'option2-value', 'option3-name', 'option3-value'],
  ...['sku', 'barcode', 'price', 'sale-price', 'compare-at', 'stock', 'active'],
  ...['weight-grams', 'weight', 'weight:kg', 'weight:g', 'weight:lb', 'weight:oz'],
  ...['picture', 'picture-alt', 'pictures', 'picture-lines', 'picture-alt-lines', 'variant-picture'],
] as const;

/** A price in a certain currency is `price:EUR`, an attribute `attribute:material`, an option `option:Color`. */
const importField = z
  .string()
  .max(60)
  .refine(
    (field) =>
      (importFields as readonly string[]).includes(field) ||
      /^(price|compare-at):[A-Z]{3}$/.test(field) ||
      /^attribute:[a-z][a-z0-9-]*$/.test(field) ||
      /^option:[\p{L}\p{N} ]+$/u.test(field),
    'No such field',
  );

const sheetName = z.string().min(1).max(100);

/** How a file is read. */
export const importSettings = z
  .strictObject({
    format: importFormat,
    encoding: importEncoding,
    delimiter: importDelimiter,
    /** Of a workbook the sheet that is read; it has neither encoding nor delimiter. */
    sheet: sheetName.optional(),
    /** The sign before the decimals of a price; `file`: as the prices of the file show. */
    decimal: z.enum(['file', 'point', 'comma']),
    /** Of prices whose column names none. */
    currency,
    /** Where the file names none. */
    brand: line(80),
    category: line(200),
    /** `draft`: what is new stays out of the shop, whatever the file says. */
    status: z.enum(['file', 'draft']),
    /** The field of each column, in their order; null leaves it out. */
    mapping: z.array(importField.nullable()).max(maxImportColumns),
  })
  .meta({ id: 'ImportSettings' });
export type ImportSettings = z.infer<typeof importSettings>;

/** What somebody chooses before a check; how the bytes become columns is chosen before. */
export const importChoice = importSettings
  .omit({ encoding: true, delimiter: true, sheet: true })
  .meta({ id: 'ImportChoice' });
export type ImportChoice = z.infer<typeof importChoice>;
/** How bytes become columns: of a file of text, or of a workbook. */
export const importReading = z
  .union([importSettings.pick({ encoding: true, delimiter: true }), z.strictObject({ sheet: sheetName })])
  .meta({ id: 'ImportReading' });
export type ImportReading = z.infer<typeof importReading>;

export const importState = z.enum(['uploaded', 'checking', 'checked', 'unreadable', 'running', 'done']);
export type ImportState = z.infer<typeof importState>;

/** A file with products, on its way into the catalog. */
export const productImport = z
  .object({
    id: z.uuid(),
    name: z.string(),
    bytes: z.int(),
    actor: z.object({ id: z.string(), name: z.string().optional() }),
    createdAt: timestamp,
    state: importState,
    settings: importSettings,
    /** Of a workbook the names of its sheets. */
    sheets: z.array(z.string()).optional(),
    columns: z.array(z.string()),
    /** The first rows, to see what is in a column. */
    sample: z.array(z.array(z.string())),
    /** Why it cannot be read. */
    trouble: z.string().optional(),
    /** Found by the check. */
    found: z
      .object({
        rows: z.int(),
        products: z.int(),
        variants: z.int(),
        /** Products that will be left out. */
        faulty: z.int(),
        faults: z.int(),
        /** The decimal sign that the prices were read with. */
        decimal: z.enum(['point', 'comma']).nullable(),
      })
      .optional(),
    job: z
      .object({
        id: z.uuid(),
        isDone: z.boolean(),
        total: z.int(),
        done: z.int(),
        unchanged: z.int(),
        failed: z.int(),
      })
      .optional(),
    /** Of products whose pictures are fetched after them. */
    pictures: z.object({ products: z.int(), waiting: z.int(), failed: z.int() }).optional(),
  })
  .meta({ id: 'ProductImport' });
export type ProductImport = z.infer<typeof productImport>;

/** A line of the list: without what only one of them is asked for. */
export const productImportRow = productImport
  .omit({ settings: true, columns: true, sample: true, sheets: true })
  .meta({ id: 'ProductImportRow' });
export type ProductImportRow = z.infer<typeof productImportRow>;
export const productImportPage = pageOf(productImportRow).meta({ id: 'ProductImportPage' });

export const importFault = z
  .object({
    /** As a spreadsheet counts them: the first row is that of the columns' names. */
    row: z.int(),
    /** Counted from 0; null: the row as a whole. */
    column: z.int().nullable(),
    /** What the column is called. */
    name: z.string(),
    value: z.string(),
    code: z.string(),
    detail: z.string(),
    /** Its product is left out; false for a mere notice. */
    blocks: z.boolean(),
  })
  .meta({ id: 'ImportFault' });
export type ImportFault = z.infer<typeof importFault>;
export const importFaultPage = pageOf(importFault).meta({ id: 'ImportFaultPage' });
export const importFaultQuery = z.strictObject(pageQuery);

export const newImportQuery = z.strictObject({ name: line(200).min(1) });

/** Cells written anew in place of what the file says. */
export const importMend = z
  .strictObject({
    cells: z
      .array(
        z.strictObject({
          row: z.int().min(2).max(10_000_000),
          column: z
            .int()
            .min(0)
            .max(maxImportColumns - 1),
          value: z.string().max(20_000),
        }),
      )
      .min(1)
      .max(500),
  })
  .meta({ id: 'ImportMend' });
export type ImportMend = z.infer<typeof importMend>;

/** `q`: the beginnings of words of a file's name, or who uploaded it. */
export const importListQuery = z.strictObject({
  page: pageQuery.page,
  pageSize: wholeNumber(z.int().min(1).max(100).default(25)),
  q: z.string().trim().min(1).max(100).refine(isPrintableLine).optional(),
  state: importState.optional(),
});
export type ImportListQuery = z.input<typeof importListQuery>;
