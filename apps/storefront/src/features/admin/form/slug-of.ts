/** A slug that a name suggests. */
export const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[äöüß]/g, (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue' })[letter] ?? 'ss')
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 120);

type Named = Readonly<Record<string, string>>;

const follow = (values: Named, before: Named, name: string, slug: string): Named =>
  values[name] !== before[name] && values[slug] === slugOf(before[name] ?? '')
    ? { ...values, [slug]: slugOf(values[name] ?? '') }
    : values;

/** The slug of each language goes with the name there until somebody types one. */
export const followName = (values: Named, before: Named): Named =>
  follow(follow(values, before, 'name', 'slug'), before, 'names.de', 'slugs.de');
