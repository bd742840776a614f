/** What Tarjan's algorithm keeps while it walks a graph. */
interface Walk {
  readonly order: Map<string, number>
  /** The earliest node on the trail that a node leads back to, by the order of first visits. */
  readonly lowest: Map<string, number>
  readonly trail: string[]
  readonly onTrail: Set<string>
  readonly found: (readonly string[])[]
}

/** A node in work and the arrows out of it that are still to be followed. */
interface Step {
  readonly node: string
  readonly ahead: Iterator<string, undefined>
}

/**
 * The parts of a graph in which every node leads to every other one, by Tarjan's algorithm: a node on no circle is a
 * part of its own. A part comes after all the parts it leads to. Only what can be reached from `starts` is walked.
 *
 * @param next where the arrows out of a node lead
 * @see Robert Tarjan, "Depth-first search and linear graph algorithms", SIAM Journal on Computing 1 (1972)
 */
export function stronglyConnected(
  starts: Iterable<string>,
  next: (node: string) => readonly string[],
): readonly (readonly string[])[] {
  const walk: Walk = { order: new Map(), lowest: new Map(), trail: [], onTrail: new Set(), found: [] }
  for (const start of starts) if (!walk.order.has(start)) walkFrom(walk, start, next)
  return walk.found
}

/** A list of steps in place of recursion: a chain of ten thousand quotations must not exhaust the stack. */
function walkFrom(walk: Walk, start: string, next: (node: string) => readonly string[]): void {
  const steps = [enter(walk, start, next)]
  for (let step = steps.at(-1); step; step = steps.at(-1)) {
    const ahead = step.ahead.next()
    if (ahead.done) {
      steps.pop()
      leave(walk, step.node, steps.at(-1)?.node)
    } else if (!walk.order.has(ahead.value)) {
      steps.push(enter(walk, ahead.value, next))
    } else if (walk.onTrail.has(ahead.value)) {
      sink(walk, step.node, walk.order.get(ahead.value))
    }
  }
}

function enter(walk: Walk, node: string, next: (node: string) => readonly string[]): Step {
  walk.order.set(node, walk.order.size)
  walk.lowest.set(node, walk.order.size - 1)
  walk.trail.push(node)
  walk.onTrail.add(node)
  return { node, ahead: next(node).values() }
}

/** All that a node leads to is walked: it closes a part, or it belongs to the one of the node before it. */
function leave(walk: Walk, node: string, before: string | undefined): void {
  const lowest = walk.lowest.get(node)
  if (lowest === walk.order.get(node)) {
    const part = walk.trail.splice(walk.trail.lastIndexOf(node))
    for (const member of part) walk.onTrail.delete(member)
    walk.found.push(part)
  }
  if (before !== undefined) sink(walk, before, lowest)
}

const sink = (walk: Walk, node: string, to: number | undefined): void => {
  walk.lowest.set(node, Math.min(walk.lowest.get(node) ?? Infinity, to ?? Infinity))
}
