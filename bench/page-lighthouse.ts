import lighthouse from 'lighthouse';

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
export type Category = (typeof CATEGORIES)[number];

export interface LighthouseRun {
  /** 0 to 100. */
  scores: Record<Category, number>;
  /** What was found wanting, worst category first: for whoever wants to mend it. */
  complaints: string[];
}

/** Asks Lighthouse about a page, as on a phone with a slow line. `port` is where a browser of ours can be driven. */
export async function runLighthouse(url: string, port: number): Promise<LighthouseRun> {
  const result = await lighthouse(url, { port, output: 'json', logLevel: 'error', onlyCategories: [...CATEGORIES] });
  if (!result) throw new Error('Lighthouse has nothing to say');
  const { categories, audits, runtimeError } = result.lhr;
  if (runtimeError) throw new Error(`Lighthouse: ${runtimeError.message}`);
  const scores = {} as Record<Category, number>;
  const complaints: string[] = [];
  for (const name of CATEGORIES) {
    const { score, auditRefs } = categories[name]!;
    if (score === null) throw new Error(`Lighthouse could not tell the ${name} of the page`);
    scores[name] = Math.round(score * 100);
    for (const { id, weight } of auditRefs) {
      const audit = audits[id]!;
      const isWanting = weight > 0 && audit.score !== null && audit.score < 0.9;
      if (isWanting) complaints.push(`${name}: ${audit.title}${audit.displayValue ? ` (${audit.displayValue})` : ''}`);
    }
  }
  return { scores, complaints };
}
