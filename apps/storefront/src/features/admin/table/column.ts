import type { SavedView, ViewedTable } from '@quayside/contracts';
import type { ReactNode } from 'react';

export interface Column<Row> {
  readonly id: string;
  readonly label: string;
  readonly cell: (row: Row) => ReactNode;
  /** The service can sort by it, under this name. */
  readonly sort?: string;
  readonly isNumber?: boolean;
}

export interface TableFilter {
  readonly name: string;
  readonly label: string;
  /** By the value in the address. */
  readonly choices: Readonly<Record<string, string>>;
}

/** A filter that is typed. */
export interface TableField {
  readonly name: string;
  readonly label: string;
  readonly type: 'date' | 'text';
  readonly hint?: string;
}

/** A question that is asked so often that it has a name. */
export interface TableView {
  readonly label: string;
  readonly filters: Readonly<Record<string, string>>;
}

/** Views of a table that staff gave a name. */
export interface KeptViews {
  readonly table: ViewedTable;
  readonly views: readonly SavedView[];
  /** Admins change what colleagues share. */
  readonly isAdmin: boolean;
}
