import type { Process } from './process.ts';
import { processes } from './processes.ts';

/** One image: a package, of which each process is a command. */
export interface Image {
  name: string;
  folder: string;
  about: string;
  /** Made by Next.js in place of the bundler. */
  standalone: boolean;
  assets: readonly string[];
  natives: readonly string[];
  /** The first is what the image runs by itself. */
  processes: readonly Process[];
}

/** Every image, in the order of the list. */
export const images: readonly Image[] = [
  ...Map.groupBy(processes as readonly Process[], ({ image }) => image),
].flatMap(([name, own]) => {
  const [first] = own;
  if (name === undefined || !first) return [];
  const { folder, about, kind, assets, natives } = first;
  return [{ name, folder, about, standalone: kind === 'pages', assets, natives, processes: own }];
});
