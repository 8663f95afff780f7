export interface Migration {
  /** Sorts by its number; never renamed once released. */
  readonly name: string;
  /** Never edited once released: a change is a new migration. */
  readonly sql: string;
}
