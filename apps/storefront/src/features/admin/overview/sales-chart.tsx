'use client';

import dynamic from 'next/dynamic';
import type { SalesChartProps } from './drawn-chart.tsx';

/** Drawn by the browser alone: the library sizes its parts by `style` attributes, which our policy takes from no server. */
const DrawnChart = dynamic(() => import('./drawn-chart.tsx'), { ssr: false });

export const SalesChart = (props: SalesChartProps) => (
  <div aria-hidden className="h-72 overflow-hidden sm:h-80" data-testid="sales-chart">
    <DrawnChart {...props} />
  </div>
);
