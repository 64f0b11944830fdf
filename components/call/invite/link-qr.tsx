import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';

/** The link for a telephone's camera. What draws it is fetched when it is wanted. */
export function LinkQr({ link }: { link: string }) {
  const t = useTranslations('invite');
  const [picture, setPicture] = useState<string | 'failed' | null>(null);

  useEffect(() => {
    let isCurrent = true;
    import('qr')
      .then(({ default: encodeQR }) => `data:image/svg+xml,${encodeURIComponent(encodeQR(link, 'svg'))}`)
      .catch(() => 'failed' as const) // offline, or a new release has replaced the file
      .then((drawn) => isCurrent && setPicture(drawn));
    return () => {
      isCurrent = false;
    };
  }, [link]);

  if (picture === null) return <div className="mx-auto size-52" />;
  if (picture === 'failed') return <p className="text-sm text-danger">{t('qrFailed')}</p>;
  return (
    // Black on white also in the dark: many cameras read nothing else.
    // eslint-disable-next-line @next/next/no-img-element
    <img src={picture} alt={t('qrAlt')} className="mx-auto size-52 rounded-control bg-white p-3" />
  );
}
