import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { usePathIn } from '../../../i18n/use-path-in.ts';
import { classNames } from '../../../ui/class-names.ts';
import { useMoney } from '../../../ui/use-money.ts';
import { Picture } from '../../../ui/picture.tsx';
import type { SuggestionLine } from './suggestion-lines.ts';

interface SuggestionListProps {
  id: string;
  lines: readonly SuggestionLine[];
  chosen: number;
  onPoint: (at: number) => void;
  onGo: () => void;
  /** Where a word was taken for another. */
  searchedFor?: string;
}

const Line = ({ line }: { line: SuggestionLine }) => {
  const t = useTranslations('catalog');
  const money = useMoney();
  if (line.kind === 'all') {
    return (
      <span className="font-medium underline underline-offset-4">
        {t('seeProducts', { count: line.count })}
      </span>
    );
  }
  if (line.kind === 'group') {
    return (
      <>
        <span className="min-w-0 truncate">
          <span className="text-ink-soft">{t('in')} </span>
          {line.name}
        </span>
        <span className="figures ml-auto text-sm text-ink-soft">{line.count}</span>
      </>
    );
  }
  const { name, pictureUrl, price, availableStock } = line.product;
  return (
    <>
      <span className="w-11 shrink-0">
        <Picture src={pictureUrl} alt="" />
      </span>
      <span className="min-w-0 truncate font-medium">{name}</span>
      <span className="figures ml-auto shrink-0 text-sm">
        {availableStock > 0 ? money(price) : t('soldOut')}
      </span>
    </>
  );
};

/** Below the field that it belongs to, which keeps the focus. */
export const SuggestionList = ({ id, lines, chosen, onPoint, onGo, searchedFor }: SuggestionListProps) => {
  const t = useTranslations('catalog');
  const pathIn = usePathIn();
  return (
    <div
      className={classNames(
        'absolute top-[calc(100%+0.25rem)] right-0 z-40 w-full min-w-72 border border-ink bg-paper shadow-[6px_6px_0_var(--color-shoal-deep)] md:w-96',
        lines.length === 0 && 'hidden',
      )}
    >
      {searchedFor !== undefined && (
        <p className="border-b border-rule px-4 py-2 text-sm text-ink-soft">
          {t.rich('searchingFor', {
            searchedFor,
            b: (text) => <span className="font-medium text-ink">{text}</span>,
          })}
        </p>
      )}
      <div id={id} role="listbox" aria-label={t('suggestions')} className="max-h-[70vh] overflow-y-auto py-1">
        {lines.map((line, at) => (
          <Link
            key={line.href}
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === chosen}
            tabIndex={-1}
            href={pathIn(line.href)}
            prefetch={false}
            onPointerMove={() => onPoint(at)}
            onClick={onGo}
            className={classNames('flex min-h-11 items-center gap-3 px-4 py-1', at === chosen && 'bg-land')}
          >
            <Line line={line} />
          </Link>
        ))}
      </div>
      <p role="status" className="sr-only">
        {lines.length > 0 ? t('suggestionCount', { count: lines.length }) : ''}
      </p>
    </div>
  );
};
