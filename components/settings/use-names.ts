'use client';

import { useEffect, useState } from 'react';
import { readNames, type InfinityNames } from './settings-api';

const UNREACHABLE = { checked: false, why: 'unreachable' } as const;
const UNKNOWN: InfinityNames = { locations: UNREACHABLE, themes: UNREACHABLE, identityProviderGroups: UNREACHABLE };

/** What exists on Infinity; null while it is looked up, which the page does not wait for. */
export function useNames(): InfinityNames | null {
  const [names, setNames] = useState<InfinityNames | null>(null);
  useEffect(() => {
    let isOver = false;
    void readNames().then((answer) => {
      if (!isOver) setNames(answer.ok ? answer.value : UNKNOWN);
    });
    return () => {
      isOver = true;
    };
  }, []);
  return names;
}
