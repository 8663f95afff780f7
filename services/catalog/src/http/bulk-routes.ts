import { accepted, ok, type Api } from '@quayside/http';
import type { BulkJob, BulkJobs } from '../usecases/bulk-jobs.ts';
import { actorOf } from './actor-of.ts';
import { contract } from './contract.ts';

const at = (job: BulkJob) => accepted(job, `${contract.routes.listCatalogJobs.path}/${job.id}`);

/** What staff do to many products at once. */
export const serveBulk = (api: Api, { jobs }: { jobs: BulkJobs }): void =>
  api.serve(contract, {
    changeManyProducts: async ({ body, principal }) =>
      at(await jobs.start(body.ids, body.action, actorOf(principal))),
    previewManyProducts: async ({ body }) => ok({ items: await jobs.preview(body.ids, body.action) }),
    changeFoundProducts: async ({ body, principal }) => at(await jobs.startFound(body, actorOf(principal))),
    previewFoundProducts: async ({ body }) => ok(await jobs.previewFound(body)),
    listCatalogJobs: async ({ query }) => ok(await jobs.list(query)),
    getCatalogJob: async ({ params }) => ok(await jobs.read(params.id)),
    retryCatalogJob: async ({ params, principal }) => at(await jobs.retry(params.id, actorOf(principal))),
    undoCatalogJob: async ({ params, principal }) => at(await jobs.undo(params.id, actorOf(principal))),
  });
