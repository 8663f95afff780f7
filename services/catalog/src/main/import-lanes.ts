import type { WorkLane } from '@quayside/due-work';
import type { PostgresJobs } from '@quayside/postgres';
import { htmlToText } from '../clients/html-to-text.ts';
import { tableFiles } from '../clients/table-file/table-files.ts';
import type { Announce } from '../store/announce.ts';
import { checkImport } from '../store/imports/check-import.ts';
import { importKinds } from '../store/imports/create-imports.ts';
import { createImportBatch, productsAtOnce } from '../store/imports/run-import.ts';

const check = { files: tableFiles, toText: htmlToText };

/** What imports do beside the requests that begin it. */
export const createImportLanes = (options: {
  jobs: PostgresJobs;
  announce: Announce;
  onChange: () => void;
}): WorkLane<string>[] => {
  const { jobs } = options;
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
      run: (work) => jobs.runBatches(work, { size: productsAtOnce, doBatch }),
    },
  ];
};
