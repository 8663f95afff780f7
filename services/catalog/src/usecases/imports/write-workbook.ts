import type { Readable } from 'node:stream';

/** Writes rows as a workbook with one sheet, while they come. */
export type WriteWorkbook = (sheet: string, rows: AsyncIterable<readonly (string | number)[]>) => Readable;
