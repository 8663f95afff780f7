/** What a field held when it was last changed: what it says, or whether it is ticked. */
export type Entry = string | boolean;
export type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

declare global {
  var quaysideEarlyEntries: { fields: Map<Field, Entry>; stop: () => void } | undefined;
}

/**
 * Notes which fields are changed while React does not listen yet, for `EarlyEntries`. Stands in the page's head, before
 * any module. A field that React follows has a property of its own for what it holds, and is left to it.
 */
export const noteEarlyEntries = `{
const fields = new Map();
const note = ({ target: field }) => {
  if (!/^(INPUT|SELECT|TEXTAREA)$/.test(field.tagName)) return;
  if (Object.hasOwn(field, 'value') || Object.hasOwn(field, 'checked')) return;
  fields.set(field, /^(checkbox|radio)$/.test(field.type) ? field.checked : field.value);
};
const kinds = ['input', 'change'];
for (const kind of kinds) addEventListener(kind, note, true);
globalThis.quaysideEarlyEntries = {
  fields,
  stop: () => kinds.forEach((kind) => removeEventListener(kind, note, true)),
};
}`;
