/** A row, with the columns that are written and not generated. */
export type Row = Record<string, unknown>;

/** What one service left in PostgreSQL. */
export interface FormerDatabase {
  /** Those that had been applied, in their order. */
  migrations: readonly { name: string; sql: string; checksum: string }[];
  tables: Record<string, Row[]>;
  sequences: Record<string, number>;
}

export interface FormerKey {
  key: string;
  type: 'string' | 'hash' | 'stream';
  value: string | Record<string, string> | string[][];
}

/** What stood in a topic; values and headers as text. */
export interface FormerMessage {
  partition: number;
  key: string;
  value: string;
  headers: Record<string, string>;
}

/** All stores of a shop of release 0.1, as its own processes left them. */
export interface FormerShop {
  commit: string;
  postgres: Record<string, FormerDatabase>;
  redis: FormerKey[];
  /** Collections, their documents as EJSON. */
  mongodb: Record<string, string>;
  kafka: Record<string, FormerMessage[]>;
  /** Of those who made it: orders by what became of them, accounts, what lay in baskets. */
  told: {
    orders: Record<string, string>;
    accounts: { email: string; password: string; isAdmin: boolean }[];
    baskets: Record<string, { itemId: number; quantity: number }[]>;
    /** Keys of baskets in Redis, by whom they are of. */
    basketKeys: Record<string, string>;
  };
}
