import { Sloop } from './boats';
import { House } from './house';

export type CoverKind = 'home' | 'boat' | 'both';

/** A small drawing for one kind of cover: the house, the boat, or one above the other. */
export function CoverSpot({ kind, className = '' }: { kind: CoverKind; className?: string }) {
  return (
    <svg viewBox="0 0 240 130" className={className} fill="none" aria-hidden="true" focusable="false">
      <Ground kind={kind} />
      {kind === 'home' && (
        <>
          <House x={58} base={106} width={74} height={52} wall="rose" roof="side" columns={4} rows={2} door={2} />
          <House
            x={132}
            base={106}
            width={48}
            height={62}
            wall="plain"
            roof="gable"
            columns={2}
            rows={2}
            door={0}
            clay
          />
        </>
      )}
      {kind === 'boat' && <Sloop transform="translate(124 104) scale(1.060)" />}
      {kind === 'both' && (
        <>
          <House x={24} base={94} width={48} height={46} wall="straw" roof="gable" columns={2} rows={2} door={1} />
          <House x={72} base={94} width={44} height={34} wall="plain" roof="side" columns={2} rows={1} door={0} clay />
          <Sloop transform="translate(178 106) scale(.860)" />
        </>
      )}
    </svg>
  );
}

function Ground({ kind }: { kind: CoverKind }) {
  if (kind === 'home') {
    return (
      <>
        <path className="fill-art-hill" d="M0 130V96C60 72 150 66 240 88V130Z" />
        <path className="stroke-art-hill-line" strokeWidth="1.500" d="M0 112C70 90 150 84 240 104" />
        <path className="fill-art-stone" d="M0 106H240V130H0Z" />
        <path
          className="stroke-art-stone-line"
          strokeWidth="1.500"
          d="M0 116H240M40 106v10M100 106v10M160 106v10M220 106v10"
        />
      </>
    );
  }
  return (
    <>
      <path className="fill-art-sea" d={kind === 'boat' ? 'M0 88H240V130H0Z' : 'M116 88H240V130H116Z'} />
      {kind === 'both' && <path className="fill-art-stone" d="M0 94H130V130H0Z" />}
      {kind === 'both' && (
        <path
          className="stroke-art-stone-line"
          strokeWidth="1.500"
          d="M0 104H130M34 94v10M84 94v10M12 104v12M60 104v12"
        />
      )}
      <path className="fill-art-sea-deep" d="M0 112C60 106 120 116 180 110 204 108 222 108 240 110V130H0Z" />
      <path className="stroke-art-sea-line" strokeWidth="2" strokeLinecap="round" d="M24 121h34M150 122h54M204 99h24" />
    </>
  );
}
