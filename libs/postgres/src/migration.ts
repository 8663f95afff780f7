export interface Migration {
  /** Never changed once released. */
  readonly name: string;
  /** Never edited once released, unless it is repeatable: a change is a new migration. */
  readonly sql: string;
  /** The SQL may run on what it made before (`CREATE … IF NOT EXISTS`); it runs again when its text has changed. */
  readonly repeatable?: boolean;
}
