import { PasswordChecksBusy } from '../domain/errors.ts';

/** On whose behalf work waits: of an address, or a device, and for an account. */
export interface Waiter {
  readonly from: string;
  readonly account: string;
  /** A device on which the account was signed in before. */
  readonly isKnown?: boolean;
}

interface Waiting {
  readonly account: string;
  start(): void;
  refuse(): void;
}

interface Bounds {
  readonly atOnce: number;
  readonly waitingAtMost: number;
  /** Of one address; of one account. */
  readonly perAddress: number;
  readonly perAccount: number;
}

/**
 * Runs so much work at once and lets the rest wait, one line for each address. Lines take turns, so that whoever comes
 * alone waits for one piece of work of each other address, however much of it stands behind that. Devices that are known have
 * every second turn, however many addresses stand beside them. What is beyond a bound
 * is refused at once; when all places are taken, the longest line gives one up to whoever has none.
 */
export const createFairGate = ({ atOnce, waitingAtMost, perAddress, perAccount }: Bounds) => {
  /** In the order of their turns: a Map keeps insertion order. */
  const strangers = new Map<string, Waiting[]>();
  const known = new Map<string, Waiting[]>();
  let wasKnown = false;
  const ofAccount = new Map<string, number>();
  let running = 0;
  let waiting = 0;

  const leave = ({ account }: Waiting): void => {
    waiting -= 1;
    const left = (ofAccount.get(account) ?? 1) - 1;
    if (left === 0) ofAccount.delete(account);
    else ofAccount.set(account, left);
  };

  const takeNext = (): Waiting | undefined => {
    const lines = (wasKnown ? strangers.size > 0 : known.size === 0) ? strangers : known;
    const [turn] = lines;
    if (!turn) return undefined;
    wasKnown = lines === known;
    const [from, line] = turn;
    const next = line.shift();
    lines.delete(from);
    if (line.length > 0) lines.set(from, line);
    if (next) leave(next);
    return next;
  };

  /** Whether the longest line lost its last. */
  const giveUpLongest = (): boolean => {
    const [longest] = [...strangers.values(), ...known.values()].toSorted(
      (one, other) => other.length - one.length,
    );
    const last = longest && longest.length > 1 ? longest.pop() : undefined;
    if (!last) return false;
    leave(last);
    last.refuse();
    return true;
  };

  const wait = ({ from, account, isKnown = false }: Waiter): Promise<void> => {
    const lines = isKnown ? known : strangers;
    const line = lines.get(from) ?? [];
    if (line.length >= perAddress || (ofAccount.get(account) ?? 0) >= perAccount)
      throw new PasswordChecksBusy();
    if (waiting >= waitingAtMost && (line.length > 0 || !giveUpLongest())) throw new PasswordChecksBusy();
    return new Promise((resolve, reject) => {
      line.push({ account, start: resolve, refuse: () => reject(new PasswordChecksBusy()) });
      lines.set(from, line);
      waiting += 1;
      ofAccount.set(account, (ofAccount.get(account) ?? 0) + 1);
    });
  };

  return async <T>(waiter: Waiter, work: () => Promise<T>): Promise<T> => {
    if (running >= atOnce) await wait(waiter);
    else running += 1;
    try {
      return await work();
    } finally {
      // The place passes to the next in line, so `running` only falls when nobody waits.
      const next = takeNext();
      if (next) next.start();
      else running -= 1;
    }
  };
};
