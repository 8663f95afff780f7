import { marketingApi, requestFor, type FunnelReport } from '@quayside/contracts';
import { Download } from 'lucide-react';
import type { Result } from '../../../api/result.ts';
import { button } from '../../../ui/button.ts';
import { Section } from '../section.tsx';
import { Funnel } from './funnel.tsx';
import { FunnelDays } from './funnel-days.tsx';
import { shareOf } from './share-of.ts';

/** How many of those who look also buy; whoever does not answer keeps nobody from the rest of the page. */
export const FunnelSection = ({ report }: { report: Result<FunnelReport> }) => {
  if (!report.ok) {
    return (
      <Section title="From a look to a paid order">
        <p className="border-y border-ink py-4 text-ink-soft">Not known right now.</p>
      </Section>
    );
  }
  const { from, to, days, sums, before } = report.data;
  const [now, then] = [shareOf(sums.paid, sums.visits), shareOf(before.sums.paid, before.sums.visits)];
  const file = requestFor(marketingApi.routes.exportFunnel, { query: { from, to } }).path;
  return (
    <Section
      title="From a look to a paid order"
      aside={
        <a href={file} download className={button('quiet')}>
          <Download size={17} aria-hidden /> Steps as CSV
        </a>
      }
    >
      <p className="mb-4">
        <span className="font-semibold">Conversion rate </span>
        <span data-testid="funnel-conversion" className="figures font-semibold">
          {now ?? 'not known'}
        </span>
        {then && <span className="figures text-ink-faint"> from {then}</span>}
        <span className="text-ink-soft">
          {' '}
          · visitors are counted once a day, without cookies; programs and staff are left out
        </span>
      </p>
      <Funnel sums={sums} before={before} />
      <FunnelDays days={days} />
    </Section>
  );
};
