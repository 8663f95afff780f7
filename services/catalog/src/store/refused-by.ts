import { DatabaseError } from 'pg';

const codes = { unique: '23505', foreignKey: '23503' } as const;

/** Whether the database refused a write by a constraint of that kind. */
export const refusedBy = (kind: keyof typeof codes, error: unknown): boolean =>
  error instanceof DatabaseError && error.code === codes[kind];
