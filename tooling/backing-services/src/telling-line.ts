const isFrame = (line: string): boolean => /^\s+at |^\s*\.\.\. \d+ more/.test(line);

/** Without a time of its own, or marked by PostgreSQL as belonging to the line before. */
const goesOn = (line: string): boolean => /\b(DETAIL|HINT): |^[^\d[{]/.test(line);

/** From what says why a server gave up to what merely sounds like it. */
const signs: readonly RegExp[] = [
  /\b(FATAL|PANIC)\b|"s":"F"/,
  /no space left on device/i,
  /^Caused by: |Exception: |\bError: |error while loading/,
  /\bERROR\b|"s":"E"|\b(fail|cannot|can't|could not|refus)/i,
];

/** The line of a server's log that tells best why it ended, with what is added to it; never a stack. */
export function tellingLine(log: string): string {
  const lines = log.split('\n').filter((line) => line.trim() !== '' && !isFrame(line));
  for (const sign of signs) {
    const at = lines.findIndex((line) => sign.test(line));
    if (at < 0) continue;
    const more = lines.slice(at + 1, at + 3).filter((line) => goesOn(line));
    return [lines[at] as string, ...more].map(withoutTime).join('; ');
  }
  return withoutTime(lines.at(-1) ?? 'it said nothing');
}

/** MongoDB writes JSON; the others begin with a time and a process. */
function withoutTime(line: string): string {
  try {
    const { msg, attr } = JSON.parse(line) as { msg: string; attr?: unknown };
    return attr === undefined ? msg : `${msg} ${JSON.stringify(attr)}`;
  } catch {
    return line.replace(/^.*?\b(?=(FATAL|PANIC|DETAIL|HINT|ERROR)\b)/, '').trim();
  }
}
