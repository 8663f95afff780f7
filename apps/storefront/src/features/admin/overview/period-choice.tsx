import { AppLink } from '../../../ui/app-link.tsx';
import { button } from '../../../ui/button.ts';
import { classNames } from '../../../ui/class-names.ts';
import { overviewHref, spans, type readPeriod, type Span } from './period.ts';

interface PeriodChoiceProps {
  asked: ReturnType<typeof readPeriod>;
  shown: { from: string; to: string; currency: string; currencies: readonly string[] };
}

const choice = (isChosen: boolean): string =>
  classNames(
    'inline-flex min-h-11 items-center border border-ink px-4 font-semibold -ml-px first:ml-0',
    isChosen ? 'bg-ink text-sheet' : 'hover:bg-land',
  );

/** For which days and in which currency; all of it stands in the address. */
export const PeriodChoice = ({ asked, shown }: PeriodChoiceProps) => (
  <div className="mb-8 flex flex-wrap items-end gap-x-8 gap-y-4">
    <nav aria-label="Period" className="flex flex-wrap">
      {Object.entries(spans).map(([span, label]) => (
        <AppLink
          key={span}
          href={overviewHref(asked, { span: span as Span })}
          aria-current={asked.span === span ? 'true' : undefined}
          className={choice(asked.span === span)}
        >
          {label}
        </AppLink>
      ))}
    </nav>
    {shown.currencies.length > 1 && (
      <nav aria-label="Currency" className="flex flex-wrap">
        {shown.currencies.map((currency) => (
          <AppLink
            key={currency}
            href={overviewHref(asked, { currency })}
            aria-current={shown.currency === currency ? 'true' : undefined}
            className={choice(shown.currency === currency)}
          >
            {currency}
          </AppLink>
        ))}
      </nav>
    )}
    <form action="/admin/overview" className="flex flex-wrap items-end gap-3">
      {[
        { name: 'from', label: 'From', value: shown.from },
        { name: 'to', label: 'To', value: shown.to },
      ].map(({ name, label, value }) => (
        <label key={name} className="text-sm">
          <span className="marginalia block text-ink-soft">{label}</span>
          <input
            key={value}
            type="date"
            name={name}
            defaultValue={value}
            required
            className="min-h-11 border border-rule-strong bg-sheet px-3"
          />
        </label>
      ))}
      {asked.query.currency && <input type="hidden" name="currency" value={asked.query.currency} />}
      <button type="submit" className={button('quiet')}>
        Show
      </button>
    </form>
  </div>
);
