interface Operation {
  'x-audience'?: string;
}
interface Description {
  paths: Record<string, Record<string, Operation>>;
}

/** Whether an operation is part of a run. */
export type Chosen = (path: string, operation: Operation) => boolean;

/** Absent, it is for everybody. */
const audienceOf = (operation: Operation) => operation['x-audience'] ?? 'public';

export const forEverybody: Chosen = (_path, operation) =>
  ['public', 'shopper'].includes(audienceOf(operation));
export const forSomebody: Chosen = (path, operation) => !forEverybody(path, operation);
export const forShopper: Chosen = (_path, operation) => ['shopper', 'user'].includes(audienceOf(operation));
export const forStaff: Chosen = (path, operation) =>
  forSomebody(path, operation) && !forShopper(path, operation);
export const internal: Chosen = (path) => path.startsWith('/internal');

/** The chosen operations of a description by the names that Schemathesis has for them: `GET /api/v1/items`. */
export const namesOf = async (url: string, chosen: Chosen): Promise<string[]> => {
  const answer = await fetch(url, { signal: AbortSignal.timeout(30_000) });
  const { paths } = (await answer.json()) as Description;
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, operation]) =>
      chosen(path, operation) ? [`${method.toUpperCase()} ${path}`] : [],
    ),
  );
};
