import { useTranslations } from 'next-intl';
import { classNames } from '../../ui/class-names.ts';
import { stockState } from './stock-state.ts';

const looks = {
  out: { text: 'text-ink-faint', dot: 'border border-ink-faint' },
  few: { text: 'text-note', dot: 'bg-note' },
  plenty: { text: 'text-glass', dot: 'bg-glass' },
} as const;

export const StockLabel = ({ availableStock, quiet }: { availableStock: number; quiet?: boolean }) => {
  const t = useTranslations('catalog');
  const kind = stockState(availableStock);
  if (quiet && kind === 'plenty') return null;
  return (
    <span className={classNames('inline-flex items-center gap-2 text-sm font-medium', looks[kind].text)}>
      <span className={classNames('h-2 w-2 rounded-full', looks[kind].dot)} aria-hidden />
      {t(`stock.${kind}`, { count: availableStock })}
    </span>
  );
};
