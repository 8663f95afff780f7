import type { FieldWords } from '../form/form-fields.ts';

export const categoryFields = {
  name: { label: 'Name' },
  'names.de': {
    label: 'Name in German',
    hint: 'The same word everywhere in the shop. Empty: German pages show the English one',
    language: 'de',
  },
  slug: {
    label: 'Slug',
    hint: 'Small letters, digits and single hyphens, as in rain-hats; the old address leads to the new one',
  },
  'slugs.de': {
    label: 'Slug in German',
    hint: 'Small letters, digits and single hyphens; empty, it is made from the German name',
    language: 'de',
  },
} satisfies Record<string, FieldWords>;

interface Placed {
  readonly id: number;
  readonly name: string;
  readonly path: readonly number[];
}

/** Of a new one, with the categories that it can be put in. */
export const newCategoryFields = (tree: readonly Placed[]): Record<string, FieldWords> => ({
  ...categoryFields,
  parentId: {
    label: 'In',
    choices: [
      { value: '', label: 'The top of the tree' },
      ...tree.map(({ id, name, path }) => ({
        value: String(id),
        label: '\u2003'.repeat(path.length - 1) + name,
      })),
    ],
  },
});
