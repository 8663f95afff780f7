import type { StaffOrder } from '@quayside/contracts';
import type { ReactNode } from 'react';
import { happeningWords, whoDid } from './happening-words.ts';

interface MeanwhileProps {
  order: StaffOrder;
  /** The version that was seen. */
  since: number;
  children?: ReactNode;
}

/** What happened to an order since somebody decided what to do with it. */
export const Meanwhile = ({ order, since, children }: MeanwhileProps) => (
  <div role="alert" className="mt-4 border-l-4 border-flag-yellow bg-sheet px-4 py-3 text-[0.95rem]">
    <p className="font-semibold">The order changed while you looked at it. Nothing was done.</p>
    <ul className="mt-1 list-disc pl-5">
      {order.timeline
        .filter(({ version = 0 }) => version > since)
        .map((one) => (
          <li key={one.version}>
            {happeningWords(one)}, by {whoDid(one)}
          </li>
        ))}
    </ul>
    {children}
  </div>
);
