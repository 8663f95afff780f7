import * as de from '../../../../content/de/terms.mdx';
import * as en from '../../../../content/en/terms.mdx';
import { contentPage } from '../../../../features/content/content-page.tsx';

const { generateMetadata, ContentPage } = contentPage('/terms', { en, de });

export { generateMetadata };
export default ContentPage;
