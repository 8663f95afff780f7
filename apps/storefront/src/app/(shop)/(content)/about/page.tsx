import * as de from '../../../../content/de/about.mdx';
import * as en from '../../../../content/en/about.mdx';
import { contentPage } from '../../../../features/content/content-page.tsx';

const { generateMetadata, ContentPage } = contentPage('/about', { en, de });

export { generateMetadata };
export default ContentPage;
