import type { FormField } from './form-fields.ts';

/** What stands in the fields of a form. */
export type FormValues = Readonly<Record<string, string>>;

/** What a resource has, as texts; null is an empty field, and of a list each has a line. */
export const valuesOf = (fields: readonly FormField[], resource: object): FormValues => {
  const textOf = (name: string): string => {
    const value = name
      .split('.')
      .reduce<unknown>((within, key) => new Map(Object.entries(within ?? {})).get(key), resource);
    if (Array.isArray(value)) return value.join('\n');
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  return Object.fromEntries(fields.map(({ name }) => [name, textOf(name)]));
};

/** Names of the fields that differ, in the order of the form. */
export const differing = (fields: readonly FormField[], one: FormValues, other: FormValues): string[] =>
  fields.map(({ name }) => name).filter((name) => (one[name] ?? '') !== (other[name] ?? ''));

/** What is said of a field that cannot be right, before the service is asked. */
export const faultOf = (field: FormField, value: string): string | undefined => {
  const text = value.trim();
  if (text === '') return field.isRequired ? 'This is needed' : undefined;
  if (field.input === 'number') return numberFault(field, text);
  if (field.maxLength !== undefined && text.length > field.maxLength) {
    return `At most ${field.maxLength} characters; these are ${text.length}`;
  }
  if (field.pattern !== undefined && !new RegExp(field.pattern, 'u').test(text)) {
    return field.hint ?? 'This does not have the right form';
  }
  return undefined;
};

const numberFault = ({ range }: FormField, text: string): string | undefined => {
  const number = Number(text);
  if (!/^-?\d+$/.test(text)) return 'This is a whole number';
  if (range && (number < range.least || number > range.most)) return `From ${range.least} to ${range.most}`;
  return undefined;
};

/** Texts as the service takes them: an empty one that need not be there is null. */
export const bodyOf = (
  fields: readonly FormField[],
  values: FormValues,
  names: readonly string[] = fields.map(({ name }) => name),
): Record<string, string | null> =>
  Object.fromEntries(
    names.map((name) => {
      const text = (values[name] ?? '').trim();
      const isRequired = fields.find((field) => field.name === name)?.isRequired ?? false;
      return [name, text === '' && !isRequired ? null : text];
    }),
  );

/** The same with fields that are within another in it: of `names.de` an object `names`. */
export const nested = (body: Readonly<Record<string, string | null>>): Record<string, unknown> => {
  const whole: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(body)) {
    const [first = '', second] = path.split('.');
    const within = whole[first];
    whole[first] =
      second === undefined
        ? value
        : { ...(typeof within === 'object' && within !== null && within), [second]: value };
  }
  return whole;
};

/** A three-way merge: which fields somebody else changed, and which of them this person changed too. */
export const mergeOf = (
  fields: readonly FormField[],
  { base, mine, theirs }: { base: FormValues; mine: FormValues; theirs: FormValues },
) => {
  const changedByThem = differing(fields, base, theirs);
  const changedByMe = differing(fields, base, mine);
  const clashing = changedByThem.filter((name) => changedByMe.includes(name) && mine[name] !== theirs[name]);
  /** What stands in the form once everything of theirs is taken that this person did not touch. */
  const merged = Object.fromEntries(
    fields.map(({ name }) => [name, (changedByMe.includes(name) ? mine[name] : theirs[name]) ?? '']),
  );
  return { changedByThem, clashing, merged };
};
