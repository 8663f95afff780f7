import { v7 as uuidv7 } from 'uuid';
import { needsBuyer, type Confirmations, type NextAction, type ReturnUrls } from './confirmations.ts';
import { createIdempotentResults } from './idempotent.ts';
import { SandboxError } from './sandbox-error.ts';
import type { PaymentBehaviour, TokenVault } from './token-vault.ts';

interface ChargeRequest {
  readonly token: string;
  readonly amount: number;
  readonly currency: string;
  readonly reference: string;
  readonly returnUrls?: ReturnUrls | undefined;
}

interface Charge {
  readonly id: string;
  readonly status: 'pending' | 'requires-action' | 'succeeded' | 'declined';
  readonly method: 'card' | 'bank';
  readonly nextAction?: NextAction;
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

/** Why nothing came of what the buyer was to do. */
type Refusal = keyof typeof refusals;

export interface ChargeLedger {
  /** Resolves with the settled charge once its answer is due; a repeat of a settled charge answers at once. */
  charge(key: string, request: ChargeRequest): Promise<Charge>;
  find(id: string): Charge;
  findByKey(key: string): Charge | undefined;
  /** All charges there ever were, the first one first. */
  page(page: number, pageSize: number): { items: Charge[]; totalItems: number };
  /** Ends a charge that waits for its buyer; one that has ended stays as it is. */
  end(id: string, how: 'confirmed' | Refusal): Charge;
  refund(key: string, request: RefundRequest): Refund;
}

const declineReason = 'The card was declined by its bank';
const refusals = {
  'not-shown': 'The bank could not confirm that the card is yours',
  refused: 'The payment was refused at the bank',
  late: 'The payment was not confirmed in time',
  cancelled: 'The payment was not confirmed',
} as const;

export const createChargeLedger = (deps: {
  vault: TokenVault;
  confirmations: Confirmations;
  times: ChargeTimes;
  now: () => Date;
  wait: (milliseconds: number) => Promise<void>;
}): ChargeLedger => {
  const charges = new Map<string, Charge>();
  const made: string[] = [];
  const entries = createIdempotentResults<{ id: string; settled: Promise<void>; lostAnswer: boolean }>();
  const refunds = createIdempotentResults<Refund>();

  const kept = (id: string): Charge => {
    const charge = charges.get(id);
    if (!charge) throw new SandboxError('charge-not-found', 'No such charge');
    return charge;
  };

  const end = (id: string, how: 'confirmed' | Refusal): Charge => {
    const { nextAction, ...charge } = kept(id);
    if (!nextAction) return charge;
    const isLate = Date.parse(nextAction.expiresAt) <= deps.now().getTime();
    const refusal = isLate ? 'late' : how;
    const ended: Charge =
      refusal === 'confirmed'
        ? { ...charge, status: 'succeeded' }
        : { ...charge, status: 'declined', declineReason: refusals[refusal] };
    charges.set(id, ended);
    return ended;
  };

  /** As it is now: time alone ends one that its buyer does not confirm. */
  const find = (id: string): Charge => {
    const charge = kept(id);
    const isLate = charge.nextAction && Date.parse(charge.nextAction.expiresAt) <= deps.now().getTime();
    return isLate ? end(id, 'late') : charge;
  };

  const settle = (id: string, behaviour: PaymentBehaviour): void => {
    const outcome =
      behaviour === 'declined'
        ? ({ status: 'declined', declineReason } as const)
        : ({ status: 'succeeded' } as const);
    charges.set(id, { ...kept(id), ...outcome });
  };

  const open = ({ token, returnUrls, ...request }: ChargeRequest) => {
    deps.confirmations.check(deps.vault.look(token), returnUrls);
    const behaviour = deps.vault.spend(token);
    const id = `ch_${uuidv7()}`;
    const createdAt = deps.now().toISOString();
    const method = behaviour === 'bank' ? 'bank' : 'card';
    const charge: Charge = {
      ...{ id, ...request, method, amountRefunded: 0, createdAt },
      status: 'pending',
    } as const;
    charges.set(id, charge);
    made.push(id);
    if (needsBuyer(behaviour)) {
      const nextAction = deps.confirmations.open(id, behaviour, returnUrls);
      charges.set(id, { ...charge, status: 'requires-action', nextAction });
      return { id, settled: Promise.resolve(), lostAnswer: false };
    }
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
    page: (page, pageSize) => ({
      items: made.slice((page - 1) * pageSize, page * pageSize).map(find),
      totalItems: made.length,
    }),
    end,
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
