import type { ImportSettings } from '../../domain/imports/import-file.ts';
import type { Actor } from '../actor.ts';
import type { Page } from '../brand-store.ts';

export interface ImportRecord {
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  readonly actor: { readonly id: string; readonly name?: string };
  readonly createdAt: string;
  readonly state: 'uploaded' | 'checking' | 'checked' | 'unreadable' | 'running' | 'done';
  readonly trouble?: string;
  readonly found?: object;
  readonly job?: {
    readonly id: string;
    readonly isDone: boolean;
    readonly total: number;
    readonly done: number;
    readonly unchanged: number;
    readonly failed: number;
  };
  /** Of products: how many have pictures to come, and of how many some could not be had. */
  readonly pictures?: { readonly products: number; readonly waiting: number; readonly failed: number };
}

export interface FullImport extends ImportRecord {
  /** Of a workbook the names of its sheets. */
  readonly sheets?: readonly string[];
  readonly settings: ImportSettings;
  readonly columns: readonly string[];
  readonly sample: readonly (readonly string[])[];
}

export type ImportChoice = Omit<ImportSettings, 'encoding' | 'delimiter' | 'sheet'>;
/** How the bytes of a file become rows: text, or a sheet of a workbook. */
export type ImportReading =
  { readonly encoding: string; readonly delimiter: string } | { readonly sheet: string };

export interface ListedFault {
  readonly row: number;
  readonly column: number | null;
  readonly name: string;
  readonly value: string;
  readonly code: string;
  readonly detail: string;
  readonly blocks: boolean;
}

export interface ImportQuery {
  readonly page: number;
  readonly pageSize: number;
  /** Beginnings of words of a file's name, or who uploaded it. */
  readonly q?: string | undefined;
  readonly state?: ImportRecord['state'] | undefined;
}

/** Files with products, from their upload to the job that puts them into the catalog. */
export interface Imports {
  /** @throws {ImportFileUnfit} and whatever reading the file throws; nothing of it is kept then */
  upload(name: string, file: AsyncIterable<Buffer>, by: Actor): Promise<FullImport>;
  list(query: ImportQuery): Promise<Page<ImportRecord>>;
  /** @throws {ImportNotFound} */
  read(id: string): Promise<FullImport>;
  /** @throws {ImportNotFound | ImportBusy | ImportFileUnfit} */
  readAnew(id: string, reading: ImportReading): Promise<FullImport>;
  /** @throws {ImportNotFound | ImportBusy | ImportNotReady} */
  check(id: string, choice: ImportChoice, by: Actor): Promise<FullImport>;
  /** @throws {ImportNotFound | ImportBusy | ImportNotReady} */
  mend(
    id: string,
    cells: readonly { readonly row: number; readonly column: number; readonly value: string }[],
    by: Actor,
  ): Promise<FullImport>;
  faults(id: string, query: { page: number; pageSize: number }): Promise<Page<ListedFault>>;
  /** @throws {ImportNotFound} */
  allFaults(id: string): Promise<AsyncIterable<ListedFault>>;
  /** @throws {ImportNotFound | ImportBusy | ImportNotReady} */
  run(id: string, by: Actor): Promise<FullImport>;
}
