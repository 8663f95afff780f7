import type { Principal } from '@quayside/http';
import type { Owner } from '../usecases/ports.ts';

/** Whose basket a request is about: always the caller's own. No route of ours lets a machine in. */
export const ownerOf = ({ id, kind }: Pick<Principal, 'id' | 'kind'>): Owner => ({
  id,
  kind: kind === 'guest' ? 'guest' : 'user',
});
