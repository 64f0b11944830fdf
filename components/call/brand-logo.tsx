'use client';

import { createContext, useContext } from 'react';

const Logo = createContext<string | null>(null);

/** The company's logo for the panel's header: its address on our site, or null. The desk gives none. */
export const BrandLogo = Logo.Provider;
export const useBrandLogo = () => useContext(Logo);
