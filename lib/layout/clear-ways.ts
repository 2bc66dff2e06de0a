import type { Edge, Node, Place } from './in-ranks';

const gap = 48;
const rounds = 3;

type Point = readonly [x: number, y: number];

/**
 * Moves nodes up or down where the straight way between two others would run through them: relations are drawn as straight
 * lines on the canvas. Each goes to the nearest place with the fewest such crossings; nothing comes to lie on anything.
 */
export function clearWays(nodes: readonly Node[], edges: readonly Edge[], given: ReadonlyMap<string, Place>): Map<string, Place> {
  const places = new Map(given);
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const middle = (id: string): Point => {
    const { width, height } = byId.get(id)!;
    const [x, y] = places.get(id)!;
    return [x + width / 2, y + height / 2];
  };
  const crosses = (edge: Edge, node: Node): boolean => edge.source !== node.id && edge.target !== node.id && runsThrough(middle(edge.source), middle(edge.target), places.get(node.id)!, node);
  const crossingsOf = (node: Node): number => {
    const own = edges.filter(({ source, target }) => source === node.id || target === node.id);
    return edges.filter((edge) => crosses(edge, node)).length + own.reduce((sum, edge) => sum + nodes.filter((other) => crosses(edge, other)).length, 0);
  };
  const isFree = (node: Node): boolean =>
    nodes.every((other) => {
      if (other === node) return true;
      const [[x, y], [ox, oy]] = [places.get(node.id)!, places.get(other.id)!];
      return x >= ox + other.width + gap / 2 || ox >= x + node.width + gap / 2 || y >= oy + other.height + gap / 2 || oy >= y + node.height + gap / 2;
    });

  for (let round = 0; round < rounds; round++) {
    let isChanged = false;
    for (const node of nodes) {
      const [x, y] = places.get(node.id)!;
      let best = { y, crossings: crossingsOf(node) };
      const step = node.height + gap;
      for (const by of [step, -step, 2 * step, -2 * step]) {
        if (best.crossings === 0) break;
        places.set(node.id, [x, y + by]);
        const crossings = isFree(node) ? crossingsOf(node) : Infinity;
        if (crossings < best.crossings) best = { y: y + by, crossings };
      }
      places.set(node.id, [x, best.y]);
      isChanged ||= best.y !== y;
    }
    if (!isChanged) break;
  }
  return places;
}

/** Whether a straight way from point to point runs through a node at a place. */
function runsThrough([ax, ay]: Point, [bx, by]: Point, [x, y]: Place, { width, height }: Node): boolean {
  let [from, to] = [0, 1];
  for (const [start, way, least, most] of [
    [ax, bx - ax, x, x + width],
    [ay, by - ay, y, y + height],
  ] as const) {
    if (way === 0) {
      if (start <= least || start >= most) return false;
      continue;
    }
    const ends = [(least - start) / way, (most - start) / way] as const;
    from = Math.max(from, Math.min(...ends));
    to = Math.min(to, Math.max(...ends));
  }
  return from < to;
}
