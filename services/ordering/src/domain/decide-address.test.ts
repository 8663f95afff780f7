import { describe, expect, test } from '@jest/globals';
import { after, apply, details, later, submit } from '../../test/an-order.ts';
import { addressAt } from './address-at.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import type { Order } from './order.ts';
import { DestinationDiffers } from './order-error.ts';

describe('where an order goes', () => {
  const asked = (state: string | undefined, taxedStates?: readonly { code: string; name: string }[]) => ({
    ...({ type: 'change-address', at: later, requestId: `to ${state}`, faults: [], taxedStates } as const),
    shippingAddress: { ...details.shippingAddress, street: 'Quay 2', state },
  });
  const states = [{ code: 'CA', name: 'California' }];
  const inCalifornia = after({
    ...submit,
    details: { ...details, shippingAddress: { ...details.shippingAddress, state: 'california' } },
  } as typeof submit);

  test('may be another state of the country only where tax is the same in all', () => {
    expect(() => decide(asked('OR', states), inCalifornia)).toThrow(DestinationDiffers);
    expect(decide(asked('CA', states), inCalifornia)).toHaveLength(1);
    expect(decide(asked('OR'), inCalifornia)).toHaveLength(1);
  });

  test('is forgotten with its buyer, also where it was to go before, and stays with the account that takes it over', () => {
    const moved = apply(inCalifornia, asked('CA', states)) as Order;
    expect(addressAt(moved, 1).street).toBe('Quay 1');
    expect(addressAt(moved, 2).street).toBe('Quay 2');
    const claimed = evolve(moved, {
      ...{ type: 'order-claimed', at: later, by: 'ordering' },
      buyer: { id: 'another', name: 'Ada', email: 'ada@quayside.test' },
    });
    expect(addressAt(claimed).street).toBe('Quay 1');
    const forgotten = apply(moved, { type: 'anonymise-buyer', at: later });
    expect(JSON.stringify(forgotten)).not.toContain('Quay');
  });
});
