/**
 * What a text begins with, as a filter asks for it. Whatever the text holds stands for itself, and no sign of it means
 * something in the expression; letters stay as they are, so that MongoDB looks such texts up in an index.
 */
export const beginningWith = (text: string): RegExp =>
  new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&')}`);
