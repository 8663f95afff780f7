import type { PlaceGroup } from '../frame/places.ts';

/** One line of the command palette. */
export interface Command {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  readonly detail?: string;
  readonly href: string;
}

const wordsOf = (text: string): string[] => text.toLowerCase().split(/\s+/).filter(Boolean);

/** Places each typed word of which begins a word that they are known by. */
export const placeCommands = (groups: readonly PlaceGroup[], typed: string): Command[] => {
  const wanted = wordsOf(typed);
  return groups.flatMap(({ label: group, places }) =>
    places
      .filter(({ label, alsoKnownAs = '' }) => {
        const known = wordsOf(`${label} ${group} ${alsoKnownAs}`);
        return wanted.every((word) => known.some((one) => one.startsWith(word)));
      })
      .map(({ href, label }) => ({ id: href, group: 'Pages', label, detail: group, href })),
  );
};
