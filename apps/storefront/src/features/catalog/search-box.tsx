import { Search } from 'lucide-react';
import Form from 'next/form';

export const SearchBox = () => (
  <Form
    action="/catalog"
    prefetch={false}
    role="search"
    aria-label="Shop"
    className="flex h-11 rounded-sm border border-ink bg-sheet"
  >
    <input
      type="search"
      name="q"
      required
      maxLength={100}
      aria-label="Search the shop"
      placeholder="Search, e.g. wool jumper"
      className="min-w-0 flex-1 rounded-sm bg-transparent px-3 placeholder:text-ink-faint"
    />
    <button className="grid w-12 place-items-center rounded-sm hover:bg-land">
      <Search size={18} aria-hidden />
      <span className="sr-only">Search</span>
    </button>
  </Form>
);
