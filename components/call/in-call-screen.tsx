import { createElement, type ComponentProps } from 'react';
import type { InCall } from './in-call/in-call';

let screen: typeof import('./in-call/in-call') | null = null;

/** Fetches what a call is shown by, which whoever only looks into the lobby does without. Rejects when it cannot be had. */
export async function loadInCallScreen(): Promise<void> {
  screen ??= await import('./in-call/in-call');
}

/** The call. Nothing is dialled before `loadInCallScreen` has done its work. */
export function InCallScreen(props: ComponentProps<typeof InCall>) {
  return screen && createElement(screen.InCall, props);
}
