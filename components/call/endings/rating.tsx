import { useId, useRef, useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/button';
import { TextArea } from '@/components/ui/text-area';
import { LONGEST_WORD } from '@/lib/ratings/schemas';
import { sendRating } from './rating-api';
import { StarChoice } from './star-choice';

type RatingProps = { alias: string; callTag: string };
type Problem = 'offline' | 'over' | 'other';

const problems: Partial<Record<number, Problem>> = { 0: 'offline', 403: 'over', 404: 'over', 409: 'over' };

/** Asks how the call was; what was said can be changed. */
export function Rating({ alias, callTag }: RatingProps) {
  const t = useTranslations('tools.rating');
  const [stars, setStars] = useState(0);
  const [word, setWord] = useState('');
  const [state, setState] = useState<'asking' | 'sending' | 'kept' | Problem>('asking');
  const box = useRef<HTMLDivElement>(null);
  const title = useId();
  const isKept = state === 'kept';

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (state === 'sending' || stars === 0) return;
    setState('sending');
    const answer = await sendRating(alias, callTag, stars, word);
    setState(answer.ok ? 'kept' : (problems[answer.status] ?? 'other'));
    if (answer.ok) box.current?.focus({ preventScroll: true }); // the button that had the focus is gone
  }

  return (
    <div
      ref={box}
      tabIndex={-1}
      role="group"
      aria-labelledby={title}
      className="w-full max-w-xs border-t border-line pt-4 outline-none"
    >
      <p id={title} role="status" className="text-sm font-semibold">
        {t(isKept ? 'thanks' : 'question')}
      </p>
      {isKept ? (
        <p className="mt-1 text-sm text-ink-soft">
          {t('kept', { stars })}{' '}
          <button
            type="button"
            onClick={() => setState('asking')}
            className="min-h-11 px-1 font-semibold text-accent underline underline-offset-4"
          >
            {t('change')}
          </button>
        </p>
      ) : (
        <form onSubmit={(event) => void submit(event)} className="mt-1">
          <StarChoice labelledBy={title} stars={stars} onChoose={setStars} />
          {stars > 0 && (
            <div className="mt-2 flex flex-col gap-3 text-start">
              <TextArea
                label={t('word')}
                rows={2}
                maxLength={LONGEST_WORD}
                value={word}
                onChange={(event) => setWord(event.target.value)}
              />
              <Button type="submit" variant="secondary" busy={state === 'sending'} className="self-center">
                {t('send')}
              </Button>
            </div>
          )}
          <p role="alert" className="mt-2 text-sm text-danger empty:hidden">
            {state !== 'asking' && state !== 'sending' && t(`problem.${state}`)}
          </p>
        </form>
      )}
    </div>
  );
}
