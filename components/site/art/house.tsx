export type HouseShape = {
  x: number;
  /** Height of the ground it stands on; y grows downwards. */
  base: number;
  width: number;
  /** Up to the eaves. */
  height: number;
  wall: 'plain' | 'rose' | 'straw' | 'blue';
  roof: 'gable' | 'side';
  clay?: boolean;
  columns: number;
  rows: number;
  door?: number;
};

const WALLS = {
  plain: 'fill-art-wall',
  rose: 'fill-art-wall-rose',
  straw: 'fill-art-wall-straw',
  blue: 'fill-art-wall-blue',
};

function roofPath({ x, base, width, height, roof }: HouseShape): string {
  const eaves = base - height;
  if (roof === 'gable') return `M${x - 3} ${eaves}h${width + 6}L${x + width / 2} ${eaves - width * 0.52}Z`;
  return `M${x - 3} ${eaves}h${width + 6}l-8 -20h${10 - width}Z`;
}

/** One harbour house, seen from the water: wall, roof, chimney, rows of windows, and a door where `door` says. */
export function House(house: HouseShape) {
  const { x, base, width, height, roof, columns, rows, door } = house;
  const eaves = base - height;
  const step = width / (columns + 1);
  const storey = (height - 8) / rows;
  const chimney = roof === 'gable' ? { x: x + width * 0.68, y: eaves - width * 0.46 } : { x: x + 14, y: eaves - 29 };

  return (
    <g>
      <rect className="fill-art-roof" x={chimney.x} y={chimney.y} width="7" height="22" />
      <path className={house.clay ? 'fill-art-roof-clay' : 'fill-art-roof'} d={roofPath(house)} />
      <rect className={WALLS[house.wall]} x={x} y={eaves} width={width} height={height} />
      {Array.from({ length: rows * columns }, (_, index) => {
        const column = index % columns;
        const row = Math.floor(index / columns);
        // The door takes the place of one ground-floor window.
        if (row === rows - 1 && column === door) return null;
        return (
          <rect
            key={index}
            className="fill-art-window"
            x={x + step * (column + 1) - 3.5}
            y={eaves + 8 + storey * row}
            width="7"
            height="11"
          />
        );
      })}
      {door !== undefined && (
        <rect className="fill-art-roof" x={x + step * (door + 1) - 5} y={base - 19} width="10" height="19" />
      )}
    </g>
  );
}
