import { pathPattern } from './path-pattern.ts';

const parametersIn = (path: string): number => path.match(/:\w+/g)?.length ?? 0;

/** The routes of an address. `/passkeys/begin` could be one of `/passkeys/:id` too; what names it is what it is. */
export const routesAt = <Route extends { path: string }>(
  address: string,
  routes: readonly Route[],
): Route[] => {
  const there = routes.filter(({ path }) => pathPattern(path).test(address));
  const fewest = Math.min(...there.map(({ path }) => parametersIn(path)));
  return there.filter(({ path }) => parametersIn(path) === fewest);
};
