import { useTranslations } from 'next-intl';

/** Rows where a list will be. */
export const ListSkeleton = ({ rows = 4 }: { rows?: number }) => (
  <div role="status" aria-label={useTranslations('frame')('loading')}>
    {Array.from({ length: rows }, (_, row) => (
      <div key={row} className="flex items-center gap-6 border-b border-rule py-5">
        <div className="skeleton h-20 w-20" />
        <div className="flex-1 space-y-3">
          <div className="skeleton h-5 w-2/3" />
          <div className="skeleton h-4 w-1/3" />
        </div>
        <div className="skeleton h-5 w-16" />
      </div>
    ))}
  </div>
);
