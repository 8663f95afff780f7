'use client';

import { asDecimal } from '@quayside/contracts/money';
import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { formatMoney } from '../../../../ui/money.ts';
import type { PricePoint } from './price-points.ts';

interface PriceChartProps {
  points: readonly PricePoint[];
  currency: string;
}

const dayOf = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric' });
const momentOf = new Intl.DateTimeFormat('en-US', {
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
});

/** The price as steps, and as a broken line what it is compared with. The table below says the same in words. */
const DrawnPriceChart = ({ points, currency }: PriceChartProps) => {
  const whole = (amount: number | null): number | null =>
    amount === null ? null : Number(asDecimal({ amount, currency }));
  const data = points.map(({ at, amount, compareAt }) => ({
    at,
    price: whole(amount),
    compareAt: whole(compareAt),
  }));
  const short = new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumFractionDigits: 1,
  });
  const shared = { type: 'stepAfter', dot: false, isAnimationActive: false } as const;
  return (
    <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 640, height: 224 }}>
      <LineChart accessibilityLayer={false} data={data} margin={{ top: 8, right: 8, bottom: 0, left: 0 }}>
        <CartesianGrid vertical={false} stroke="var(--color-rule)" />
        <XAxis
          dataKey="at"
          type="number"
          scale="time"
          domain={['dataMin', 'dataMax']}
          tickFormatter={(at: number) => dayOf.format(at)}
          minTickGap={36}
          tickLine={false}
          axisLine={{ stroke: 'var(--color-ink)' }}
          tick={{ fill: 'var(--color-ink-soft)', fontSize: 13 }}
        />
        <YAxis
          width={64}
          domain={[0, 'auto']}
          tickFormatter={(value: number) => short.format(value)}
          tickLine={false}
          axisLine={false}
          tick={{ fill: 'var(--color-ink-soft)', fontSize: 13 }}
        />
        <Tooltip
          isAnimationActive={false}
          content={({ active, label }) => {
            const shown = active ? points.find(({ at }) => at === label) : undefined;
            return shown ? <PointCard point={shown} currency={currency} /> : null;
          }}
        />
        <Line
          {...shared}
          dataKey="compareAt"
          stroke="var(--color-ink-soft)"
          strokeDasharray="4 4"
          strokeWidth={1.5}
        />
        <Line {...shared} dataKey="price" stroke="var(--color-glass)" strokeWidth={2.5} />
      </LineChart>
    </ResponsiveContainer>
  );
};

const PointCard = ({
  point: { at, amount, compareAt },
  currency,
}: {
  point: PricePoint;
  currency: string;
}) => (
  <div className="border border-ink bg-sheet px-3 py-2 text-sm">
    <p className="font-semibold">{momentOf.format(at)}</p>
    <p className="figures">{amount === null ? 'no price' : formatMoney({ amount, currency })}</p>
    {compareAt !== null && (
      <p className="figures">compared with {formatMoney({ amount: compareAt, currency })}</p>
    )}
  </div>
);

export default DrawnPriceChart;
