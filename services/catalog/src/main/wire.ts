import { defineService, dueWorkBacklog, periodically } from '@quayside/chassis';
import { createDueWorkLoop } from '@quayside/due-work';
import { createPostgresJobs, postgresAuditLog, postgresStore } from '@quayside/postgres';
import { createPictureEncoder } from '../clients/picture-encoder.ts';
import { createPictureFetcher } from '../clients/picture-fetcher.ts';
import { archiveFiles } from '../clients/table-file/archive/archive-files.ts';
import { tableFiles } from '../clients/table-file/table-files.ts';
import { writeWorkbook } from '../clients/table-file/workbook/write-workbook.ts';
import { serveItemAdministration } from '../http/admin-routes.ts';
import { serveAudit } from '../http/audit-routes.ts';
import { serveBulk } from '../http/bulk-routes.ts';
import { serveBrandAdministration } from '../http/brand-routes.ts';
import { serveBrowsing } from '../http/browse-routes.ts';
import { serveCategoryAdministration } from '../http/category-routes.ts';
import { serveFeeds } from '../http/feed-routes.ts';
import { serveExport } from '../http/export-routes.ts';
import { serveImportMappings } from '../http/import-mapping-routes.ts';
import { serveImports } from '../http/import-routes.ts';
import { servePreviews } from '../http/preview-routes.ts';
import { servePictures } from '../http/picture-routes.ts';
import { serveProductAdministration } from '../http/product-admin-routes.ts';
import { serveQuestionDesk } from '../http/question-admin-routes.ts';
import { serveQuestions } from '../http/question-routes.ts';
import { serveReviewDesk } from '../http/review-admin-routes.ts';
import { serveReviews } from '../http/review-routes.ts';
import { serveStock } from '../http/stock-routes.ts';
import { serveStockTakes } from '../http/stock-take-routes.ts';
import { serveSynonyms } from '../http/synonym-routes.ts';
import { serveWords } from '../http/word-routes.ts';
import { announce as tell } from '../messages/announce.ts';
import { createSubscriptions } from '../messages/subscriptions.ts';
import { createAuditReads } from '../store/audit-reads.ts';
import { bulkKinds, createBulkJobs } from '../store/bulk/bulk-jobs.ts';
import { changedAtOnce, createBulkBatch } from '../store/bulk/run-bulk-batch.ts';
import { createBrandStore } from '../store/brand-store.ts';
import { createCatalogReads } from '../store/catalog-reads.ts';
import { createCategoryStore } from '../store/category-store.ts';
import { createChangeFeed } from '../store/change-feed.ts';
import { createFeedProducts } from '../store/feeds/feed-products.ts';
import { createProductStore } from '../store/full-product/product-store.ts';
import { createProductExport } from '../store/imports/export-products.ts';
import { createImports } from '../store/imports/create-imports.ts';
import { createImportMappings, forgetMappings } from '../store/imports/import-mappings.ts';
import { createItemStore } from '../store/item-store.ts';
import { allMigrations } from '../store/migrations/all-migrations.ts';
import { createKeptIndex } from '../store/product-index/kept-index.ts';
import { createPriceHistory } from '../store/price-history/price-history.ts';
import { createPreviews } from '../store/previews.ts';
import { createSearches } from '../store/product-index/searches.ts';
import { createReadCache } from '../store/read-cache.ts';
import { reservationLedgerIn } from '../store/reservation-ledger.ts';
import { forgetAsker } from '../store/questions/own-questions.ts';
import { createQuestions } from '../store/questions/product-questions.ts';
import { createQuestionDesk } from '../store/questions/question-desk.ts';
import { createReviews } from '../store/reviews/product-reviews.ts';
import { forgetReviewer, notePurchases } from '../store/reviews/purchases.ts';
import { createReviewDesk } from '../store/reviews/review-desk.ts';
import { createStockFigures } from '../store/stock-figures.ts';
import { createStockNews } from '../store/stock-news.ts';
import { createStockRoom } from '../store/stock-room/stock-room.ts';
import { createStockStore } from '../store/stock-store.ts';
import { createStockTakes } from '../store/stock-takes/stock-takes.ts';
import { createSynonymStore } from '../store/synonym-store.ts';
import { countTogether, createForgetTogether } from '../store/together.ts';
import { createRecountWords } from '../store/words/recount-words.ts';
import { createTellRenamed } from '../store/words/tell-renamed.ts';
import { createWordStore } from '../store/words/word-store.ts';
import { createFeedVersions } from '../usecases/feeds/product-feed.ts';
import { createPublishPlanned } from '../usecases/publish-planned.ts';
import { catalogConfig } from './config.ts';
import { countReads } from './count-reads.ts';
import { createImportLanes, createImportPictures } from './import-lanes.ts';
import { pictureStoreOf } from './pictures.ts';
import { tellOtherNames } from '../store/tell-other-names.ts';

const announce = tellOtherNames(tell);

const publishEveryMs = 5_000;
const forgetEveryMs = 3_600_000;
const tellRenamedEveryMs = 2_000;

