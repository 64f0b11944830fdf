import { Ban, Droplet, Droplets } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { PictureName } from '@/lib/call/media/background-pictures';
import { backgroundNames, type Background } from '@/lib/call/media/backgrounds';
import { useDeviceChoices } from '@/lib/call/media/use-devices';
import type { CallView } from '@/lib/call/use-call';

/** What is behind oneself in the picture. */
export function DeviceBackgrounds({ view }: { view: CallView }) {
  const t = useTranslations('tools.background');
  const { background: chosen } = useDeviceChoices();
  const { background: state } = view.devices;
  const name = useId();
  return (
    <fieldset>
      <legend className="text-sm font-semibold">{t('title')}</legend>
      <div className="mt-1.5 grid grid-cols-3 gap-2">
        {backgroundNames.map((background) => (
          <label
            key={background}
            className="flex min-h-11 cursor-pointer flex-col overflow-hidden rounded-control border border-field text-center
              text-xs font-medium has-checked:border-accent has-checked:ring-2 has-checked:ring-accent
              has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              value={background}
              checked={chosen === background}
              onChange={() => void view.session.media.chooseBackground(background)}
              className="sr-only"
            />
            <Sample background={background} />
            <span className="px-1 py-1.5">{t(background)}</span>
          </label>
        ))}
      </div>
      <div role="status" className="mt-2 text-sm empty:hidden">
        {state.status === 'loading' && t('loading', { progress: state.progress })}
        {state.status === 'failed' && <span className="text-danger">{t('failed')}</span>}
      </div>
    </fieldset>
  );
}

const symbols = { none: Ban, 'blur-soft': Droplet, 'blur-strong': Droplets };

function Sample({ background }: { background: Background }) {
  if (background === 'none' || background === 'blur-soft' || background === 'blur-strong') {
    const Symbol = symbols[background];
    return (
      <span aria-hidden="true" className="grid aspect-video place-items-center bg-sunken text-ink-soft">
        <Symbol className="size-5" strokeWidth={1.5} />
      </span>
    );
  }
  return <Picture name={background} />;
}

/** Drawn by code that is fetched here, as what puts it behind somebody is. Without it there is the name. */
function Picture({ name }: { name: PictureName }) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    let isWanted = true;
    import('@/lib/call/media/background-pictures')
      .then(({ pictureAddress }) => isWanted && setAddress(pictureAddress(name)))
      .catch(() => {});
    return () => {
      isWanted = false;
    };
  }, [name]);
  const style = address ? { backgroundImage: `url("${address}")` } : undefined;
  return <span aria-hidden="true" className="aspect-video bg-sunken bg-cover" style={style} />;
}
