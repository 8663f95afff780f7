import { classNames } from '../../../ui/class-names.ts';

interface Figure {
  readonly label: string;
  readonly value: number;
  readonly isBad?: boolean;
}

export const ImportFigures = ({ figures }: { figures: readonly Figure[] }) => (
  <dl className="grid grid-cols-2 gap-4 sm:grid-cols-4">
    {figures.map(({ label, value, isBad }) => (
      <div
        key={label}
        className={classNames(
          'border-l-4 pl-3',
          isBad && value > 0 ? 'border-flag-red' : 'border-rule-strong',
        )}
      >
        <dt className="marginalia text-ink-soft">{label}</dt>
        <dd className="figures text-2xl">{value.toLocaleString('en-US')}</dd>
      </div>
    ))}
  </dl>
);
