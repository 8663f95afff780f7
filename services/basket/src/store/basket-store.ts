import type { SalesSettings } from '@quayside/contracts/money';
import type { Basket } from '../domain/basket.ts';
import type { BasketCheckedOut } from '../domain/check-out.ts';
import { BasketContended, IdempotencyKeyReused } from '../domain/errors.ts';
import type { BasketState } from '../domain/priced-basket.ts';
import type { BasketStore, IdempotencyKey, Owner, ReadAlong } from '../usecases/ports.ts';
import { answerOrUnavailable } from './answer-or-unavailable.ts';
import {
  decodeState,
  encodeBasketMessage,
  encodeChoice,
  encodeDetails,
  encodeLines,
  type CheckoutRecord,
} from './basket-codec.ts';
import type { Keys } from './keys.ts';
import { createKnownSettings } from './known-settings.ts';
import { emptiedLifetimeOf, lifetimeOf, lifetimes } from './lifetimes.ts';
import type { ScriptedRedis } from './scripted-redis.ts';

interface Dependencies {
  redis: ScriptedRedis;
  keys: Keys;
  /** The outbox entry of the event that a checkout publishes, as field, value, field, value… */
  toOutboxFields: (event: BasketCheckedOut) => string[];
  /** What baskets are priced by until the sales settings are known. */
  firstSettings: SalesSettings;
}

/** Has no basket. */
const nobody: Owner = { id: '', kind: 'guest' };

/** Enough for every one of a crowd that changes one basket at the same moment to have its turn. */
const attempts = 100;

/**
 * Baskets in Redis. Every write is one script that refuses a version that is not the one read, so a write whose
 * outcome is unknown (lost connection) can be repeated.
 */
export function createBasketStore({ redis, keys, toOutboxFields, firstSettings }: Dependencies): BasketStore {
  const knownSettings = createKnownSettings(firstSettings);

  const load = async (owner: Owner, { items = [], coupon = '' }: ReadAlong, checkoutKey: string) => {
    const asked = knownSettings.ask();
    const reply = await answerOrUnavailable(
      redis.readBasket(
        keys.basket(owner.id),
        keys.items,
        keys.stock,
        keys.campaigns,
        checkoutKey,
        keys.settings,
        keys.coupons,
        keys.couponUses,
        keys.couponUsesBy,
        asked.version,
        coupon,
        owner.countsAs ?? owner.id,
        ...items,
      ),
    );
    return { checkout: reply[5], state: () => decodeState(reply, asked.of(reply), owner.kind === 'guest') };
  };

  const read = async (owner: Owner, also: ReadAlong = {}): Promise<BasketState> =>
    (await load(owner, also, keys.none)).state();

  const save = async (owner: Owner, before: Basket, { lines, choice }: Basket): Promise<boolean> => {
    const saved = await answerOrUnavailable(
      redis.saveBasket(
        keys.basket(owner.id),
        before.version,
        encodeLines(lines),
        lifetimeOf(owner, lines),
        keys.basketChannel(owner.id),
        encodeBasketMessage(before.version + 1, lines),
        encodeChoice(choice),
      ),
    );
    return saved === 1;
  };

  const store = async (
    owner: Owner,
    { key, fingerprint }: IdempotencyKey,
    { basket: before, coupon }: BasketState,
    event: BasketCheckedOut,
  ) => {
    const used = coupon?.code === event.coupon ? coupon : undefined;
    return answerOrUnavailable(
      redis.checkOutBasket(
        keys.basket(owner.id),
        keys.checkout(owner.id, key),
        keys.outbox,
        keys.details(event.buyer.id),
        keys.couponOrders,
        keys.couponUses,
        keys.couponUsesBy,
        before.version,
        JSON.stringify({ orderId: event.orderId, fingerprint } satisfies CheckoutRecord),
        lifetimes.checkout,
        emptiedLifetimeOf(owner),
        keys.basketChannel(owner.id),
        encodeBasketMessage(before.version + 1, []),
        event.orderId,
        encodeDetails(event),
        lifetimes.details,
        encodeChoice(afterCheckout(before.choice)),
        event.coupon ?? '',
        event.buyer.id,
        used?.maxUses ?? '',
        used?.maxUsesPerCustomer ?? '',
        ...toOutboxFields(event),
      ),
    );
  };

  return {
    read,

    readSettings: async () => (await read(nobody)).settings,

    update: (owner, change, also = {}) =>
      untilSettled(async () => {
        const state = await read(owner, also);
        const after = change(state);
        if (after === state.basket) return state;
        if (!(await save(owner, state.basket, after))) return undefined;
        return { ...state, basket: { ...after, version: state.basket.version + 1 } };
      }),

    checkOut: (owner, key, decide) =>
      untilSettled(async () => {
        const found = await load(owner, {}, keys.checkout(owner.id, key.key));
        if (found.checkout !== null) return remembered(found.checkout, key);
        const state = found.state();
        const event = decide(state);
        const [outcome, written] = await store(owner, key, state, event);
        if (outcome === 'stale') return undefined;
        if (outcome === 'remembered') return remembered(written, key);
        return { orderId: event.orderId, repeated: false };
      }),

    merge: (user, guest, merge) =>
      untilSettled(async () => {
        const [mine, theirs] = await Promise.all([read(user), read(guest)]);
        const merged = merge(mine.basket, theirs.basket);
        if (merged === mine.basket) return mine;
        const version = mine.basket.version + 1;
        const saved = await answerOrUnavailable(
          redis.mergeBaskets(
            keys.basket(user.id),
            keys.basket(guest.id),
            mine.basket.version,
            theirs.basket.version,
            encodeLines(merged.lines),
            lifetimes.emptiedBasket,
            keys.basketChannel(user.id),
            encodeBasketMessage(version, merged.lines),
            keys.basketChannel(guest.id),
            encodeBasketMessage(theirs.basket.version + 1, []),
            encodeChoice(merged.choice),
          ),
        );
        // Of a code that came along it is the user's uses that count.
        return saved === 0 ? undefined : read(user);
      }),
  };
}

/** A code is for one order. */
const afterCheckout = ({ coupon: _used, ...choice }: Basket['choice']): Basket['choice'] => choice;

/** Tries until an attempt answers; undefined means that somebody else was quicker and it is to be done afresh. */
async function untilSettled<T>(attempt: () => Promise<T | undefined>): Promise<T> {
  for (let tries = 0; tries < attempts; tries += 1) {
    const result = await attempt();
    if (result !== undefined) return result;
  }
  throw new BasketContended();
}

function remembered(record: string, { fingerprint }: IdempotencyKey): { orderId: string; repeated: boolean } {
  const known = JSON.parse(record) as CheckoutRecord;
  if (known.fingerprint !== fingerprint) throw new IdempotencyKeyReused();
  return { orderId: known.orderId, repeated: true };
}
