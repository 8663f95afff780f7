import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { accepted, created, csvLine, ok, type Api } from '@quayside/http';
import type { FullImport, Imports, ListedFault } from '../usecases/imports/imports.ts';
import { actorOf } from './actor-of.ts';
import { contract } from './contract.ts';

const placeOf = ({ id }: FullImport) => `${contract.routes.listImports.path}/${id}`;
const taken = (one: FullImport) => accepted(one, placeOf(one));

async function* faultCsv(faults: AsyncIterable<ListedFault>): AsyncGenerator<string> {
  yield csvLine(['row', 'column', 'value', 'fault', 'code']);
  for await (const { row, name, value, detail, code } of faults) {
    yield csvLine([row, name, value, detail, code]);
  }
}

/** Files with products: uploaded, checked, mended and run. */
export const serveImports = (api: Api, { imports }: { imports: Imports }): void =>
  api.serve(contract, {
    listImports: async ({ query }) => ok(await imports.list(query)),
    uploadImport: async ({ query, upload, principal }) => {
      const one = await imports.upload(query.name, upload, actorOf(principal));
      return created(one, placeOf(one));
    },
    getImport: async ({ params }) => ok(await imports.read(params.id)),
    readImportAnew: async ({ params, body }) => ok(await imports.readAnew(params.id, body)),
    checkImport: async ({ params, body, principal }) =>
      taken(await imports.check(params.id, body, actorOf(principal))),
    mendImport: async ({ params, body, principal }) =>
      taken(await imports.mend(params.id, body.cells, actorOf(principal))),
    listImportFaults: async ({ params, query }) => ok(await imports.faults(params.id, query)),
    exportImportFaults: async ({ params, res, signal }) => {
      const faults = await imports.allFaults(params.id);
      res.writeHead(200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="faults.csv"',
        'cache-control': 'no-store',
      });
      await pipeline(Readable.from(faultCsv(faults)), res, { signal }).catch((error: unknown) => {
        // Whoever has gone away has no use for the rest.
        if (!signal.aborted) throw error;
      });
      return undefined;
    },
    runImport: async ({ params, principal }) => taken(await imports.run(params.id, actorOf(principal))),
  });
