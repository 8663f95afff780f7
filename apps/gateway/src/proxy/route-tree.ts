interface Node<T> {
  readonly literals: Map<string, Node<T>>;
  parameter?: Node<T>;
  /** By method, where a path ends here. */
  readonly methods: Map<string, T>;
}

const newNode = <T>(): Node<T> => ({ literals: new Map(), methods: new Map() });

const segmentsOf = (path: string): string[] => path.split('/').slice(1);

const childFor = <T>(node: Node<T>, segment: string): Node<T> => {
  if (segment.startsWith(':')) return (node.parameter ??= newNode());
  const child = node.literals.get(segment) ?? newNode();
  node.literals.set(segment, child);
  return child;
};

const find = <T>(node: Node<T>, segments: readonly string[], at = 0): Node<T> | undefined => {
  const segment = segments[at];
  if (segment === undefined) return node.methods.size > 0 ? node : undefined;
  const literal = node.literals.get(segment);
  return (
    (literal && find(literal, segments, at + 1)) ??
    (node.parameter && segment !== '' ? find(node.parameter, segments, at + 1) : undefined)
  );
};

/**
 * Finds what a path leads to, by its segments as they were sent: a literal goes before a parameter, as in Express, and a
 * slash at the end does not count.
 *
 * @returns what stands there by method, or undefined where nothing does
 */
export const createRouteTree = <T extends { method: string; path: string }>(routes: readonly T[]) => {
  const root = newNode<T>();
  for (const route of routes) segmentsOf(route.path).reduce(childFor, root).methods.set(route.method, route);
  return (path: string): ReadonlyMap<string, T> | undefined =>
    find(root, segmentsOf(path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path))?.methods;
};
