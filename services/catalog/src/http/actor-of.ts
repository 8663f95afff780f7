import type { Principal } from '@quayside/http';
import type { Actor } from '../usecases/actor.ts';

/** Who calls, as the audit log knows people. */
export const actorOf = ({ id, name }: Principal): Actor => ({ id, name });
