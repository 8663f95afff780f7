import type { KeptFile } from './table-file.ts';

/** An archive in place of a table: one table, and the pictures that it names. */
export interface ProductArchive {
  readonly table: string;
  /**
   * The picture that a cell names: by its path in the archive or from the folder of the table, or by its bare name where
   * only one is called so; in capital letters or small ones.
   */
  find(text: string): string | undefined;
  /** The content of the table, or of a picture that was found. @throws {ImportFileUnfit} */
  read(entry: string): AsyncIterable<Buffer>;
}

export interface ArchiveFiles {
  /**
   * Undefined for what is no archive, or one that another program made its own, such as a workbook.
   *
   * @throws {ImportFileUnfit} for one that is broken, or holds what it may not
   */
  open(file: KeptFile): Promise<ProductArchive | undefined>;
}

const scheme = 'archive:';

/** How a picture of an archive is written where others have addresses. */
export const archivedPicture = (entry: string): string => scheme + entry;

/** Undefined for an address. */
export const entryIn = (url: string): string | undefined =>
  url.startsWith(scheme) ? url.slice(scheme.length) : undefined;
