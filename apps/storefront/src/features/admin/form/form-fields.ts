import { z } from 'zod';

/** A field of a form as the browser needs it: words from the page, bounds from the route's schema. */
export interface FormField {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly isMultiline?: boolean;
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
  /** Where the value is one of these; the value is the text that is sent, or a number in it. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** A text otherwise. Of a moment the text is that of RFC 3339, and what is shown is the reader's own time. */
  readonly input?: 'number' | 'date-time';
}

interface TextSchema {
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

/** Fields in the order of `words`. On the server only: the browser gets no schema, which would be a large part of its script. */
export const formFields = (schema: z.ZodType, words: Readonly<Record<string, FieldWords>>): FormField[] => {
  const json = objectOf(schema);
  return Object.entries(words).map(([name, words_]) => {
    const property = json.properties?.[name];
    if (!property) throw new Error(`The schema has no field ${name}`);
    const text = property.anyOf?.find(({ type }) => type !== 'null') ?? property;
    return {
      name,
      ...words_,
      isRequired: json.required?.includes(name) ?? false,
      ...(text.maxLength !== undefined && { maxLength: text.maxLength }),
      ...(text.pattern !== undefined && words_.input === undefined && { pattern: text.pattern }),
      ...(text.minimum !== undefined &&
        text.maximum !== undefined && { range: { least: text.minimum, most: text.maximum } }),
    };
  });
};
