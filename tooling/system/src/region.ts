interface Region {
  path: string;
  name: string;
  text: string;
}

/** `# generated images` or `<!-- generated images -->`, up to the line that says `end of`. */
const marks = (name: string): [RegExp, RegExp] => [
  new RegExp(`^(?:#|<!--) generated ${name}\\b.*\\n`, 'm'),
  new RegExp(`^(?:#|<!--) end of generated ${name}\\b`, 'm'),
];

/**
 * Puts a text between the two marks of a file that is otherwise written by hand.
 *
 * @throws Error if the file has no such marks
 */
export const insertRegion = (file: string, { path, name, text }: Region): string => {
  const [start, end] = marks(name).map((mark) => mark.exec(file));
  if (!start || !end || end.index < start.index)
    throw new Error(`${path} has no place for generated ${name}`);
  return `${file.slice(0, start.index + start[0].length)}${text}\n${file.slice(end.index)}`;
};
