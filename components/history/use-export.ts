'use client';

import { useEffect, useRef, useState } from 'react';

export type ExportState =
  { kind: 'quiet' } | { kind: 'preparing'; bytes: number } | { kind: 'failed'; message: string };

const FAILED = 'The file could not be prepared. Try again in a moment.';
const SIGNED_OUT = 'You are signed out. Sign in again, then export.';

/**
 * Fetches a file and hands it to the browser. Not by a link: a long list takes a while, and one that fails half-way would
 * look like a whole file.
 */
export function useExport(path: string, fileName: string) {
  const [state, setState] = useState<ExportState>({ kind: 'quiet' });
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  async function start() {
    if (running.current) return;
    const own = (running.current = new AbortController());
    setState({ kind: 'preparing', bytes: 0 });
    try {
      const response = await fetch(path, { cache: 'no-store', signal: own.signal });
      if (!response.ok || !response.body) {
        setState({ kind: 'failed', message: response.status === 401 ? SIGNED_OUT : FAILED });
        return;
      }
      const parts = await readAll(response.body, (bytes) => setState({ kind: 'preparing', bytes }));
      save(new Blob(parts, { type: 'text/csv' }), fileName);
      setState({ kind: 'quiet' });
    } catch {
      setState(own.signal.aborted ? { kind: 'quiet' } : { kind: 'failed', message: FAILED });
    } finally {
      running.current = null;
    }
  }

  return { state, start: () => void start(), cancel: () => running.current?.abort() };
}

async function readAll(body: ReadableStream<Uint8Array<ArrayBuffer>>, onProgress: (bytes: number) => void) {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return parts;
    parts.push(value);
    onProgress((bytes += value.length));
  }
}

function save(file: Blob, fileName: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  // The browser has taken the address by the time the click returns.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
