'use client';

import { createContext, useContext, type ReactNode } from 'react';
import { createPortal } from 'react-dom';

const Place = createContext<HTMLElement | null>(null);

/** Where the words for ears stand: outside of all that a dialog makes inert, for what is inert is not read. */
export const ReadAloudPlace = Place.Provider;

/** Read to who listens, whatever lies above the call. Always mounted: a region that comes with its words stays unheard. */
export function ReadAloud({ children }: { children: ReactNode }) {
  const place = useContext(Place);
  if (!place) return null;
  return createPortal(
    <div role="status" className="sr-only">
      {children}
    </div>,
    place,
  );
}
