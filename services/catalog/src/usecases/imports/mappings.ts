import type { Actor } from '../actor.ts';
import type { ImportChoice } from './imports.ts';

export interface SavedMapping {
  readonly id: string;
  readonly name: string;
  readonly isShared: boolean;
  readonly isMine: boolean;
  readonly actor: { readonly id: string; readonly name?: string };
  readonly choice: ImportChoice;
}

/** A heading with what its column says; null: it is left out. */
export interface HeadingField {
  readonly heading: string;
  readonly field: string | null;
}

/** What somebody chose for files with certain headings. */
export interface ImportMappings {
  /** Own and shared ones all of whose headings the file of an import has. @throws {ImportNotFound} */
  fitting(importId: string, by: Actor): Promise<SavedMapping[]>;
  /** @throws {ImportNotFound | ImportNotReady} */
  save(
    importId: string,
    mapping: { readonly name: string; readonly isShared: boolean; readonly choice: ImportChoice },
    by: Actor,
  ): Promise<SavedMapping>;
  /** @throws {ImportMappingNotFound | ImportMappingNotYours} */
  remove(id: string, by: Actor & { readonly isAdmin: boolean }): Promise<void>;
}

/** A heading as it is compared: whatever its case, its spaces and its lines below are. */
export const plainHeading = (column: string): string =>
  column.trim().toLowerCase().replaceAll('_', ' ').replaceAll(/\s+/g, ' ');

/** What the columns of a file say by headings of another; of a heading that comes twice, each in its turn. */
export const layOut = (fields: readonly HeadingField[], columns: readonly string[]): (string | null)[] => {
  const waiting = new Map<string, (string | null)[]>();
  for (const { heading, field } of fields) waiting.set(heading, [...(waiting.get(heading) ?? []), field]);
  return columns.map((column) => waiting.get(plainHeading(column))?.shift() ?? null);
};
