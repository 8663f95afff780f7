/** A file as it is read: its settings, as somebody chose them or as they were guessed. */
export interface ImportSettings {
  readonly format: string;
  readonly encoding: string;
  readonly delimiter: string;
  /** Of a workbook the sheet. */
  readonly sheet?: string;
  readonly decimal: 'file' | 'point' | 'comma';
  readonly currency: string;
  readonly brand: string;
  readonly category: string;
  readonly status: 'file' | 'draft';
  /** The field of each column. */
  readonly mapping: readonly (string | null)[];
}

/** Something in a file that cannot be taken as it is. */
export interface CellFault {
  readonly row: number;
  readonly column: number | null;
  readonly value: string;
  readonly code: string;
  readonly detail: string;
  /** Keeps its product from being imported; a notice does not. */
  readonly blocks: boolean;
}

/** A row of a file, counted as spreadsheets do: the first has the names of the columns. */
export interface ImportRow {
  readonly row: number;
  readonly cells: readonly string[];
}
