import { House, type HouseShape } from './house';

const QUAY = 300;
const HILL_LANE = 246;

const BACK_ROW: HouseShape[] = [
  { x: 342, base: HILL_LANE + 6, width: 46, height: 34, wall: 'plain', roof: 'side', columns: 3, rows: 1 },
  { x: 402, base: HILL_LANE, width: 36, height: 40, wall: 'blue', roof: 'gable', columns: 2, rows: 1, clay: true },
  { x: 452, base: HILL_LANE - 6, width: 50, height: 36, wall: 'straw', roof: 'side', columns: 3, rows: 1 },
  { x: 596, base: HILL_LANE - 10, width: 48, height: 38, wall: 'plain', roof: 'side', columns: 3, rows: 1, clay: true },
  { x: 664, base: HILL_LANE - 2, width: 38, height: 42, wall: 'rose', roof: 'gable', columns: 2, rows: 1 },
  { x: 722, base: HILL_LANE + 12, width: 50, height: 36, wall: 'plain', roof: 'side', columns: 3, rows: 1 },
];

const QUAYSIDE: HouseShape[] = [
  { x: 300, base: QUAY, width: 60, height: 58, wall: 'plain', roof: 'side', columns: 3, rows: 2, door: 1 },
  { x: 360, base: QUAY, width: 44, height: 76, wall: 'straw', roof: 'gable', columns: 2, rows: 2, door: 0 },
  { x: 404, base: QUAY, width: 70, height: 62, wall: 'blue', roof: 'side', columns: 4, rows: 2, door: 2 },
  { x: 474, base: QUAY, width: 46, height: 82, wall: 'plain', roof: 'gable', columns: 2, rows: 3, door: 1, clay: true },
  { x: 520, base: QUAY, width: 60, height: 66, wall: 'rose', roof: 'side', columns: 3, rows: 2, door: 0 },
  { x: 580, base: QUAY, width: 42, height: 90, wall: 'plain', roof: 'gable', columns: 2, rows: 3, door: 0 },
  { x: 622, base: QUAY, width: 74, height: 56, wall: 'straw', roof: 'side', columns: 4, rows: 2, door: 1, clay: true },
  { x: 696, base: QUAY, width: 48, height: 74, wall: 'blue', roof: 'gable', columns: 2, rows: 2, door: 1 },
  { x: 744, base: QUAY, width: 62, height: 48, wall: 'plain', roof: 'side', columns: 2, rows: 1, door: 0 },
];

/** The town on its hill above the quay, drawn in the panorama's coordinates. */
export function HarbourTown() {
  return (
    <g>
      <Church />
      {BACK_ROW.map((house) => (
        <House key={house.x} {...house} />
      ))}
      {QUAYSIDE.map((house) => (
        <House key={house.x} {...house} />
      ))}
    </g>
  );
}

function Church() {
  return (
    <g>
      <path className="fill-art-stone" d="M520 190H574V240H520Z" />
      <path className="fill-art-roof" d="M516 190 526 168H570L578 190Z" />
      <path className="fill-art-stone" d="M500 146H524V240H500Z" />
      <path className="fill-art-roof" d="M498 146 512 104 526 146Z" />
      <path
        className="fill-art-window"
        d="M508 160a4 4 0 0 1 8 0v10h-8ZM534 204a4 4 0 0 1 8 0v14h-8ZM554 204a4 4 0 0 1 8 0v14h-8Z"
      />
    </g>
  );
}
