import { Star } from 'lucide-react';
import { useId } from 'react';
import { useTranslations } from 'use-intl';

const all = [1, 2, 3, 4, 5] as const;

type StarChoiceProps = { labelledBy: string; stars: number; onChoose: (stars: number) => void };

/** One to five, as radio buttons: the arrow keys go through them, and each says what it means. */
export function StarChoice({ labelledBy, stars, onChoose }: StarChoiceProps) {
  const t = useTranslations('tools.rating');
  const name = useId();
  return (
    <div role="radiogroup" aria-labelledby={labelledBy} className="flex justify-center">
      {all.map((count) => (
        <label
          key={count}
          title={t(`meaning.${count}`)}
          className={`grid size-11 cursor-pointer place-items-center rounded-control has-focus-visible:outline-2
            has-focus-visible:outline-accent ${count <= stars ? 'text-accent' : 'text-field hover:text-accent'}`}
        >
          <input
            type="radio"
            name={name}
            value={count}
            checked={count === stars}
            onChange={() => onChoose(count)}
            aria-label={t(`meaning.${count}`)}
            className="sr-only"
          />
          <Star
            aria-hidden="true"
            className="size-7"
            strokeWidth={1.5}
            fill={count <= stars ? 'currentColor' : 'none'}
          />
        </label>
      ))}
    </div>
  );
}
