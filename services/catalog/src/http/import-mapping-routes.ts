import { created, isOf, noContent, ok, type Api } from '@quayside/http';
import type { ImportMappings } from '../usecases/imports/mappings.ts';
import { actorOf } from './actor-of.ts';
import { contract } from './contract.ts';

/** Mappings of columns that are kept for the next file. */
export const serveImportMappings = (api: Api, { mappings }: { mappings: ImportMappings }): void =>
  api.serve(contract, {
    listImportMappings: async ({ params, principal }) =>
      ok({ items: await mappings.fitting(params.id, actorOf(principal)) }),
    saveImportMapping: async ({ params, body, principal }) => {
      const saved = await mappings.save(params.id, body, actorOf(principal));
      return created(saved, contract.routes.deleteImportMapping.path.replace(':id', saved.id));
    },
    deleteImportMapping: async ({ params, principal }) => {
      const isAdmin = isOf('admin', principal);
      await mappings.remove(params.id, { ...actorOf(principal), isAdmin });
      return noContent();
    },
  });
