import net from 'node:net'

/** Where a child finds the port among its files: after stdin, stdout, stderr and the channel to its parent. */
export const LISTEN_FD = 4

/**
 * Takes the port without taking connections from it: those are for the children, which inherit it. Node's own cluster does the same,
 * but gives the port up when the last child is gone, and then who knocks is refused.
 */
export function bindPort(port: number): { fd: number } {
  const create: unknown = Reflect.get(net, '_createServerHandle')
  if (typeof create !== 'function') throw new Error('this version of Node cannot bind a port without listening')
  for (const [address, family] of [['::', 6], ['0.0.0.0', 4]] as const) {
    const handle: unknown = Reflect.apply(create, net, [address, port, family])
    if (typeof handle === 'object' && handle !== null && 'fd' in handle && typeof handle.fd === 'number') {
      // Kept for as long as the process lives: a handle that nobody refers to would be closed.
      held.push(handle)
      return { fd: handle.fd }
    }
  }
  throw new Error(`port ${String(port)} cannot be bound`)
}

const held: object[] = []
