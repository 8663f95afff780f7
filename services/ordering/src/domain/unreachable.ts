/** Ends an exhaustive switch: a case added to the union and forgotten there no longer compiles. */
export const unreachable = (never: never): never => {
  throw new Error(`Not a case: ${JSON.stringify(never)}`);
};
