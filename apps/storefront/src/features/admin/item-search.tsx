import Form from 'next/form';
import { button } from '../../ui/button.ts';
import { inputLook } from '../../ui/field.tsx';

export const ItemSearch = ({ q }: { q: string }) => (
  <Form
    action="/admin/prices"
    prefetch={false}
    role="search"
    aria-label="Items"
    className="mb-6 flex max-w-lg gap-3"
  >
    <input
      key={q}
      type="search"
      name="q"
      defaultValue={q}
      maxLength={100}
      aria-label="Search the items"
      placeholder="Search the items"
      className={inputLook}
    />
    <button className={button('quiet')}>Search</button>
  </Form>
);
