import { Graph, layout } from '@dagrejs/dagre';
import { grouped } from '@/lib/domain/grouped';
import { clearWays } from './clear-ways';

export interface Node {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}
export interface Edge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  /** Of its label. */
  readonly width: number;
  readonly height: number;
}
export type Place = readonly [x: number, y: number];

const betweenNodes = 48;
const betweenRanks = 36;
/** From so many edges on ranks take too long to compute, and are too many to be read: then neighbours stand near each other in rows. */
const mostRanked = 120;
/** Between neighbours in such rows: room for a label. */
const betweenNeighbours = 150;

/**
 * Left upper corners of nodes: those with edges in ranks from sources to targets, left to right, with room for the labels
 * between; those without in rows below. The same input gives the same places.
 */
export function inRanks(nodes: readonly Node[], edges: readonly Edge[]): ReadonlyMap<string, Place> {
  const joining = edges.filter(({ source, target }) => source !== target);
  const joined = new Set(joining.flatMap(({ source, target }) => [source, target]));
  const together = nodes.filter(({ id }) => joined.has(id));
  const alone = nodes.filter(({ id }) => !joined.has(id));
  const upper = together.length === 0 ? new Map<string, Place>() : joining.length > mostRanked ? inRows(nearEachOther(together, joining), betweenNeighbours, 0) : ranked(together, joining);
  const right = Math.max(0, ...together.map(({ id, width }) => upper.get(id)![0] + width));
  const bottom = Math.max(-betweenNodes, ...together.map(({ id, height }) => upper.get(id)![1] + height));
  const lower = inRows(alone, betweenNodes, right);
  return new Map([...upper, ...[...lower].map(([id, [x, y]]) => [id, [x, y + bottom + betweenNodes]] as const)]);
}

function ranked(nodes: readonly Node[], edges: readonly Edge[]): Map<string, Place> {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'LR', nodesep: betweenNodes, ranksep: betweenRanks, edgesep: 24 });
  // names of our own: the library keeps them as keys of plain objects, which know `constructor` already
  const names = new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
  for (const { id, width, height } of nodes) graph.setNode(names.get(id)!, { width, height });
  edges.forEach(({ source, target, width, height }, index) => graph.setEdge(names.get(source)!, names.get(target)!, { width: width + 28, height, labelpos: 'c' }, `e${index}`));
  layout(graph);
  const places = new Map(
    nodes.map(({ id, width, height }) => {
      const { x, y } = graph.node(names.get(id)!) as { readonly x: number; readonly y: number };
      return [id, [Math.round(x - width / 2), Math.round(y - height / 2)] as Place];
    }),
  );
  return clearWays(nodes, edges, places);
}

/** Left to right, line by line, at least as wide as `right`. */
function inRows(nodes: readonly Node[], gap: number, right: number): Map<string, Place> {
  const places = new Map<string, Place>();
  const widest = Math.max(right, Math.ceil(Math.sqrt(nodes.length)) * (168 + gap));
  let [x, y, lowest] = [0, 0, 0];
  for (const { id, width, height } of nodes) {
    if (x > 0 && x + width > widest) [x, y, lowest] = [0, y + lowest + gap, 0];
    places.set(id, [x, Math.round(y)]);
    x += width + gap;
    lowest = Math.max(lowest, height);
  }
  return places;
}

/** Breadth first from the first node on: who is joined comes soon after. */
function nearEachOther(nodes: readonly Node[], edges: readonly Edge[]): Node[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const neighbours = grouped([...edges.map(({ source, target }) => [source, target] as const), ...edges.map(({ source, target }) => [target, source] as const)], ([from]) => from);
  const found = new Set<Node>();
  for (const first of nodes) {
    if (found.has(first)) continue;
    found.add(first);
    for (const waiting = [first]; waiting.length; )
      for (const [, to] of neighbours.get(waiting.shift()!.id) ?? []) {
        const next = byId.get(to)!;
        if (found.has(next)) continue;
        found.add(next);
        waiting.push(next);
      }
  }
  return [...found];
}
