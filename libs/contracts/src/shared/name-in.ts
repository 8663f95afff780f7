/** What a thing is called in a language; in the shop's own where it has no name in that. */
export const nameIn = (
  { name, names }: { readonly name: string; readonly names?: Readonly<Record<string, string>> | undefined },
  language: string,
): string => names?.[language] ?? name;
