import type { ImportFormat } from '@quayside/contracts';

export interface FormatDefinition {
  readonly format: Exclude<ImportFormat, 'custom'>;
  /** Columns that no other format has together, in lower case, spaces for underscores. */
  readonly knownBy: readonly (readonly string[])[];
  /** The field of a column by its name, written likewise. */
  readonly fields: Readonly<Record<string, string>>;
  /** The same of columns whose names have a part that differs. */
  readonly patterns?: readonly {
    readonly column: RegExp;
    readonly field: (match: RegExpExecArray) => string;
  }[];
}
