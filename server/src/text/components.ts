/** A strongly connected component of the graph. */
interface Component {
  /** Whether it has a cycle: several nodes, or a node with an edge to itself. */
  readonly isCircle: boolean;
  /** Whether a marked node is in it or reachable from it. */
  readonly leadsToMarked: boolean;
}

interface Frame {
  readonly node: number;
  readonly onward: readonly number[];
  next: number;
  low: number;
  isMarked: boolean;
  namesItself: boolean;
}

/**
 * Which nodes of a graph lie on cycles, and which reach a marked node. Computed on demand, each node once, by
 * Tarjan's algorithm for strongly connected components (Depth-First Search and Linear Graph Algorithms,
 * 1972), without recursion.
 */
export class Components {
  private readonly known = new Map<number, Component>();

  constructor(
    private readonly onward: (node: number) => readonly number[],
    private readonly isMarked: (node: number) => boolean = () => false,
  ) {}

  /** Drops all results after a change of the graph. */
  clear(): void {
    if (this.known.size > 0) this.known.clear();
  }

  isInCircle(node: number): boolean {
    return this.of(node).isCircle;
  }

  /** Whether each of the two is reachable from the other. */
  areInOneCircle(node: number, other: number): boolean {
    return this.of(node) === this.of(other);
  }

  leadsToMarked(node: number): boolean {
    return this.of(node).leadsToMarked;
  }

  private of(start: number): Component {
    const known = this.known.get(start);
    if (known) return known;
    const order = new Map<number, number>();
    const waiting: number[] = [];
    const frames: Frame[] = [];
    const enter = (node: number) => {
      const low = order.size;
      order.set(node, low);
      waiting.push(node);
      const onward = this.onward(node);
      frames.push({ node, onward, next: 0, low, isMarked: this.isMarked(node), namesItself: false });
    };
    enter(start);
    for (let top = frames.at(-1); top; top = frames.at(-1)) {
      const next = top.onward[top.next++];
      if (next !== undefined) {
        const done = this.known.get(next);
        if (done) top.isMarked ||= done.leadsToMarked;
        else if (order.has(next)) {
          top.low = Math.min(top.low, order.get(next)!);
          top.namesItself ||= next === top.node;
        } else enter(next);
        continue;
      }
      frames.pop();
      const above = frames.at(-1);
      if (above) {
        above.low = Math.min(above.low, top.low);
        above.isMarked ||= top.isMarked;
      }
      if (top.low !== order.get(top.node)) {
        // Its component is not complete yet; its root will be.
        continue;
      }
      const size = waiting.length - waiting.lastIndexOf(top.node);
      const component = { isCircle: size > 1 || top.namesItself, leadsToMarked: top.isMarked };
      for (const node of waiting.splice(-size)) this.known.set(node, component);
    }
    return this.known.get(start)!;
  }
}
