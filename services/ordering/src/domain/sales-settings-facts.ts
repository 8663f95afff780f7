import type { SalesSettings } from '@quayside/contracts/money';

type Facts = Record<string, string | number | boolean>;

/** What a part of a list goes by, so that one that was added in the middle is not all others changed. */
const nameOf = (part: object, at: number): string => {
  const named = ['country', 'code', 'id', 'method', 'currency'].flatMap((key) =>
    Object.entries(part).flatMap(([name, value]) =>
      name === key && typeof value === 'string' ? [value] : [],
    ),
  );
  return named[0] ?? String(at + 1);
};

const collect = (facts: Facts, path: string, value: unknown): void => {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    facts[path] = value;
  else if (Array.isArray(value)) {
    const parts = value as readonly unknown[];
    const objects = parts.filter((part): part is object => typeof part === 'object' && part !== null);
    facts[path] = (objects.length > 0 ? objects.map(nameOf) : parts).join(', ');
    objects.forEach((part, at) => collect(facts, `${path} ${nameOf(part, at)}`.trim(), part));
  } else if (typeof value === 'object' && value !== null)
    for (const [name, part] of Object.entries(value)) collect(facts, `${path} ${name}`.trim(), part);
};

/** Sales settings as one fact after the other, by where each stands: "countries AT tax rates standard" is 2000. */
export const salesSettingsFacts = (settings: SalesSettings): Facts => {
  const facts: Facts = {};
  collect(facts, '', settings);
  return facts;
};
