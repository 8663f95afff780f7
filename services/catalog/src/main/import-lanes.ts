import { createDueWorkLoop, type WorkLane } from '@quayside/due-work';
import { createPostgresDueWorkQueue, type PostgresJobs } from '@quayside/postgres';
import type { Logger } from '@quayside/runtime';
import { htmlToText } from '../clients/html-to-text.ts';
import { archiveFiles } from '../clients/table-file/archive/archive-files.ts';
import { tableFiles } from '../clients/table-file/table-files.ts';
import type { Announce } from '../store/announce.ts';
import { checkImport } from '../store/imports/check-import.ts';
import { importKinds } from '../store/imports/create-imports.ts';
import { createPictureWork, type PictureDeps } from '../store/imports/import-pictures.ts';
import { createImportBatch, keepSetAside, productsAtOnce } from '../store/imports/run-import.ts';

const check = { files: tableFiles, archives: archiveFiles, toText: htmlToText };

/** What imports do beside the requests that begin it. */
export const createImportLanes = (options: {
  jobs: PostgresJobs;
  announce: Announce;
  onChange: () => void;
  logger: Logger;
}): WorkLane<string>[] => {
  const { jobs, logger } = options;
  const doBatch = createImportBatch(options);
  return [
    {
      kinds: [importKinds.check],
      concurrency: 1,
      run: (work) =>
        jobs.run(work, {
          doPiece: async (tx, _job, { entityId }) => {
            await checkImport(tx, entityId, check);
            return {};
          },
          isRefusal: (_error): _error is never => false,
        }),
    },
    {
      kinds: [importKinds.run],
      concurrency: 1,
      run: (work) =>
        jobs.runBatches(work, {
          size: productsAtOnce,
          doBatch,
          onSetAside: async (tx, job, piece, error) => {
            logger.error(
              { err: error, id: job.id, piece: piece.entityId },
              'a product of a file is set aside',
            );
            await keepSetAside(tx, job, piece);
          },
        }),
    },
  ];
};

/** The pictures that imports name, some at a time: who serves them is slow, not we. */
export const createImportPictures = (
  given: Omit<PictureDeps, 'archives'> & { now: () => Date; logger: Logger },
) => {
  const deps = { ...given, archives: archiveFiles };
  const { pool, now, logger } = deps;
  const queue = createPostgresDueWorkQueue<'import-pictures'>({
    pool,
    table: 'import_pictures',
    isOpen: `state = 'waiting'`,
    now,
  });
  const loop = createDueWorkLoop({
    name: 'the pictures of imports',
    queue,
    lanes: [{ kinds: ['import-pictures'], concurrency: 4, run: createPictureWork(deps) }],
    leaseMs: 60_000,
    pollMs: 2_000,
    now,
    onFailure: (work, error, until) =>
      logger.warn(
        { err: error, id: work.id, attempt: work.attempt, until },
        'pictures are tried again later',
      ),
    logger,
  });
  return { loop, wake: () => loop.wake(), queue };
};
