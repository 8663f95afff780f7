import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { csvLine, ok, type Api } from '@quayside/http';
import {
  exportHead,
  rowsOf,
  type ExportColumns,
  type ExportedProduct,
} from '../usecases/imports/product-rows.ts';
import { sampleRows } from '../usecases/imports/sample-products.ts';
import type { ProductFilter } from '../usecases/product-store.ts';
import { contract } from './contract.ts';

type ProductExport = (
  filter: ProductFilter,
) => Promise<{ columns: ExportColumns; products: AsyncIterable<ExportedProduct> }>;

async function* productCsv(
  columns: ExportColumns,
  products: AsyncIterable<ExportedProduct>,
): AsyncGenerator<string> {
  // By the mark spreadsheets know that it is UTF-8.
  yield `\u{FEFF}${csvLine(exportHead(columns))}`;
  for await (const product of products) {
    yield rowsOf(product, columns).map(csvLine).join('');
  }
}

/** Products as a file that an import takes back as it is. */
export const serveExport = (
  api: Api,
  { exportProducts, now }: { exportProducts: ProductExport; now: () => Date },
): void =>
  api.serve(contract, {
    exportProducts: async ({ query, res, signal }) => {
      const { columns, products } = await exportProducts(query);
      res.writeHead(200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="products-${now().toISOString().slice(0, 10)}.csv"`,
        'cache-control': 'no-store',
      });
      await pipeline(Readable.from(productCsv(columns, products)), res, { signal }).catch(
        (error: unknown) => {
          // Whoever has gone away has no use for the rest.
          if (!signal.aborted) throw error;
        },
      );
      return undefined;
    },
    getImportSample: () => {
      const file = Buffer.from(`\u{FEFF}${sampleRows().map(csvLine).join('')}`);
      return ok(file, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="products-sample.csv"',
      });
    },
  });
