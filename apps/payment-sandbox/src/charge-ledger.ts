import { v7 as uuidv7 } from 'uuid';
import type { CardBehaviour } from './cards.ts';
import { createIdempotentResults } from './idempotent.ts';
import { SandboxError } from './sandbox-error.ts';
import type { TokenVault } from './token-vault.ts';

interface ChargeRequest {
  readonly token: string;
  readonly amount: number;
  readonly currency: string;
  readonly reference: string;
}

interface Charge {
  readonly id: string;
  readonly status: 'pending' | 'succeeded' | 'declined';
  readonly amount: number;
  readonly currency: string;
  readonly reference: string;
  readonly declineReason?: string;
  readonly amountRefunded: number;
  readonly createdAt: string;
}

interface RefundRequest {
  readonly charge: string;
  readonly amount?: number | undefined;
}

interface Refund {
  readonly id: string;
  readonly charge: string;
  readonly amount: number;
  readonly status: 'succeeded';
  readonly createdAt: string;
}

export interface ChargeTimes {
  readonly slowChargeMs: number;
  readonly lostAnswerMs: number;
}

export interface ChargeLedger {
  /** Resolves with the settled charge once its answer is due; a repeat of a settled charge answers at once. */
  charge(key: string, request: ChargeRequest): Promise<Charge>;
  find(id: string): Charge;
  findByKey(key: string): Charge | undefined;
  refund(key: string, request: RefundRequest): Refund;
}

const declineReason = 'The card was declined by its bank';

export const createChargeLedger = (deps: {
  vault: TokenVault;
  times: ChargeTimes;
  now: () => Date;
  wait: (milliseconds: number) => Promise<void>;
}): ChargeLedger => {
  const charges = new Map<string, Charge>();
  const entries = createIdempotentResults<{ id: string; settled: Promise<void>; lostAnswer: boolean }>();
  const refunds = createIdempotentResults<Refund>();

  const find = (id: string): Charge => {
    const charge = charges.get(id);
    if (!charge) throw new SandboxError('charge-not-found', 'No such charge');
    return charge;
  };

  const settle = (id: string, behaviour: CardBehaviour): void => {
    const charge = find(id);
    const outcome =
      behaviour === 'declined'
        ? ({ status: 'declined', declineReason } as const)
        : ({ status: 'succeeded' } as const);
    charges.set(id, { ...charge, ...outcome });
  };

  const open = ({ token, ...request }: ChargeRequest) => {
    const behaviour = deps.vault.spend(token);
    const id = `ch_${uuidv7()}`;
    const createdAt = deps.now().toISOString();
    charges.set(id, { id, ...request, status: 'pending', amountRefunded: 0, createdAt });
    if (behaviour === 'slow') {
      const settled = deps.wait(deps.times.slowChargeMs).then(() => settle(id, behaviour));
      return { id, settled, lostAnswer: false };
    }
    settle(id, behaviour);
    return { id, settled: Promise.resolve(), lostAnswer: behaviour === 'timeout' };
  };

  return {
    async charge(key, request) {
      const { result: entry, repeated } = entries.once(key, request, () => open(request));
      await entry.settled;
      if (entry.lostAnswer && !repeated) await deps.wait(deps.times.lostAnswerMs);
      return find(entry.id);
    },
    find,
    findByKey(key) {
      const entry = entries.find(key);
      return entry && find(entry.id);
    },
    refund(key, request) {
      return refunds.once(key, request, () => {
        const charge = find(request.charge);
        if (charge.status !== 'succeeded') {
          throw new SandboxError('charge-not-refundable', 'Only a charge that succeeded can be refunded');
        }
        const left = charge.amount - charge.amountRefunded;
        const amount = request.amount ?? left;
        if (amount > left || left === 0) {
          throw new SandboxError('refund-too-high', 'More than what is left of the charge');
        }
        charges.set(charge.id, { ...charge, amountRefunded: charge.amountRefunded + amount });
        const createdAt = deps.now().toISOString();
        return { id: `re_${uuidv7()}`, charge: charge.id, amount, status: 'succeeded', createdAt };
      }).result;
    },
  };
};
