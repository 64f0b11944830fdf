import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import '@fontsource-variable/instrument-sans';
import '@fontsource-variable/newsreader';
import { languageFrom } from '@/lib/words/language-from';
import { languages } from '@/lib/words/languages';
import { PAGE_LANGUAGE } from '@/lib/words/page-language';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Harbourline Insurance', template: '%s · Harbourline Insurance' },
  description: 'Home and boat insurance from people you can see and talk to.',
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  viewportFit: 'cover',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f7f5f0' },
    { media: '(prefers-color-scheme: dark)', color: '#0c171f' },
  ],
};

export default async function RootLayout({ children }: { children: React.ReactNode }) {
  // Read here it also keeps every page from being prerendered: its scripts would lack the request's nonce, and the browser
  // would refuse them.
  const language = languageFrom([(await headers()).get(PAGE_LANGUAGE) ?? '']);
  return (
    // Next scrolls to the top of a new page at once, though links within a page scroll smoothly.
    <html lang={language} dir={languages[language].direction} data-scroll-behavior="smooth">
      <body>{children}</body>
    </html>
  );
}
