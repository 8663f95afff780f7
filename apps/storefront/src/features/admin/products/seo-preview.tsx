interface SeoPreviewProps {
  slug: string;
  title: string;
  description: string;
}

const cut = (text: string, max: number): string => (text.length > max ? `${text.slice(0, max - 1)}…` : text);

/** As a search engine would show it, cut where it would cut. */
export const SeoPreview = ({ slug, title, description }: SeoPreviewProps) => (
  <figure aria-label="In a search engine" className="border border-rule bg-sheet p-4">
    <p className="truncate text-sm text-ink-faint">quayside › products › {slug}</p>
    <p className="mt-0.5 text-lg leading-snug wrap-anywhere text-flag-blue">
      {cut(title === '' ? 'No title yet' : title, 60)}
    </p>
    <p className="mt-1 text-sm wrap-anywhere text-ink-soft">
      {cut(description === '' ? 'No description yet' : description, 160)}
    </p>
    <figcaption className="figures mt-3 text-sm text-ink-faint">
      Title {title.length} of 60, description {description.length} of 160 characters
    </figcaption>
  </figure>
);
