const dayMs = 86_400_000;
const usualDays = 30;

const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);

export interface AskedPeriod {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly days?: number | undefined;
}

/** The period that was asked for: two days, or so many up to today. */
export const periodOf = ({ from, to, days = usualDays }: AskedPeriod, today: string) => ({
  from: from ?? plusDays(today, 1 - days),
  to: to ?? today,
});

/** As many days, right before it. */
export const periodBefore = ({ from, to }: { from: string; to: string }) => {
  const days = (Date.parse(to) - Date.parse(from)) / dayMs + 1;
  return { from: plusDays(from, -days), to: plusDays(from, -1) };
};
