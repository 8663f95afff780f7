import type { FunnelReport, VisitDay } from '@quayside/contracts';
import type { SalesPeriod } from './sales.ts';

/** How far visits came, beside what was paid. */
export interface Visits {
  /** @throws {SalesUnavailable} */
  keep(day: VisitDay): Promise<void>;
  /** @throws {SalesUnavailable} */
  funnel(period: SalesPeriod): Promise<Omit<FunnelReport, 'timeZone'>>;
}
