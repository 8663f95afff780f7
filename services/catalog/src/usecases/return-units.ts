import type { StockLine } from '../domain/catalog-fact.ts';
import { returnUnits as decideReturn } from '../domain/return-units.ts';
import type { ReservationChange, ReservationLedger } from './stock-ledger.ts';

type Return = Pick<ReservationChange, 'orderId' | 'within'> & {
  readonly causeId: string;
  readonly lines: readonly StockLine[];
};

export const returnUnits = (ledger: ReservationLedger, ...returns: readonly Return[]): Promise<void> =>
  ledger.update(
    returns.map(({ orderId, within, ...back }) => ({
      orderId,
      itemIds: [],
      decide: (current) => decideReturn(current, back),
      ...(within && { within }),
    })),
  );
