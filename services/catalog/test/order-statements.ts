import type { StepReader } from '@quayside/testkit';

const text = (bytes: Buffer, from: number): { value: string; end: number } => {
  const end = bytes.indexOf(0, from);
  return { value: bytes.toString('utf8', from, end), end: end + 1 };
};

/** Enough of a statement to know it by. */
const nameOf = (statement: string): string => statement.trim().split(/\s+/).slice(0, 3).join(' ');

/**
 * Reads out of what a process says to PostgreSQL the statements of the transaction in which one of these ids stands, and
 * the clean-up of the outbox.
 */
export const orderStatements =
  (ids: () => readonly string[]): (() => StepReader) =>
  () => {
    const prepared = new Map<string, string>();
    let isMine = false;

    const statementOf = (bytes: Buffer): string | undefined => {
      const type = String.fromCharCode(bytes[0] ?? 0);
      if (type === 'Q') return text(bytes, 5).value;
      if (type === 'P') {
        const name = text(bytes, 5);
        prepared.set(name.value, text(bytes, name.end).value);
      }
      return type === 'B' ? prepared.get(text(bytes, text(bytes, 5).end).value) : undefined;
    };

    return {
      // A connection begins with a message that has no type.
      lengthOf: (bytes) => {
        if (bytes.length < 5) return undefined;
        return bytes[0] === 0 ? bytes.readInt32BE(0) : 1 + bytes.readInt32BE(1);
      },
      stepOf: (bytes) => {
        if (bytes[0] === 0) return undefined;
        const statement = statementOf(bytes);
        if (statement === undefined) return undefined;
        isMine ||= ids().some((id) => bytes.includes(id));
        const isLast = /^(COMMIT|ROLLBACK)/.test(statement);
        const isStep = isMine || statement.startsWith('DELETE FROM outbox');
        if (isLast) isMine = false;
        return isStep ? nameOf(statement) : undefined;
      },
    };
  };