export const catalog = defineService({
  name: 'catalog',
  config: catalogConfig,
  store: postgresStore({ migrations: allMigrations }),
  build: ({ config, logger, metrics, store: { pool } }) => {
    const cache = createReadCache({ onRead: countReads(metrics) });
    const figures = createStockFigures();
    const products = createKeptIndex({ pool });
    const searches = createSearches({ products });
    const now = (): Date => new Date();
    const pictures = pictureStoreOf(config, pool);
    const reads = createCatalogReads({ pool, cache, figures, products, searches, pictures, now });
    const feedProducts = createFeedProducts({ pool });
    const forgetTogether = createForgetTogether({ pool, now });
    const recountWords = createRecountWords({ pool });
    const tellRenamed = createTellRenamed({ pool, announce });
    const news = createStockNews({ cache, figures, products });
    const onChange = (): void => {
      cache.forget();
      products.changed();
    };
    const jobs = createPostgresJobs({ pool, now });
    const doBatch = createBulkBatch({ announce, onChange });
    const jobLoop = createDueWorkLoop({
      name: 'the jobs of the catalog',
      queue: jobs.queue,
      lanes: [
        {
          kinds: Object.values(bulkKinds),
          concurrency: 1,
          run: (work) =>
            jobs.runBatches(work, {
              size: changedAtOnce,
              doBatch,
              onSetAside: async (_tx, job, { entityId }, error) =>
                logger.error({ err: error, id: job.id, piece: entityId }, 'a product of a job is set aside'),
            }),
        },
        ...createImportLanes({ jobs, announce, onChange, logger }),
      ],
      leaseMs: 30_000,
      pollMs: 5_000,
      now,
      onFailure: (work, error, until) =>
        logger.error({ err: error, id: work.id, attempt: work.attempt, until }, 'a job is tried again later'),
      logger,
    });
    const productStore = createProductStore({ pool, announce, onChange, search: searches.allIds });
    const publishPlanned = createPublishPlanned({ products: productStore, now, logger });
    const encoder = createPictureEncoder();
    const fetcher = createPictureFetcher({ allowed: config.PICTURE_SOURCES_ALLOWED });
    const pictureWork = createImportPictures({
      pool,
      announce,
      onChange,
      fetcher,
      encoder,
      pictures,
      now,
      logger,
    });
    return {
      routes: (api) => {
        serveBrowsing(api, { reads });
        servePictures(api, { reads });
        serveFeeds(api, {
          products: feedProducts,
          version: createFeedVersions({ products: feedProducts, now }),
          origin: config.PUBLIC_ORIGIN.replace(/\/$/, ''),
        });
        servePreviews(api, { previews: createPreviews({ pool, now }) });
        serveBrandAdministration(api, {
          brands: createBrandStore({ pool, announce, onChange: cache.forget }),
        });
        serveCategoryAdministration(api, {
          categories: createCategoryStore({ pool, announce, onChange: cache.forget }),
        });
        serveProductAdministration(api, {
          pictures,
          encoder,
          products: productStore,
          prices: createPriceHistory({ pool }),
        });
        serveStock(api, { stock: createStockRoom({ pool, announce, onMove: news.moved }) });
        serveStockTakes(api, {
          takes: createStockTakes({ pool, announce, search: searches.allIds, onMove: news.moved, now }),
        });
        serveSynonyms(api, { synonyms: createSynonymStore({ pool, onChange }) });
        serveWords(api, { words: createWordStore({ pool, onChange }) });
        serveQuestions(api, { questions: createQuestions({ pool, now }) });
        serveQuestionDesk(api, { desk: createQuestionDesk({ pool, now, announce }), now });
        serveReviews(api, { reviews: createReviews({ pool, now, onRated: onChange }) });
        serveReviewDesk(api, { desk: createReviewDesk({ pool, now, onRated: onChange }) });
        serveBulk(api, { jobs: createBulkJobs({ pool, jobs, search: searches.allIds }) });
        serveImports(api, {
          imports: createImports({
            pool,
            jobs,
            files: tableFiles,
            archives: archiveFiles,
            onPictures: pictureWork.wake,
          }),
        });
        serveImportMappings(api, { mappings: createImportMappings({ pool }) });
        serveExport(api, {
          exportProducts: createProductExport({ pool, search: searches.allIds }),
          writeWorkbook,
          now,
        });
        serveAudit(api, { audit: createAuditReads({ pool }) });
        serveItemAdministration(api, {
          items: createItemStore({ pool, announce, onChange }),
          stock: createStockStore({ pool, announce, onMove: news.moved }),
        });
      },
      subscriptions: createSubscriptions(
        (tx) => reservationLedgerIn(tx, announce),
        notePurchases,
        countTogether,
        async (tx, actorId) => {
          await postgresAuditLog.forget(tx, actorId);
          await forgetMappings(tx, actorId);
          await forgetReviewer(tx, actorId);
          await forgetAsker(tx, actorId);
        },
      ),
      backlogs: [
        dueWorkBacklog('jobs', jobs.queue),
        dueWorkBacklog('pictures of imports', pictureWork.queue),
      ],
      background: {
        'job loop': jobLoop,
        'planned publishing': periodically({ everyMs: publishEveryMs, work: publishPlanned }),
        'forgetting of old pairs': periodically({ everyMs: forgetEveryMs, work: forgetTogether }),
        'recount of words': periodically({ everyMs: forgetEveryMs, work: recountWords }),
        'telling of renamed variants': periodically({ everyMs: tellRenamedEveryMs, work: tellRenamed }),
        'picture loop': pictureWork.loop,
        'change feed': createChangeFeed({
          connectionString: config.DATABASE_URL,
          cache,
          figures,
          products,
          logger,
        }),
      },
      exposed: { publishPlanned, recountWords, tellRenamed },
    };
  },
});
