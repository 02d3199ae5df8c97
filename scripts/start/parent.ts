import { run } from './processes'

/**
 * Resolves when the npm that started us has gone (killed, so that it could not tell us). Started by hand, with nohup or by a
 * service manager, we do not watch: there the parent may leave on purpose.
 */
export function parentIsGone(): Promise<void> {
  return new Promise((resolve) => {
    if (process.env['npm_lifecycle_event'] === undefined || process.platform === 'win32') return
    const watched = [process.ppid]
    // npm starts a shell, which may or may not have been replaced by us.
    const [pid, ...args] = run(['ps', '-o', 'ppid=,args=', '-p', String(process.ppid)]).output.trim().split(/\s+/)
    if (/(^|\/)(sh|dash|bash)$/.test(args[0] ?? '') && Number(pid) > 1) watched.push(Number(pid))
    const timer = setInterval(() => {
      if (watched.every(isAlive)) return
      clearInterval(timer)
      resolve()
    }, 1_000)
    timer.unref()
  })
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (fault) {
    return fault instanceof Error && 'code' in fault && fault.code === 'EPERM'
  }
}
