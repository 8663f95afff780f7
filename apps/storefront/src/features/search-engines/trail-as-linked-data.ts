/** The way to a page, as https://schema.org/BreadcrumbList. */
export const trailAsLinkedData = (
  steps: readonly { readonly name: string; readonly href: string }[],
  origin: string,
): object => ({
  '@context': 'https://schema.org',
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(({ name, href }, at) => ({
    '@type': 'ListItem',
    position: at + 1,
    name,
    item: new URL(href, origin).href,
  })),
});
