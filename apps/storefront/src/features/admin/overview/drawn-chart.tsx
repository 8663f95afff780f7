'use client';

import type { SalesDay } from '@quayside/contracts';
import { asDecimal } from '@quayside/contracts/money';
import {
  Bar,
  CartesianGrid,
  ComposedChart,
  Line,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { formatMoney } from '../../../ui/money.ts';
import { dayWords } from './day-words.ts';

export interface SalesChartProps {
  days: readonly SalesDay[];
  currency: string;
}

const compact = (currency: string): Intl.NumberFormat =>
  new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    notation: 'compact',
    maximumFractionDigits: 1,
  });

/** Revenue as bars, what went back below them, and orders as a line. The table beside it says the same in words. */
const DrawnChart = ({ days, currency }: SalesChartProps) => {
  const whole = (amount: number): number => Number(asDecimal({ amount, currency }));
  const data = days.map(({ day, revenue, refunded, orders }) => ({
    ...{ day, orders, revenue: whole(revenue), refunded: -whole(refunded) },
  }));
  const short = compact(currency);
  return (
    <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 640, height: 288 }}>
      <ComposedChart
        accessibilityLayer={false}
        data={data}
        stackOffset="sign"
        margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
      >
        <CartesianGrid vertical={false} stroke="var(--color-rule)" />
        <XAxis
          dataKey="day"
          tickFormatter={dayWords}
          minTickGap={36}
          tickLine={false}
          axisLine={{ stroke: 'var(--color-ink)' }}
          tick={{ fill: 'var(--color-ink-soft)', fontSize: 13 }}
        />
        <YAxis
          yAxisId="money"
          width={64}
          tickFormatter={(value: number) => short.format(value)}
          tickLine={false}
          axisLine={false}
          tick={{ fill: 'var(--color-ink-soft)', fontSize: 13 }}
        />
        <YAxis yAxisId="orders" orientation="right" hide allowDecimals={false} domain={[0, 'dataMax']} />
        <Tooltip
          isAnimationActive={false}
          cursor={{ fill: 'var(--color-land)' }}
          content={({ active, label }) => {
            const shown = active ? days.find(({ day }) => day === label) : undefined;
            return shown ? <DayCard day={shown} currency={currency} /> : null;
          }}
        />
        <Bar
          yAxisId="money"
          stackId="money"
          dataKey="revenue"
          fill="var(--color-glass)"
          isAnimationActive={false}
        />
        <Bar
          yAxisId="money"
          stackId="money"
          dataKey="refunded"
          fill="var(--color-note)"
          isAnimationActive={false}
        />
        <Line
          yAxisId="orders"
          dataKey="orders"
          type="monotone"
          dot={false}
          stroke="var(--color-ink)"
          strokeWidth={1.5}
          isAnimationActive={false}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
};

const DayCard = ({ day, currency }: { day: SalesDay; currency: string }) => (
  <div className="border border-ink bg-sheet px-3 py-2 text-sm">
    <p className="font-semibold">{dayWords(day.day)}</p>
    <p className="figures">{formatMoney({ amount: day.revenue, currency })} paid</p>
    {day.refunded > 0 && (
      <p className="figures">{formatMoney({ amount: day.refunded, currency })} refunded</p>
    )}
    <p className="figures">{day.orders} orders placed</p>
  </div>
);

export default DrawnChart;
