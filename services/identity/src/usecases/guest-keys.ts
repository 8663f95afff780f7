import type { GuestKey } from '@quayside/contracts';

/** The public keys of those who sign tokens for guests. */
export interface GuestKeys {
  publish(key: GuestKey): Promise<void>;
  published(): Promise<GuestKey[]>;
}
