import { ArrowLeft, ArrowRight } from 'lucide-react';
import { AppLink } from './app-link.tsx';
import { button } from './button.ts';

interface PagingProps {
  page: number;
  pageSize: number;
  totalItems: number;
  hrefOf: (page: number) => string;
}

export const Paging = ({ page, pageSize, totalItems, hrefOf }: PagingProps) => {
  const pages = Math.max(1, Math.ceil(totalItems / pageSize));
  if (pages === 1) return null;
  return (
    <nav
      aria-label="Pages"
      className="mt-12 flex items-center justify-between gap-4 border-t border-ink pt-5"
    >
      {page > 1 ? (
        <AppLink href={hrefOf(page - 1)} rel="prev" className={button('quiet')}>
          <ArrowLeft size={18} aria-hidden /> Previous
        </AppLink>
      ) : (
        <span className="w-28" />
      )}
      <p className="figures text-sm text-ink-soft">
        Page <strong className="text-ink">{page}</strong> of {pages}
      </p>
      {page < pages ? (
        <AppLink href={hrefOf(page + 1)} rel="next" className={button('quiet')}>
          Next <ArrowRight size={18} aria-hidden />
        </AppLink>
      ) : (
        <span className="w-28" />
      )}
    </nav>
  );
};
