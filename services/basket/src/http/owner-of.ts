import { ProblemError, type Principal } from '@quayside/http';
import type { Owner } from '../usecases/ports.ts';

/**
 * Whose basket a request is about: always the caller's own.
 *
 * @throws {ProblemError} 403 for a machine, which has no basket.
 */
export function ownerOf({ id, kind }: Pick<Principal, 'id' | 'kind'>): Owner {
  if (kind === 'machine')
    throw new ProblemError({ status: 403, code: 'forbidden', title: 'Baskets are for people' });
  return { id, kind };
}
