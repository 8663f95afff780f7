/** What the search box needs once somebody goes into it, and not before. */
export { SuggestionList } from './suggestion-list.tsx';
export { suggestionLines } from './suggestion-lines.ts';
