import { z } from 'zod';

/** A field of a form as the browser needs it: words from the page, bounds from the route's schema. */
export interface FormField {
  /** Of one within another, such as that of a language, the path: `names.de`. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly isMultiline?: boolean;
  /** The text of the field before it in this language, beside which it stands. */
  readonly language?: string;
  readonly isRequired: boolean;
  readonly maxLength?: number;
  /** A regular expression that the whole text fits. */
  readonly pattern?: string;
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly input?: 'number' | 'date-time';
  /** Of a number; both included. */
  readonly range?: { readonly least: number; readonly most: number };
}

export interface FieldWords {
  readonly label: string;
  readonly hint?: string;
  readonly isMultiline?: boolean;
  readonly language?: string;
  /** Where the value is one of these; the value is the text that is sent, or a number in it. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** A text otherwise. Of a moment the text is that of RFC 3339, and what is shown is the reader's own time. */
  readonly input?: 'number' | 'date-time';
}

interface TextSchema extends ObjectSchema {
  maxLength?: number;
  pattern?: string;
  type?: string;
  minimum?: number;
  maximum?: number;
  anyOf?: TextSchema[];
}

interface ObjectSchema {
  properties?: Record<string, TextSchema>;
  required?: string[];
}

/** A schema with a name is a reference to its definition. */
const objectOf = (schema: z.ZodType): ObjectSchema => {
  const document = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  const { $ref, $defs } = document;
  return ($ref ? $defs?.[$ref.replace('#/$defs/', '')] : document) as ObjectSchema;
};

/** What a path leads to, and whether each part of it has to be there. */
const propertyAt = (
  schema: ObjectSchema,
  [first = '', ...rest]: readonly string[],
): { property: TextSchema; isRequired: boolean } | undefined => {
  const property = schema.properties?.[first];
  if (!property) return undefined;
  const isNullable = property.anyOf?.some(({ type }) => type === 'null') ?? false;
  const isRequired = (schema.required?.includes(first) ?? false) && !isNullable;
  if (rest.length === 0) return { property, isRequired };
  const within = propertyAt(property, rest);
  return within && { ...within, isRequired: isRequired && within.isRequired };
};

/** Fields in the order of `words`. On the server only: the browser gets no schema, which would be a large part of its script. */
export const formFields = (schema: z.ZodType, words: Readonly<Record<string, FieldWords>>): FormField[] => {
  const json = objectOf(schema);
  return Object.entries(words).map(([name, words_]) => {
    const found = propertyAt(json, name.split('.'));
    if (!found) throw new Error(`The schema has no field ${name}`);
    const { property, isRequired } = found;
    const text = property.anyOf?.find(({ type }) => type !== 'null') ?? property;
    return {
      name,
      ...words_,
      isRequired,
      ...(text.maxLength !== undefined && { maxLength: text.maxLength }),
      ...(text.pattern !== undefined && words_.input === undefined && { pattern: text.pattern }),
      ...(text.minimum !== undefined &&
        text.maximum !== undefined && { range: { least: text.minimum, most: text.maximum } }),
    };
  });
};
