import { useFormatter, useTranslations } from 'use-intl';
import type { LinkQuality } from '@/lib/call/link-quality';
import type { LinkFigures, PictureFigures } from '@/lib/call/link-statistics';

type StatisticsViewProps = { figures: LinkFigures | null; quality: LinkQuality };

/** What the connection's figures mean and what to do, and then the figures. */
export function StatisticsView({ figures, quality }: StatisticsViewProps) {
  const t = useTranslations('tools.statistics');
  const network = useTranslations('call.network');
  const format = useFormatter();
  const unknown = t('unknown');
  const value = (key: 'kbps' | 'ms' | 'fps', figure: number | null) =>
    figure === null ? unknown : t(`${key}`, { value: figure });
  const share = (figure: number | null) =>
    figure === null ? unknown : format.number(figure, { style: 'percent', maximumFractionDigits: 1 });
  const picture = (shown: PictureFigures | null) => {
    if (!shown) return unknown;
    const { width, height, framesPerSecond, codec } = shown;
    const size = t('picture', { width: String(width), height: String(height) });
    const rate = framesPerSecond === null ? null : value('fps', Math.round(framesPerSecond));
    return [size, rate, codec].filter(Boolean).join(' · ');
  };
  return (
    <>
      <p className="font-semibold">{network(quality)}</p>
      <p className="mt-0.5 text-sm text-ink-soft">{t(`${quality}Means`)}</p>
      {figures ? (
        <dl className="mt-3 divide-y divide-line text-sm">
          <Figure
            name={t('receivedSent')}
            of={[value('kbps', figures.receivedKbps), value('kbps', figures.sentKbps)]}
          />
          <Figure name={t('loss')} of={[share(figures.lossIn), share(figures.lossOut)]} />
          <Figure name={t('jitter')} of={[value('ms', figures.jitterMs)]} />
          <Figure name={t('roundTrip')} of={[value('ms', figures.roundTripMs)]} />
          <Figure name={t('pictureIn')} of={[picture(figures.receivedPicture)]} />
          <Figure name={t('pictureOut')} of={[picture(figures.sentPicture)]} />
        </dl>
      ) : (
        <p className="mt-3 text-sm text-ink-soft">{t('nothingYet')}</p>
      )}
    </>
  );
}

function Figure({ name, of }: { name: string; of: string[] }) {
  return (
    <div className="flex justify-between gap-4 py-1.5">
      <dt className="text-ink-soft">{name}</dt>
      <dd className="text-end font-medium tabular-nums">{of.join(' / ')}</dd>
    </div>
  );
}
