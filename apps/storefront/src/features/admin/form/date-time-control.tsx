'use client';

import { type ComponentProps, useSyncExternalStore } from 'react';
import { inputLook } from '../../../ui/field.tsx';

interface DateTimeControlProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange'> {
  /** RFC 3339, or empty. */
  value: string;
  onChange: (value: string) => void;
}

const minuteMs = 60_000;
const never = () => () => {};

/** As the control takes it: the time on a clock that is so many minutes behind UTC. */
const onClock = (at: string, minutesBehind: number): string => {
  const moment = Date.parse(at);
  if (Number.isNaN(moment)) return '';
  return new Date(moment - minutesBehind * minuteMs).toISOString().slice(0, 16);
};

/** A moment, typed and shown in the reader's own time; the server, which does not know it, writes UTC. */
export const DateTimeControl = ({ value, onChange, ...input }: DateTimeControlProps) => {
  const shown = useSyncExternalStore(
    never,
    () => onClock(value, new Date(value).getTimezoneOffset()),
    () => onClock(value, 0),
  );
  return (
    <input
      {...input}
      type="datetime-local"
      value={shown}
      onChange={({ target }) => {
        const moment = Date.parse(target.value);
        onChange(Number.isNaN(moment) ? '' : new Date(moment).toISOString());
      }}
      className={inputLook}
    />
  );
};
