import type { ImportRow } from '../../domain/imports/import-file.ts';

export interface ReadingOptions {
  readonly encoding: string;
  readonly delimiter: string;
}

/** What the bytes of a file say of themselves, told while they pass by. */
export interface EncodingFinder {
  see(part: Buffer): void;
  found(): string;
}

/** Reads a file of rows, however it is written. */
export interface TableFiles {
  createEncodingFinder(): EncodingFinder;
  /** The first part of a file as text. */
  decode(start: Buffer, encoding: string): string;
  /**
   * Row after row, the first one that of the columns' names; empty ones are left out.
   *
   * @throws {ImportFileUnfit} where it is no table, or too wide
   */
  rows(parts: AsyncIterable<Buffer>, options: ReadingOptions): AsyncIterable<ImportRow>;
}
