import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { workbookType } from '@quayside/contracts';
import { csvLine, ok, type Api } from '@quayside/http';
import {
  exportHead,
  rowsOf,
  type ExportColumns,
  type ExportedProduct,
} from '../usecases/imports/product-rows.ts';
import { sampleRows } from '../usecases/imports/sample-products.ts';
import type { WriteWorkbook } from '../usecases/imports/write-workbook.ts';
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

/** Prices are numbers there, so that a spreadsheet can reckon with them. */
async function* productCells(columns: ExportColumns, products: AsyncIterable<ExportedProduct>) {
  const head = exportHead(columns);
  yield head;
  for await (const product of products) {
    for (const row of rowsOf(product, columns)) {
      yield row.map((cell, at) => (cell !== '' && head[at]?.startsWith('price') ? Number(cell) : cell));
    }
  }
}

/** Products as a file that an import takes back as it is. */
export const serveExport = (
  api: Api,
  {
    exportProducts,
    writeWorkbook,
    now,
  }: { exportProducts: ProductExport; writeWorkbook: WriteWorkbook; now: () => Date },
): void => {
  const send = async (
    file: Readable,
    { res, signal, type, ending }: { res: ServerResponse; signal: AbortSignal; type: string; ending: string },
  ): Promise<undefined> => {
    res.writeHead(200, {
      'content-type': type,
      'content-disposition': `attachment; filename="products-${now().toISOString().slice(0, 10)}.${ending}"`,
      'cache-control': 'no-store',
    });
    await pipeline(file, res, { signal }).catch((error: unknown) => {
      // Whoever has gone away has no use for the rest.
      if (!signal.aborted) throw error;
    });
  };
  api.serve(contract, {
    exportProducts: async ({ query, res, signal }) => {
      const { columns, products } = await exportProducts(query);
      const file = Readable.from(productCsv(columns, products));
      return send(file, { res, signal, type: 'text/csv; charset=utf-8', ending: 'csv' });
    },
    exportProductsAsWorkbook: async ({ query, res, signal }) => {
      const { columns, products } = await exportProducts(query);
      const file = writeWorkbook('Products', productCells(columns, products));
      return send(file, { res, signal, type: workbookType, ending: 'xlsx' });
    },
    getImportSample: () => {
      const file = Buffer.from(`\u{FEFF}${sampleRows().map(csvLine).join('')}`);
      return ok(file, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="products-sample.csv"',
      });
    },
  });
};
