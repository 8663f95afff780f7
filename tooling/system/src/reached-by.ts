import { reads } from './reads.ts';
import { wiring } from './wiring.ts';

/** What a process or job connects to beside the other processes: `postgres`, `kafka`, `mail`. */
export const reachedBy = ({ name }: { name: string }): string[] => {
  const own = reads[name] ?? [];
  return Object.entries(wiring).flatMap(([variable, { reaches }]) =>
    reaches && own.includes(variable) ? [reaches] : [],
  );
};
