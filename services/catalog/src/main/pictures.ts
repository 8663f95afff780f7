import type { Pool } from 'pg';
import { createPictureBucket } from '../clients/picture-bucket.ts';
import { createBucketPictureStore, createPictureStore } from '../store/picture-store.ts';
import type { PictureFiles, PictureStore } from '../usecases/pictures.ts';

export interface PictureConfig {
  readonly PICTURE_BUCKET: string;
  readonly PICTURE_BUCKET_ENDPOINT?: string | undefined;
  readonly PICTURE_BUCKET_REGION: string;
  readonly PICTURE_BUCKET_KEY_ID: string;
  readonly PICTURE_BUCKET_SECRET: string;
}

/** The bucket that the configuration names; undefined where pictures stay in the database. */
export const pictureFilesOf = (config: PictureConfig): PictureFiles | undefined => {
  const { PICTURE_BUCKET: bucket, PICTURE_BUCKET_KEY_ID: accessKeyId } = config;
  if (bucket === '') return undefined;
  return createPictureBucket({
    bucket,
    endpoint: config.PICTURE_BUCKET_ENDPOINT,
    region: config.PICTURE_BUCKET_REGION,
    ...(accessKeyId !== '' && {
      credentials: { accessKeyId, secretAccessKey: config.PICTURE_BUCKET_SECRET },
    }),
  });
};

export const pictureStoreOf = (config: PictureConfig, pool: Pool): PictureStore => {
  const files = pictureFilesOf(config);
  return files ? createBucketPictureStore({ pool, files }) : createPictureStore({ pool });
};
