import { classNames } from './class-names.ts';

interface PictureProps {
  src: string;
  alt: string;
  className?: string;
  /** Of the sizes that there are of it, and how wide it is shown. */
  widths?: readonly number[] | undefined;
  sizes?: string;
  /** The first thing seen on the page: fetched at once instead of when scrolled to. */
  first?: boolean;
}

/** A catalog picture: already sized and cached for ever, so it needs no optimiser. */
export const Picture = ({ src, alt, className, widths, sizes, first = false }: PictureProps) =>
  src === '' ? (
    <span
      {...(alt === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': alt })}
      className={classNames('block aspect-square bg-shoal', className)}
    />
  ) : (
    <img
      src={src}
      {...(widths && { srcSet: widths.map((width) => `${src}?w=${width} ${width}w`).join(', '), sizes })}
      alt={alt}
      width={800}
      height={800}
      loading={first ? 'eager' : 'lazy'}
      fetchPriority={first ? 'high' : 'auto'}
      decoding="async"
      className={classNames('block aspect-square h-auto w-full bg-shoal object-cover', className)}
    />
  );
