/** By what an address names a thing in a language; in the shop's own where it has no slug in that. */
export const slugIn = (
  { slug, slugs }: { readonly slug: string; readonly slugs?: Readonly<Record<string, string>> | undefined },
  language: string,
): string => slugs?.[language] ?? slug;
