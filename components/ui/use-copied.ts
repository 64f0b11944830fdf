import { useEffect, useState } from 'react';

const SHOWN_MS = 2_500;

/**
 * Copies a text, and knows for a moment that it did. Where the page may not write to the clipboard, the browser shows the
 * text for copying, below `request`.
 */
export function useCopied(text: string, request: string) {
  const [isCopied, setIsCopied] = useState(false);

  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isCopied]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setIsCopied(true);
    } catch {
      window.prompt(request, text);
    }
  }

  return { isCopied, copy: () => void copy() };
}
