import { Star } from 'lucide-react';
import { Moment } from '@/components/connection/moment';
import { Section } from '@/components/connection/section';
import { LOW_RATING, type ReportedRating, type ReportedRatings } from '@/lib/history/history-reports';
import { ratingWords } from './history-words';

/** How well a call was rated; nothing where it was not. */
export function Ratings({ ratings }: { ratings: ReportedRatings | null }) {
  if (!ratings) return null;
  return (
    <span
      className={`inline-flex items-center gap-1 text-sm ${ratings.lowest <= LOW_RATING ? 'font-medium text-warn' : ''}`}
    >
      <Star aria-hidden="true" className="size-3.5" strokeWidth={2} />
      <span className="sr-only">Rated </span>
      {ratingWords(ratings)}
      {ratings.lowest <= LOW_RATING && ratings.count > 1 && `, lowest ${ratings.lowest}`}
    </span>
  );
}

/** What each of them said. */
export function RatingList({ ratings }: { ratings: readonly ReportedRating[] }) {
  if (ratings.length === 0) return null;
  return (
    <Section title="Ratings">
      <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-surface shadow-card">
        {ratings.map((rating) => (
          <li key={`${rating.ratedAt} ${rating.displayName}`} className="px-4 py-3">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-0.5">
              <Stars stars={rating.stars} />
              <span className="min-w-0 font-medium break-words">{rating.displayName}</span>
              <span className="ms-auto text-sm text-ink-soft">
                <Moment at={rating.ratedAt} />
              </span>
            </div>
            {rating.word && <p className="mt-1 text-[0.9375rem] break-words whitespace-pre-line">{rating.word}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}

const FIVE = [1, 2, 3, 4, 5] as const;

function Stars({ stars }: { stars: number }) {
  return (
    <span role="img" aria-label={`${stars} of 5`} className="inline-flex gap-0.5 text-accent">
      {FIVE.map((star) => (
        <Star
          key={star}
          aria-hidden="true"
          className={`size-4 ${star <= stars ? 'fill-current' : 'opacity-40'}`}
          strokeWidth={1.75}
        />
      ))}
    </span>
  );
}
