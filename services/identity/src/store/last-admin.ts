import { DatabaseError } from 'pg';
import { LastAdmin } from '../domain/errors.ts';

/** Of the trigger `keep_an_admin`. */
const code = 'QS001';

/** What the database refused because nobody would be an admin any more, as the error of the domain. */
export const orLastAdmin = async <T>(write: Promise<T>): Promise<T> => {
  try {
    return await write;
  } catch (error) {
    throw error instanceof DatabaseError && error.code === code ? new LastAdmin() : error;
  }
};
