import { runJob } from '@quayside/chassis';
import { postgresJob } from '@quayside/postgres';
import { movePictures } from '../store/move-pictures.ts';
import { movePicturesConfig } from './config.ts';
import { pictureFilesOf } from './pictures.ts';

/** Moves the pictures that are in the database into the bucket. All processes have to know the bucket by then. */
runJob(
  postgresJob({
    name: 'catalog-move-pictures',
    config: movePicturesConfig,
    run: async ({ config, pool, logger }) => {
      const files = pictureFilesOf(config);
      if (!files) throw new Error('PICTURE_BUCKET says no bucket to move pictures to');
      const moved = await movePictures({ pool, files }, (count) => {
        if (count % 500 === 0) logger.info({ moved: count }, 'pictures are in the bucket');
      });
      logger.info({ moved }, 'all pictures are in the bucket');
    },
  }),
);
