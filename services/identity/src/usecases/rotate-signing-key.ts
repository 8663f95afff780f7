import { firstKeyDates, nextKeyDates, type SigningKeyDates } from '../domain/signing-key.ts';

export interface SigningKeyPorts {
  /** Runs `change` alone among all replicas. */
  readonly changeKeys: (
    change: (keys: {
      exist: boolean;
      add(dates: SigningKeyDates): Promise<void>;
      expireOthers(at: Date): Promise<void>;
      sealAll(now: Date): Promise<void>;
    }) => Promise<void>,
  ) => Promise<void>;
  readonly now: () => Date;
}

/** Makes the first key where there is none; safe to call from every replica at every start. */
export const createEnsureSigningKey =
  ({ changeKeys, now }: SigningKeyPorts) =>
  (): Promise<void> =>
    changeKeys(async (keys) => {
      if (!keys.exist) await keys.add(firstKeyDates(now()));
    });

/** Adds the next key; it takes over and the present ones go by their dates, without another step. None is in clear then. */
export const createRotateSigningKey =
  ({ changeKeys, now }: SigningKeyPorts) =>
  (): Promise<void> =>
    changeKeys(async (keys) => {
      const { next, othersExpireAt } = nextKeyDates(now());
      await keys.expireOthers(othersExpireAt);
      await keys.add(keys.exist ? next : firstKeyDates(now()));
      await keys.sealAll(now());
    });
