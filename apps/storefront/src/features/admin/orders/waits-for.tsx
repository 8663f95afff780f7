import type { StaffOrder } from '@quayside/contracts';
import { LocalTime } from '../../../ui/local-time.tsx';

const words = {
  'end-grace-period': 'the end of its grace period',
  charge: 'its charge',
  'end-stock-hold': 'another payment',
  refund: 'its refund',
} as const;

/** What the order waits for, and how that goes: called out where it has failed. */
export const WaitsFor = ({ order }: { order: StaffOrder }) => {
  const { owes, stage } = order;
  if (!owes && stage !== 'awaiting-validation') return null;
  const failure = owes?.failure;
  const isBuyers = order.paymentState === 'awaiting-buyer';
  return (
    <p
      role="status"
      className={`mb-6 border-l-4 bg-sheet px-4 py-3 ${failure ? 'border-flag-red' : 'border-flag-yellow'}`}
    >
      <strong>
        Waits for{' '}
        {isBuyers
          ? 'the customer to confirm the payment'
          : owes
            ? words[owes.kind]
            : 'the stock to be reserved'}
        .
      </strong>{' '}
      {owes &&
        (owes.isUnderWay ? (
          'Somebody is at it right now. '
        ) : (
          <>
            Next at <LocalTime at={owes.at} />.{' '}
          </>
        ))}
      {failure && (
        <>
          Tried {owes.attempts} times; the last time: {failure.message} (<LocalTime at={failure.at} />)
        </>
      )}
    </p>
  );
};
