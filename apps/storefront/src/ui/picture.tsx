import { classNames } from './class-names.ts';

interface PictureProps {
  src: string;
  alt: string;
  className?: string;
  /** The first thing seen on the page: fetched at once instead of when scrolled to. */
  first?: boolean;
}

/** A catalog picture: 800 by 800, already sized and cached for ever, so it needs no optimiser. */
export const Picture = ({ src, alt, className, first = false }: PictureProps) =>
  src === '' ? (
    <span role="img" aria-label={alt} className={classNames('block aspect-square bg-shoal', className)} />
  ) : (
    <img
      src={src}
      alt={alt}
      width={800}
      height={800}
      loading={first ? 'eager' : 'lazy'}
      fetchPriority={first ? 'high' : 'auto'}
      decoding="async"
      className={classNames('block aspect-square h-auto w-full bg-shoal object-cover', className)}
    />
  );
