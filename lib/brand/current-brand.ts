import { snapshot } from '@/lib/db/snapshot';
import { BrandSettings, type SavedBrand } from './brand-settings';
import { BRAND, loadBrand } from './brand-store';

const known = snapshot(BRAND, () => loadBrand());

/** The brand in force, from memory. While the database is away and it was never read, what holds where nobody saved anything. */
export async function currentBrand(): Promise<SavedBrand> {
  try {
    return await known.current();
  } catch (error) {
    console.error('the brand settings cannot be read:', error instanceof Error ? error.message : error);
    return { settings: BrandSettings.parse({}), savedAt: null, savedBy: null, logoId: null };
  }
}
