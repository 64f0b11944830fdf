import type { Metadata, Viewport } from 'next';
import { connection } from 'next/server';
import '@fontsource-variable/instrument-sans';
import '@fontsource-variable/newsreader';
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
  // No page may be prerendered: its scripts would lack the request's nonce, and the browser would refuse them.
  await connection();

  return (
    // Next scrolls to the top of a new page at once, though links within a page scroll smoothly.
    <html lang="en" data-scroll-behavior="smooth">
      <body>{children}</body>
    </html>
  );
}
