import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { CatalogUnavailable } from '../domain/errors.ts';
import type { PictureFiles } from '../usecases/pictures.ts';

export interface BucketOptions {
  readonly bucket: string;
  /** Of a store other than Amazon's, which has one address for all buckets. */
  readonly endpoint?: string | undefined;
  readonly region: string;
  /** Absent: as the environment says, such as the role of the pod. */
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string } | undefined;
}

const [connectionTimeout, requestTimeout] = [2_000, 5_000];

/** Pictures in a bucket of a store that speaks S3. */
export const createPictureBucket = (options: BucketOptions): PictureFiles & { close(): void } => {
  const { bucket, endpoint, region, credentials } = options;
  const client = new S3Client({
    region,
    ...(endpoint !== undefined && { endpoint, forcePathStyle: true }),
    ...(credentials && { credentials }),
    // Other stores than Amazon's do not know the newer checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout, requestTimeout, throwOnRequestTimeout: true },
  });
  const orUnavailable = async <T>(answer: Promise<T>): Promise<T> => {
    try {
      return await answer;
    } catch (cause) {
      throw new CatalogUnavailable({ cause });
    }
  };
  const read = async (key: string): Promise<Buffer | undefined> => {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
      return Body && Buffer.from(await Body.transformToByteArray());
    } catch (error) {
      if (error instanceof NoSuchKey) return undefined;
      throw error;
    }
  };
  return {
    put: async (key, content, contentType) => {
      await orUnavailable(
        client.send(
          new PutObjectCommand({
            Bucket: bucket,
            Key: key,
            Body: content,
            ContentType: contentType,
            CacheControl: 'public, max-age=31536000, immutable',
          }),
        ),
      );
    },
    get: (key) => orUnavailable(read(key)),
    close: () => client.destroy(),
  };
};
