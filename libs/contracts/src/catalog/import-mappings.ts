import { z } from 'zod';
import { defineRoute } from '../shared/route.ts';
import { isPrintableLine } from '../shared/text.ts';
import { importChoice } from './imports.ts';

/** What somebody chose for files with certain headings, kept by a name. */
export const importMapping = z
  .object({
    id: z.uuid(),
    name: z.string(),
    /** All of the staff are offered it. */
    isShared: z.boolean(),
    isMine: z.boolean(),
    actor: z.object({ id: z.string(), name: z.string().optional() }),
    /** Laid out for the columns of the file it is offered for. */
    choice: importChoice,
  })
  .meta({ id: 'ImportMapping' });
export type ImportMapping = z.infer<typeof importMapping>;
export const importMappingList = z
  .object({ items: z.array(importMapping) })
  .meta({ id: 'ImportMappingList' });

export const newImportMapping = z
  .strictObject({
    name: z.string().trim().min(1).max(80).refine(isPrintableLine, 'Printable characters only'),
    isShared: z.boolean(),
    choice: importChoice,
  })
  .meta({ id: 'NewImportMapping' });
export type NewImportMapping = z.input<typeof newImportMapping>;

export const importMappingProblems = {
  'import-mapping-not-found': { status: 404, title: 'No such mapping' },
  'import-mapping-not-yours': { status: 403, title: 'Only who saved a mapping, or an admin, deletes it' },
} as const;

const ofImport = '/api/v1/admin/catalog/imports/:id/mappings';
const byId = z.strictObject({ id: z.uuid() });

/** Mappings that are kept for the next file. */
export const importMappingRoutes = {
  listImportMappings: defineRoute({
    method: 'get',
    path: ofImport,
    summary: 'Saved mappings, own and shared, all of whose headings the file has; the fullest first',
    audience: 'merchandiser',
    params: byId,
    answers: { 200: { description: 'The mappings', schema: importMappingList } },
    problems: ['import-not-found', 'catalog-unavailable'],
  }),
  saveImportMapping: defineRoute({
    method: 'post',
    path: ofImport,
    summary: 'Keep what was chosen for the headings of this file; an own mapping of that name is replaced',
    audience: 'merchandiser',
    params: byId,
    body: newImportMapping,
    answers: { 201: { description: 'The mapping', schema: importMapping } },
    problems: ['import-not-found', 'import-not-ready', 'catalog-unavailable'],
  }),
  deleteImportMapping: defineRoute({
    method: 'delete',
    path: '/api/v1/admin/catalog/import-mappings/:id',
    summary: 'Forget a mapping; those of others, if they are shared, only admins may',
    audience: 'merchandiser',
    params: byId,
    answers: { 204: { description: 'It is offered no more' } },
    problems: ['import-mapping-not-found', 'import-mapping-not-yours', 'catalog-unavailable'],
  }),
};
