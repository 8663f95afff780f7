import type { Migration } from '@quayside/postgres';

/** A picture in other widths than the one of `images`, for screens of other sizes. */
export const imageSizes: Migration = {
  name: '0011-image-sizes',
  sql: `
    CREATE TABLE image_sizes (
      hash text NOT NULL REFERENCES images,
      width integer NOT NULL CHECK (width > 0),
      content bytea NOT NULL,
      PRIMARY KEY (hash, width)
    );
    ALTER TABLE image_sizes ALTER COLUMN content SET STORAGE EXTERNAL;
  `,
};
