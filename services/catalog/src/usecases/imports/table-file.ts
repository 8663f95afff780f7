import type { ImportRow } from '../../domain/imports/import-file.ts';

/** A file that is kept somewhere, read from anywhere in it. */
export interface KeptFile {
  readonly bytes: number;
  /** What stands from one byte on up to another. */
  read(start: number, end: number): AsyncIterable<Buffer>;
}

export interface ReadingOptions {
  readonly encoding: string;
  readonly delimiter: string;
  /** Of a workbook; it has neither encoding nor delimiter. */
  readonly sheet?: string;
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
   * Of a workbook the names of its sheets; undefined for a file of text.
   *
   * @throws {ImportFileUnfit} for what is neither
   */
  sheets(file: KeptFile): Promise<readonly string[] | undefined>;
  /**
   * Row after row, the first one that of the columns' names; empty ones are left out.
   *
   * @throws {ImportFileUnfit} where it is no table, or too wide
   */
  rows(file: KeptFile, options: ReadingOptions): AsyncIterable<ImportRow>;
}
